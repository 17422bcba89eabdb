import ArgumentParser
import Banks
import Operations
import Quantities

/// `shanhai loan misuse`: the loan is used for what it was not lent for.
struct LoanMisuseCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "misuse", abstract: .misuseAbstract, discussion: .misuseDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @Option(help: ArgumentHelp(.misuseUntilHelp)) var until: Day?

  var effectiveOn: Day? { effective.on }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent { .misused(until: until) }
}

/// `shanhai loan died`: the borrower's death is put on record.
struct LoanDiedCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "died", abstract: .diedAbstract, discussion: .diedDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption

  var effectiveOn: Day? { effective.on }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent { .died }
}

/// `shanhai loan take-over`: a guarantor, co-borrower or heir owes in the borrower's place.
struct LoanTakeOverCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "take-over", abstract: .takeOverAbstract, discussion: .takeOverDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @Option(help: ArgumentHelp(.takeOverByHelp)) var by: String

  var effectiveOn: Day? { effective.on }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent { .takenOver(by: by) }
}

/// `shanhai loan transfer`: another branch looks after the loan.
struct LoanTransferCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "transfer", abstract: .transferAbstract, discussion: .transferDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @Option(help: ArgumentHelp(.transferToHelp)) var to: String

  var effectiveOn: Day? { effective.on }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent { .transferred(to: to) }
}
