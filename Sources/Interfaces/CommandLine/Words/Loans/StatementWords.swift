package import Operations
package import Quantities
import Repositories
import Servicing

/// The words of a statement's lines, in the currency of the bank.
package struct StatementWords {
  package let currency: Currency

  package init(_ currency: Currency) { self.currency = currency }

  /// What a line is about.
  package func phrase(_ line: StatementLine) -> Phrase {
    guard let movement = line.movement else { return note(line) }
    switch movement.kind {
    case .fellDue(let numbers, let principal):
      return fellDue(numbers, principal: principal, interest: movement.charged.interest)
    case .interestBilled: return Phrase(zh: "提前还本日结息", en: "interest until the early repayment")
    case .penaltyAccrued: return Phrase(zh: "罚息", en: "penalty")
    case .compoundAccrued: return Phrase(zh: "复利", en: "compound interest")
    case .creditUsed:
      return with(Phrase(zh: "预收款抵扣", en: "credit used"), used(movement, credit: false))
    case .fact: return fact(line, movement)
    }
  }

  private func fact(_ line: StatementLine, _ movement: AccountMovement) -> Phrase {
    guard let fact = line.fact else { return Phrase(zh: "", en: "") }
    switch fact.kind {
    case .repaid, .waived:
      let detail = fact.detailPhrase
      return with(
        with(Phrase(fact.kind), detail.zh.isEmpty ? [] : [detail]), used(movement, credit: true))
    default:
      let detail = fact.detailPhrase
      return with(Phrase(fact.kind), detail.zh.isEmpty ? [] : [detail])
    }
  }

  /// A fact that moves nothing.
  private func note(_ line: StatementLine) -> Phrase {
    guard let fact = line.fact else { return Phrase(zh: "", en: "") }
    var details: [Phrase] = []
    if let amount = fact.amount {
      details.append(Phrase(zh: currency.grouped(amount), en: currency.grouped(amount)))
    }
    let detail = fact.detailPhrase
    if !detail.zh.isEmpty { details.append(detail) }
    if let reversal = line.reversedBy {
      details.append(
        Phrase(zh: "已由事实 \(reversal) 冲正，不计入", en: "undone by fact \(reversal), not counted"))
    }
    return with(Phrase(fact.kind), details)
  }

  private func fellDue(_ numbers: [Int], principal: Money, interest: Money) -> Phrase {
    let list = numbers.map(String.init).joined(separator: "/")
    let title =
      numbers.isEmpty
      ? Phrase(zh: "到期", en: "fell due")
      : Phrase(zh: "第 \(list) 期到期", en: "instalment \(list) due")
    return with(
      title,
      [
        amount(Phrase(zh: "本金", en: "principal"), principal),
        amount(Phrase(zh: "利息", en: "interest"), interest),
      ])
  }

  /// What money went to.
  private func used(_ movement: AccountMovement, credit: Bool) -> [Phrase] {
    let parts: [(Phrase, Money)] = [
      (Phrase(zh: "费用", en: "costs"), movement.settled.costs),
      (Phrase(zh: "利息", en: "interest"), movement.settled.interest),
      (Phrase(zh: "复利", en: "compound interest"), movement.settled.compound),
      (Phrase(zh: "罚息", en: "penalty"), movement.settled.penalty),
      (Phrase(zh: "本金", en: "principal"), movement.settled.principal),
      (Phrase(zh: "预收", en: "held"), credit ? movement.credit : .zero),
    ]
    return parts.filter { !$0.1.isZero }.map { amount($0.0, $0.1) }
  }

  private func amount(_ name: Phrase, _ amount: Money) -> Phrase {
    Phrase(
      zh: "\(name.zh) \(currency.grouped(amount))", en: "\(name.en) \(currency.grouped(amount))")
  }

  private func with(_ title: Phrase, _ details: [Phrase]) -> Phrase {
    guard !details.isEmpty else { return title }
    return Phrase(
      zh: title.zh + "：" + details.map(\.zh).joined(separator: "，"),
      en: title.en + ": " + details.map(\.en).joined(separator: ", "))
  }
}
