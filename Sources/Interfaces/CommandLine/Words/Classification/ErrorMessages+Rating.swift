package import Classification
import Quantities

extension ErrorMessages {
  /// Why a loan's class is not judged so.
  package static func phrase(_ error: RatingError) -> Phrase {
    switch error {
    case .endsBefore(let day, let until):
      Phrase(
        zh: "认定自 \(day) 起，--until \(until) 必须更晚",
        en: "the rating begins on \(day); --until \(until) has to be later")
    case .notWorse(let rated, let floor, let rule): notWorse(rated, floor, rule)
    case .nothingLate(let day):
      Phrase(
        zh: "\(day) 日终没有逾期，不需要认定为技术性逾期；请写逾期的一天（--on）",
        en: "nothing is late at the end of \(day); name a day on which something is (--on)")
    case .lateTooLong(let days, let most):
      Phrase(
        zh: "已逾期 \(days) 天；技术性逾期不超过 \(most) 天（\(ClassificationRule.document)）",
        en: """
          it is \(days) days late; a technical delay is at most \(most) days \
          (\(ClassificationRule.document))
          """)
    }
  }

  private static func notWorse(
    _ rated: RiskClass, _ floor: RiskClass, _ rule: ClassRule?
  ) -> Phrase {
    let (given, least) = (Phrase.listed(rated), Phrase.listed(floor))
    let reason = rule.map { Phrase($0) } ?? Phrase(zh: "没有不利情形", en: "nothing against it")
    return Phrase(
      zh: "认定为\(given.zh)不比规则更差：\(reason.zh)，至少\(least.zh)；人工认定只能更差",
      en: """
        \(given.en) is no worse than what the rules give: \(least.en), by \(reason.en); a rating \
        by hand can only be worse
        """)
  }
}
