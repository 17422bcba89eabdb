import LoanProducts
import Quantities
import Servicing

/// One fact of a life as a JSON object says it; its place in the list is its number: the order in
/// which facts became known.
struct FactDocument {
  private let fields: Fields
  private let number: Int64
  private let terms: LifeTerms

  private enum Kind: String, CaseIterable {
    case disbursed
    case imported
    case repaid
    case refunded
    case costsCharged = "costs-charged"
    case rateChanged = "rate-changed"
    case extended
    case renewed
    case rescheduled
    case paused
    case graduated
    case interestWaived = "interest-waived"
    case misused
    case waived
    case writtenOff = "written-off"
    case compensationClaimed = "compensation-claimed"
    case compensationPaid = "compensation-paid"
    case compensationRejected = "compensation-rejected"
    case compensationReturned = "compensation-returned"
    case subsidyPaid = "subsidy-paid"
    case subsidyRejected = "subsidy-rejected"
    case died
    case takenOver = "taken-over"
    case transferred
    case reversed

    /// The members beside `kind`, `effectiveOn` and `recordedOn`.
    var members: [String] {
      switch self {
      case .repaid: return ["amount", "inAdvance", "shortensTerm", "from"]
      case .rateChanged: return ["annualRatePercent"]
      case .extended: return ["maturesOn", "isRestructured"]
      case .renewed: return ["maturesOn", "annualRatePercent", "isRestructured"]
      case .rescheduled: return ["maturesOn", "repayment", "takesInOverdue", "isRestructured"]
      case .paused: return ["until", "isRestructured"]
      case .imported: return ["paidToOn"]
      case .graduated: return ["on"]
      case .interestWaived: return ["year", "defersPrincipal"]
      case .misused: return ["until"]
      case .waived: return ["charge", "amount"]
      case .subsidyPaid: return ["payer", "amount"]
      case .subsidyRejected: return ["payer", "amount", "owedBy"]
      case .reversed: return ["fact"]
      case .died, .takenOver, .transferred: return []
      case .disbursed, .refunded, .costsCharged, .writtenOff, .compensationClaimed,
        .compensationPaid, .compensationRejected, .compensationReturned:
        return ["amount"]
      }
    }
  }

  init(_ fields: Fields, number: Int64, _ terms: LifeTerms) {
    self.fields = fields
    self.number = number
    self.terms = terms
  }

  /// The day on which the fact became known: its effective day if it does not say.
  func recordedOn() throws(DocumentError) -> Day {
    let day = try fields.day("effectiveOn")
    guard let recorded = try fields.optionalDay("recordedOn") else { return day }
    guard recorded >= day else {
      throw .notAllowed(path: fields.at("recordedOn"), found: "\(recorded)", allowed: "≥ \(day)")
    }
    return recorded
  }

  /// The fact; nil for one that moves no claim.
  func fact() throws(DocumentError) -> LoanFact? {
    let name: Kind = try fields.choice("kind")
    try fields.allow(["kind", "effectiveOn", "recordedOn"] + name.members)
    guard let kind = try kind(name) else { return nil }
    return LoanFact(
      number: number, effectiveOn: try fields.day("effectiveOn"), kind: kind,
      amount: try amount(name), isRestructuring: try fields.flag("isRestructured") ?? false)
  }

  private func amount(_ name: Kind) throws(DocumentError) -> Money {
    switch name {
    case .disbursed:
      return try fields.optionalAmount("amount", terms.currency) ?? terms.terms.firstDisbursement
    case .imported: return terms.terms.principal
    case .writtenOff: return try fields.optionalAmount("amount", terms.currency) ?? .zero
    default:
      return name.members.contains("amount") ? try fields.amount("amount", terms.currency) : .zero
    }
  }

