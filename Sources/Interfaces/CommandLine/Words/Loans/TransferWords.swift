import LoanProducts
package import Posting

/// What a posting is for.
extension Phrase {
  package init(_ kind: TransferKind) {
    switch kind {
    case .disbursement: self.init(zh: "放款", en: "disbursement")
    case .openingPrincipal: self.init(zh: "期初本金", en: "opening principal")
    case .openingInterest: self.init(zh: "期初利息", en: "opening interest")
    case .openingPenalty: self.init(zh: "期初罚息", en: "opening penalty")
    case .interest: self.init(zh: "计提利息", en: "interest accrued")
    case .penalty: self.init(zh: "计提罚息", en: "penalty accrued")
    case .compound: self.init(zh: "计提复利", en: "compound interest accrued")
    case .suspended: self.init(zh: "表外应收未收利息", en: "suspended, off balance")
    case .principalRepaid: self.init(zh: "还本金", en: "principal repaid")
    case .interestRepaid: self.init(zh: "还利息", en: "interest repaid")
    case .penaltyRepaid: self.init(zh: "还罚息", en: "penalty repaid")
    case .compoundRepaid: self.init(zh: "还复利", en: "compound interest repaid")
    case .credit: self.init(zh: "预收还款", en: "held in advance")
    case .costs: self.init(zh: "代垫费用", en: "costs laid out")
    case .costsRepaid: self.init(zh: "还费用", en: "costs repaid")
    case .interestWaived: self.init(zh: "减免利息", en: "interest waived")
    case .penaltyWaived: self.init(zh: "减免罚息", en: "penalty waived")
    case .compoundWaived: self.init(zh: "减免复利", en: "compound interest waived")
    default: self.init(loss: kind)
    }
  }

  /// Losses, and what others pay.
  private init(loss kind: TransferKind) {
    switch kind {
    case .writtenOff: self.init(zh: "核销", en: "written off")
    case .writtenOffClaim: self.init(zh: "表外已核销", en: "written-off claim, off balance")
    case .recovered: self.init(zh: "核销收回", en: "recovered")
    case .compensationClaimed: self.init(zh: "申请代偿", en: "compensation claimed")
    case .compensationPaid: self.init(zh: "收到代偿", en: "compensation paid")
    case .compensationUsed: self.init(zh: "代偿抵核销", en: "compensation used")
    case .compensationOwedBack: self.init(zh: "应返还代偿", en: "compensation owed back")
    case .compensationReturned: self.init(zh: "返还代偿", en: "compensation given back")
    case .subsidyPaid: self.init(zh: "收到贴息", en: "subsidy paid")
    case .provision: self.init(zh: "计提贷款损失准备", en: "provisions")
    default: self.init(zh: kind.rawValue, en: kind.rawValue)
    }
  }

  /// The kind of a stored posting.
  static func posted(as name: String) -> Phrase {
    TransferKind(rawValue: name).map { Phrase($0) } ?? Phrase(zh: name, en: name)
  }

  /// The payer of a stored posting.
  static func paying(_ name: String) -> Phrase {
    Payer(rawValue: name).map { Phrase($0) } ?? Phrase(zh: name, en: name)
  }
}
