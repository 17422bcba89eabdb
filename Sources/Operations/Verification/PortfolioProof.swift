import Banks
import Postgres
import Quantities
import Repositories
import Risk

/// A bank's kept portfolios, counted anew from positions and held to what is kept.
struct PortfolioProof {
  private let connection: Connection
  private let bank: Bank
  /// Nil for all.
  private let month: Month?

  init(_ connection: Connection, _ bank: Bank, month: Month?) {
    self.connection = connection
    self.bank = bank
    self.month = month
  }

  /// The first difference, by month; nil if there is none.
  func verify() throws -> BookDifference? {
    var difference: BookDifference?
    try PortfolioDesk(connection, bank, knownAt: .max).eachKept(month) { kept, counted in
      guard difference == nil, let what = Self.what(kept, counted) else { return }
      difference = BookDifference(
        bank: bank.code, loan: nil, place: "portfolio \(counted.month)/\(counted.version)",
        what: what.name, found: what.found, expected: what.expected)
    }
    return difference
  }

  private static func what(
    _ kept: PortfolioMonth, _ counted: PortfolioMonth
  ) -> (name: String, found: String, expected: String)? {
    if kept.heldProvision != counted.heldProvision {
      return ("held provision", "\(kept.heldProvision)", "\(counted.heldProvision)")
    }
    return differing(kept.cells, counted.cells) { "cells \($0.cut) \($0.member)" }
      ?? differing(kept.borrowers, counted.borrowers) { "borrowers \($0.cut) \($0.name)" }
      ?? differing(kept.moves, counted.moves) { "moves \($0.line) \($0.origin) \($0.destination)" }
      ?? differing(kept.vintages, counted.vintages) {
        "vintages \($0.line) \($0.quarter) \($0.monthsOnBook)"
      }
      ?? differing("defaults", kept.defaults, counted.defaults)
      ?? differing("largest", kept.largest, counted.largest)
      ?? differing("flows", kept.flows, counted.flows)
  }

  private static func differing<Key: Hashable, Value: Equatable>(
    _ kept: [Key: Value], _ counted: [Key: Value], _ name: (Key) -> String
  ) -> (name: String, found: String, expected: String)? {
    Set(kept.keys).union(counted.keys).filter { kept[$0] != counted[$0] }
      .map { (name($0), text(kept[$0]), text(counted[$0])) }
      .min { $0.0 < $1.0 }
  }

  private static func differing<Value: Equatable>(
    _ name: String, _ kept: [Value], _ counted: [Value]
  ) -> (name: String, found: String, expected: String)? {
    guard kept != counted else { return nil }
    let place =
      zip(kept, counted).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(kept.count, counted.count)
    return (
      "\(name) \(place + 1)", text(kept.dropFirst(place).first),
      text(counted.dropFirst(place).first)
    )
  }

  private static func text(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "none" }
}
