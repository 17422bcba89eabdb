package import Quantities
package import Risk

/// The portfolio risk report of a month: the counted months of one bank or of a sponsor's, added
/// up.
///
/// Every figure of a cut, a line or a bank is the sum of the same cells, so that parts add up to
/// the whole.
package struct RiskReport: Sendable {
  /// A member of a cut.
  package struct Key: Hashable, Comparable, Sendable {
    /// Of a bank's own members, such as its branches; nil for those that banks share.
    package let bankID: Int64?
    package let cut: PortfolioCut
    package let member: String

    package init(_ cut: PortfolioCut, _ member: String = "", bankID: Int64? = nil) {
      self.cut = cut
      self.member = member
      self.bankID = bankID
    }

    package static func < (left: Key, right: Key) -> Bool {
      (left.bankID ?? 0, left.cut.rawValue, left.member)
        < (right.bankID ?? 0, right.cut.rawValue, right.member)
    }
  }

  package let month: Month
  package let currency: Currency
  /// The months up to the report's own, by month; in each the banks' counts.
  package let months: [Month: [PortfolioMonth]]
  /// Whether it is of a part of the portfolio: provisions are held for the whole alone.
  package let isPart: Bool
  private let figuresByKey: [Key: PortfolioFigures]
  /// Of each month's end, by bank.
  private let wholes: [Month: [Int64: PortfolioFigures]]

  /// - Parameters:
  ///   - month: the report's.
  ///   - currency: of all banks.
  ///   - counted: the banks' months; of earlier ones the whole is enough.
  ///   - isPart: whether not all loans are counted.
  package init(
    month: Month, currency: Currency, counted: [PortfolioMonth], isPart: Bool = false
  ) {
    self.month = month
    self.currency = currency
    self.isPart = isPart
    months = Dictionary(grouping: counted, by: \.month)
    var figures: [Key: PortfolioFigures] = [:]
    for one in months[month] ?? [] {
      for (key, cell) in one.cells {
        for place in Self.keys(key.cut, key.member, one.bankID) {
          figures[place, default: PortfolioFigures()].add(cell, key)
        }
      }
      for (member, count) in one.borrowers {
        for place in Self.keys(member.cut, member.name, one.bankID) {
          figures[place, default: PortfolioFigures()].borrowers += Int(count)
        }
      }
    }
    figuresByKey = figures
    wholes = months.mapValues { banks in
      Dictionary(uniqueKeysWithValues: banks.map { ($0.bankID, Self.whole(of: $0)) })
    }
  }

  private static func whole(of month: PortfolioMonth) -> PortfolioFigures {
    var figures = PortfolioFigures()
    for (key, cell) in month.cells where key.cut == .whole { figures.add(cell, key) }
    figures.borrowers = Int(month.borrowers[PortfolioMonth.Member(.whole, "")] ?? 0)
    return figures
  }

  /// Where a bank's member is added: the whole also by bank.
  private static func keys(_ cut: PortfolioCut, _ member: String, _ bankID: Int64) -> [Key] {
    if cut == .whole { return [Key(cut), Key(cut, bankID: bankID)] }
    return [Key(cut, member, bankID: PortfolioCut.ofBanks.contains(cut) ? bankID : nil)]
  }

  /// The figures of a member; those of the whole unless another one is named.
  package func figures(_ key: Key = Key(.whole)) -> PortfolioFigures {
    figuresByKey[key] ?? PortfolioFigures()
  }

  /// The members of a cut, in order; of `whole` the banks.
  package func members(of cut: PortfolioCut) -> [(key: Key, figures: PortfolioFigures)] {
    figuresByKey.filter { $0.key.cut == cut && (cut != .whole || $0.key.bankID != nil) }
      .sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// The figures of the whole, or of one bank, at another month's end; nil where there are none.
  package func figures(in month: Month, bankID: Int64? = nil) -> PortfolioFigures? {
    guard let banks = wholes[month] else { return nil }
    if let bankID { return banks[bankID] }
    return banks.values.reduce(PortfolioFigures(), +)
  }

  /// The provisions held at a month's end; nil where nothing is known of it, and of a part.
  package func held(in month: Month, bankID: Int64? = nil) -> Int128? {
    if isPart { return nil }
    return counted(in: month, bankID).map { banks in
      banks.reduce(0) { $0 + Int128($1.heldProvision) }
    }
  }

  /// What was booked in a month; nil where nothing is known of it.
  package func flows(in month: Month, bankID: Int64? = nil) -> MonthFlows? {
    counted(in: month, bankID).map { MonthFlows($0.flatMap(\.flows)) }
  }

  private func counted(in month: Month, _ bankID: Int64?) -> [PortfolioMonth]? {
    let banks = months[month]?.filter { bankID == nil || $0.bankID == bankID } ?? []
    return banks.isEmpty ? nil : banks
  }
}
