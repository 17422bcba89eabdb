package import LoanProducts
import Quantities

/// The part of what is owed that is lost in a default, by line and security.
///
/// Units: ten-thousandths.
package struct LossGivenDefault: Hashable, Sendable {
  /// For each of `LoanSecurity.allCases`.
  package var bySecurity: [LoanSecurity: Int]
  /// What a line has instead.
  package var byLine: [String: [LoanSecurity: Int]]

  package init(
    bySecurity: [LoanSecurity: Int], byLine: [String: [LoanSecurity: Int]] = [:]
  ) {
    self.bySecurity = bySecurity
    self.byLine = byLine
  }

  /// The whole of what is owed; also what a security that is not in the table has.
  package static let whole = 10_000

  /// What a bank begins with, until it has recoveries of its own to count from.
  ///
  /// Source: unsecured 45 %, mortgages and receivables 35 %: what China's rules of capital gave for
  ///         the foundation internal ratings (初级内部评级法) of senior claims, 2012, annex 3, from
  ///         memory; they bind no village bank. Guaranteed 40 %: the bank's own assumption.
  package static let standard = LossGivenDefault(
    bySecurity: [.unsecured: 4_500, .guaranteed: 4_000, .mortgaged: 3_500, .pledged: 3_500])

  /// What is lost of a loan of a line.
  package func share(line: String, _ security: LoanSecurity) -> Int {
    byLine[line]?[security] ?? bySecurity[security] ?? Self.whole
  }

  /// What is lost after a fund has borne its share of the loss, rounded half up.
  ///
  /// 45 % with a fund that bears 70 %: 13.5 %.
  package static func share(_ share: Int, afterFund fundShare: Int) -> Int {
    Int(Rounding.halfUp.divide(Int128(share * (whole - fundShare)), by: Int128(whole)))
  }

  func check() throws(ExpectedLossError) {
    let shares = Array(bySecurity.values) + byLine.values.flatMap(\.values)
    if let wrong = shares.filter({ !(0...Self.whole).contains($0) }).min() {
      throw .lossGivenDefaultOutsideRange(wrong)
    }
  }
}