  private func kind(_ name: Kind) throws(DocumentError) -> LoanFact.Kind? {
    switch name {
    case .disbursed: return .disbursed
    case .imported: return .imported(paidToOn: try fields.day("paidToOn"))
    case .repaid: return .repaid(inAdvance: try advance())
    case .refunded: return .refunded
    case .costsCharged: return .costsCharged
    case .waived: return .waived(try fields.choice("charge"))
    case .writtenOff:
      return .writtenOff(part: try fields.optionalAmount("amount", terms.currency))
    case .compensationClaimed: return .compensation(.claimed)
    case .compensationPaid: return .compensation(.paid)
    case .compensationRejected: return .compensation(.rejected)
    case .compensationReturned: return .compensation(.returned)
    case .subsidyPaid: return .subsidyPaid(try payer())
    case .subsidyRejected:
      let owedBy = try fields.required("owedBy", "borrower, bank") {
        ["borrower": true, "bank": false][$0]
      }
      return .subsidyRejected(try payer(), isOwedByBorrower: owedBy)
    case .died, .takenOver, .transferred: return nil
    case .reversed:
      return .reversed(Int64(try fields.count("fact", in: 1...max(1, Int(number) - 1))))
    default: return try change(name)
    }
  }

  /// What changes the contract.
  private func change(_ name: Kind) throws(DocumentError) -> LoanFact.Kind? {
    let day = try fields.day("effectiveOn")
    switch name {
    case .rateChanged: return .rateChanged(try fields.percent("annualRatePercent"))
    case .extended: return .extended(to: try fields.day("maturesOn"))
    case .renewed:
      return .renewed(
        to: try fields.day("maturesOn"), rate: try fields.optionalPercent("annualRatePercent"))
    case .rescheduled: return .rescheduled(try rescheduling())
    case .paused: return .paused(until: try fields.day("until"))
    case .graduated:
      guard terms.terms.graduation != nil else {
        throw .notAllowed(
          path: fields.at("kind"), found: name.rawValue, allowed: "graduated with terms.studentAid")
      }
      return .graduated(on: try fields.day("on"))
    case .interestWaived:
      return .interestWaived(
        year: try fields.count("year", in: day.year...2199),
        defersPrincipal: try fields.flag("defersPrincipal") ?? false)
    case .misused:
      let until = try fields.optionalDay("until")
      if let until, until < day {
        throw .notAllowed(path: fields.at("until"), found: "\(until)", allowed: "≥ \(day)")
      }
      return .misused(until: until)
    default: return nil
    }
  }

  private func advance() throws(DocumentError) -> Advance? {
    _ = try fields.optional("from", "borrower, co-borrower, guarantor, group, heir, fund") { from in
      ["borrower", "co-borrower", "guarantor", "group", "heir", "fund"].contains(from)
        ? from : nil
    }
    let isInAdvance = try fields.flag("inAdvance") ?? false
    let shortens = try fields.flag("shortensTerm") ?? false
    guard isInAdvance || !shortens else {
      throw .notAllowed(
        path: fields.at("shortensTerm"), found: "true", allowed: "with inAdvance: true")
    }
    guard isInAdvance else { return nil }
    return shortens ? .shortensTerm : .lowersInstallments
  }

  private func payer() throws(DocumentError) -> Payer {
    try fields.required("payer", "finance, programme") { text in
      Payer(rawValue: text).flatMap { $0 == .borrower ? nil : $0 }
    }
  }

  private func rescheduling() throws(DocumentError) -> Rescheduling {
    var repayment: RepaymentTerms?
    if let new = try fields.optionalObject("repayment") {
      try new.allow(Self.repaymentMembers)
      repayment = try TermsDocument.repayment(
        new, terms.currency, cycle: try TermsDocument.cycle(new, "every"))
    }
    return Rescheduling(
      maturesOn: try fields.optionalDay("maturesOn"), repayment: repayment,
      takesInOverdue: try fields.flag("takesInOverdue") ?? false)
  }

  private static let repaymentMembers = [
    "method", "every", "settlementDay", "settlementDayBelongsTo", "principalEvery",
    "principalFrom", "plan", "weights", "steps",
  ]
}
