import Interchange
package import Quantities
package import Servicing

extension InterestLine.Rule {
  /// The rule's name, and the document it rests on.
  package var named: (name: String, source: String) {
    switch self {
    case .contract: ("contract-interest", "银发〔2005〕129号")
    case .subsidy: ("subsidy", "贷款合同")
    case .waiver(year: 2024): ("state-waiver", "财教〔2024〕2号")
    case .waiver(year: 2025): ("state-waiver", "财教〔2025〕69号")
    case .waiver: ("state-waiver", "贷款合同")
    case .penalty: ("penalty", "银发〔2003〕251号")
    case .misuse: ("misuse-above-contract-rate", "银发〔2003〕251号")
    case .compound: ("compound-interest", "人民币利率管理规定 art. 20")
    }
  }
}

extension ExactAmount {
  /// In the currency's major unit: the decimal, cut after ten digits, and the exact fraction.
  func json(_ currency: Currency) -> JSONValue {
    ["decimal": .string(decimal(currency)), "fraction": .string(fraction(currency))]
  }

  /// The exact fraction in the currency's major unit: `3999/50`.
  package func fraction(_ currency: Currency) -> String {
    let major = inMajorUnits(currency)
    return "\(major.numerator)/\(major.denominator)"
  }

  /// The decimal in the currency's major unit, cut after ten digits.
  package func decimal(_ currency: Currency) -> String {
    let major = inMajorUnits(currency)
    let (whole, rest) = major.numerator.magnitude.quotientAndRemainder(
      dividingBy: major.denominator.magnitude)
    var digits = ""
    var left = rest
    for _ in 0..<10 {
      let (digit, next) = Self.nextDigit(left, major.denominator.magnitude)
      digits += digit
      left = next
    }
    let sign = major.numerator < 0 ? "-" : ""
    return "\(sign)\(whole).\(digits)"
  }

  private func inMajorUnits(_ currency: Currency) -> ExactAmount {
    times(1, dividedBy: Int128(currency.minorUnitsPerMajor)) ?? self
  }

  /// The next decimal digit of `rest` ÷ `whole`, and what is left.
  private static func nextDigit(_ rest: UInt128, _ whole: UInt128) -> (String, UInt128) {
    var digit = 0
    var left = UInt128(0)
    for _ in 0..<10 {
      // left + rest, kept below whole, counts each time the whole is passed.
      if left >= whole - rest {
        left -= whole - rest
        digit += 1
      } else {
        left += rest
      }
    }
    return (String(digit), left)
  }
}
