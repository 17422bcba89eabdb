package import Quantities

/// Amounts of yuan in capital numerals, as contracts and vouchers have them: 壹万元整.
///
/// Source: 《支付结算办法》 (银发〔1997〕393号), annex 1, on writing bills and vouchers: 整 after 元,
/// left out after 角 and 分; one 零 for zeros between digits; where the 元 is zero and the 角 is not,
/// a 零 may stand or not, and stands here.
package enum ChineseCapitals {
  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// The amount of fen in words; below nothing with 负 before it.
  package static func yuan(_ amount: Money) -> String {
    let fen = Int(amount.minorUnits.magnitude)
    let (whole, rest) = (fen / 100, fen % 100)
    var text = amount.isNegative ? "负" : ""
    if whole > 0 || rest == 0 { text += (whole == 0 ? "零" : Self.whole(whole)) + "元" }
    if rest == 0 { return text + "整" }
    if rest >= 10 {
      if whole > 0, whole.isMultiple(of: 10) { text += "零" }
      text += digits[rest / 10] + "角"
    } else if whole > 0 {
      text += "零"
    }
    return rest.isMultiple(of: 10) ? text : text + digits[rest % 10] + "分"
  }

  /// A whole number above nothing.
  private static func whole(_ number: Int) -> String {
    for (unit, name) in [(100_000_000, "亿"), (10_000, "万"), (1_000, "仟"), (100, "佰"), (10, "拾")]
    where number >= unit {
      let (count, rest) = (number / unit, number % unit)
      let head = (count < 10 ? digits[count] : whole(count)) + name
      if rest == 0 { return head }
      return head + (rest < unit / 10 ? "零" : "") + whole(rest)
    }
    return digits[number]
  }
}
