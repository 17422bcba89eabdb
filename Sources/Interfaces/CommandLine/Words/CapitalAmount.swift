package import Quantities

/// An amount of yuan in Chinese capital numerals, as it stands on bills and statements.
///
/// Source: 《支付结算办法》 (银发〔1997〕393号), annex 1, on filling in bills and vouchers: 整 after 元 and
/// 角, none after 分; 零 for a gap between digits, once, and after 元 where its last digit, or 角, is 0.
package enum CapitalAmount {
  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let places = ["", "拾", "佰", "仟"]
  private static let groups = ["", "万", "亿", "万亿"]

  /// `人民币壹仟肆佰零玖元伍角整`; an amount below zero begins with 负.
  package static func text(_ amount: Money) -> String {
    let units = amount.minorUnits.magnitude
    let (yuan, rest) = units.quotientAndRemainder(dividingBy: 100)
    let jiao = Int(rest / 10)
    let fen = Int(rest % 10)
    var text = amount.isNegative ? "负" : ""
    if yuan > 0 || rest == 0 { text += (yuan == 0 ? digits[0] : whole(yuan)) + "元" }
    if jiao > 0 {
      if yuan > 0, yuan.isMultiple(of: 10) { text += digits[0] }
      text += digits[jiao] + "角"
    }
    if fen > 0 {
      if jiao == 0, yuan > 0 { text += digits[0] }
      return "人民币" + text + digits[fen] + "分"
    }
    return "人民币" + text + "整"
  }

  private static func whole(_ number: UInt64) -> String {
    var parts: [UInt64] = []
    var rest = number
    while rest > 0 {
      parts.append(rest % 10_000)
      rest /= 10_000
    }
    var text = ""
    var hasGap = false
    for index in parts.indices.reversed() {
      let part = parts[index]
      guard part > 0 else {
        hasGap = !text.isEmpty
        continue
      }
      if !text.isEmpty, hasGap || part < 1_000 { text += digits[0] }
      text += group(part) + group(of: index, in: parts)
      hasGap = false
    }
    return text
  }

  /// The name of a group of four digits: of 万亿 the 亿 is said once, with the last group that is not
  /// nothing among 万亿 and 亿.
  private static func group(of index: Int, in parts: [UInt64]) -> String {
    guard index == 3 else { return groups[min(index, 3)] }
    return parts[2] > 0 ? "万" : groups[3]
  }

  /// Four digits, the first gap in them with 零.
  private static func group(_ part: UInt64) -> String {
    var text = ""
    var hasGap = false
    for place in (0..<4).reversed() {
      var power: UInt64 = 1
      for _ in 0..<place { power *= 10 }
      let digit = Int(part / power % 10)
      if digit == 0 {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap { text += digits[0] }
      hasGap = false
      text += digits[digit] + places[place]
    }
    return text
  }
}
