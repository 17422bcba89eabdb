import Foundation
import LoanProducts
import Quantities
import Synchronization

/// Terms that have no column of their own, as the column `more_terms` holds them: an object with
/// those members only that differ from what most loans have.
struct MoreTerms: Codable, Hashable {
  struct Graduation: Codable, Hashable {
    var graceMonths: Int
    var yearsToMaturity: Int?
    var longestYears: Int
  }

  var misusePercent: Int?
  var graceDays: Int?
  var fundSharePercent: Int?
  var isCompound: Bool?
  var compoundJoinsEveryMonths: Int?
  var graduation: Graduation?
  /// In 1e-12 a year.
  var agreedIndex: Int64?

  init(_ terms: LoanTerms) {
    if terms.misusePercent != 200 { misusePercent = terms.misusePercent }
    if terms.graceDays != 0 { graceDays = terms.graceDays }
    if terms.fundSharePercent != 0 { fundSharePercent = terms.fundSharePercent }
    if let compound = terms.compound {
      isCompound = true
      compoundJoinsEveryMonths = compound.joinsEveryMonths
    }
    agreedIndex = terms.agreedIndex?.trillionths
    graduation = terms.graduation.map {
      Graduation(
        graceMonths: $0.graceMonths, yearsToMaturity: $0.yearsToMaturity,
        longestYears: $0.longestYears)
    }
  }

  /// What texts hold that were read before: a million loans have a few of them, and to read one
  /// takes 3 to 7 µs.
  private static let read = Mutex<[String: MoreTerms]>([:])
  private static let mostRead = 1_000

  /// Nil if the text is no such object.
  init?(_ text: String) {
    if let known = Self.read.withLock({ $0[text] }) {
      self = known
      return
    }
    guard let known = try? JSONDecoder().decode(MoreTerms.self, from: Data(text.utf8)) else {
      return nil
    }
    self = known
    Self.read.withLock { read in
      if read.count >= Self.mostRead { read = [:] }
      read[text] = known
    }
  }

  /// What the column holds; nil if there is nothing to say.
  var column: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(self), data.count > 2 else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  func complete(_ terms: inout LoanTerms) {
    if let misusePercent { terms.misusePercent = misusePercent }
    if let graceDays { terms.graceDays = graceDays }
    if let fundSharePercent { terms.fundSharePercent = fundSharePercent }
    if isCompound == true {
      terms.compound = CompoundTerms(joinsEveryMonths: compoundJoinsEveryMonths)
    }
    if let agreedIndex { terms.agreedIndex = AnnualRate(trillionths: agreedIndex) }
    if let graduation {
      terms.graduation = GraduationTerms(
        graceMonths: graduation.graceMonths, yearsToMaturity: graduation.yearsToMaturity,
        longestYears: graduation.longestYears)
    }
  }
}
