package import Calculations
import Quantities

extension ErrorMessages {
  /// Terms are named as the ACTUS dictionary names them.
  package static func phrase(_ error: ActusError) -> Phrase {
    switch error {
    case .unknownContractType(let found, let known):
      Phrase(
        zh: "不认识合同类型 \(found)；可用：\(known.joined(separator: ", "))",
        en: "contract type \(found) is not known; known are \(known.joined(separator: ", "))")
    case .missingTerm(let name):
      Phrase(zh: "缺少 \(name)；请补上", en: "\(name) is missing; give it")
    case .termNotAllowed(let name, let found, let allowed):
      Phrase(
        zh: "\(name) 为 \(found)，不允许；允许：\(allowed)",
        en: "\(name) is \(found), which is not allowed; allowed: \(allowed)")
    case .cycleUnreadable(let name, let found):
      Phrase(
        zh: "\(name) 为 \(found)，读不懂；应如 P1ML0、P27DL1、P1YL1",
        en: "\(name) is \(found), which is no cycle; cycles are like P1ML0, P27DL1, P1YL1")
    case .notSupported(let name, let found):
      Phrase(
        zh: "\(name) 为 \(found)，本程序不算；请去掉",
        en: "\(name) is \(found), which this program doesn't compute; leave it out")
    case .datesOutOfOrder(let earlier, let on, let later, let by):
      Phrase(
        zh: "\(later) \(by) 不在 \(earlier) \(on) 之后",
        en: "\(later) \(by) is not after \(earlier) \(on)")
    case .arraysDiffer(let name, let count, let expected):
      Phrase(
        zh: "\(name) 有 \(count) 个元素；须有 \(expected) 个或 1 个",
        en: "\(name) has \(count) elements; \(expected) or 1 are needed")
    case .neverRedeemed, .noLevelPayment, .tooManyEvents, .dateOutOfRange, .marketDataMissing,
      .rateOutOfRange, .amountTooLarge:
      life(error)
    }
  }

  private static func life(_ error: ActusError) -> Phrase {
    switch error {
    case .neverRedeemed(let redemption):
      Phrase(
        zh: "每期 \(redemption) 还不完本金；请给 maturityDate 或更大的还款额",
        en: """
          redemptions of \(redemption) never repay the principal; give maturityDate or a larger \
          redemption
          """)
    case .noLevelPayment(let day):
      Phrase(
        zh: "\(day) 之后没有一个等额能还清本金；请检查利率和日期",
        en: "no level payment after \(day) repays the principal; check the rate and the days")
    case .tooManyEvents(let largest):
      Phrase(
        zh: "事件太多；一份合同至多 \(largest) 个",
        en: "there are too many events; a contract has at most \(largest)")
    case .dateOutOfRange(let first, let last):
      Phrase(
        zh: "有一个日期不在 \(first) 到 \(last) 之间",
        en: "a date is not between \(first) and \(last)")
    case .marketDataMissing(let code, let day):
      Phrase(
        zh: "\(day) 之前没有 \(code) 的数据；请在 dataObserved 中给出",
        en: "nothing was observed of \(code) by \(day); give it in dataObserved")
    case .rateOutOfRange(let found, let largest):
      Phrase(
        zh: "利率 \(found.percent)% 超出 ±\(largest.percent)%",
        en: "the rate \(found.percent) % is not within ±\(largest.percent) %")
    case .amountTooLarge:
      Phrase(
        zh: "金额超过 17 位（含小数位）；本金请在 200 亿以内",
        en: """
          an amount passes 17 digits, those after the point included; keep the principal within \
          20 billion
          """)
    default: unexpected(error)
    }
  }
}
