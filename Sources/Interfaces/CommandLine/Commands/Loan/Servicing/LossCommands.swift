import ArgumentParser
import Banks
import Operations
import Quantities
import Servicing

/// `shanhai loan waive`: the bank forgives interest, penalty or compound interest that is owed.
struct LoanWaiveCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "waive", abstract: .waiveAbstract, discussion: .waiveDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @OptionGroup var concession: RestructuringOption
  @Option(help: ArgumentHelp(.waiveChargeHelp)) var charge: Charge
  @Option(help: ArgumentHelp(.amountHelp)) var amount: String

  var effectiveOn: Day? { effective.on }
  var isRestructuring: Bool { concession.restructuring }

  func event(_ session: Session, in bank: Bank) throws -> ServicingEvent {
    .waived(charge, try bank.amount(amount))
  }
}

/// `shanhai loan write-off`: principal leaves the books, and the claim stays.
struct LoanWriteOffCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "write-off", abstract: .writeOffAbstract, discussion: .writeOffDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @Option(help: ArgumentHelp(.writeOffAmountHelp)) var amount: String?

  var effectiveOn: Day? { effective.on }

  func event(_ session: Session, in bank: Bank) throws -> ServicingEvent {
    .writtenOff(try amount.map { try bank.amount($0) })
  }
}

/// `shanhai loan reverse`: a fact is undone by another one.
struct LoanReverseCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "reverse", abstract: .reverseAbstract, discussion: .reverseDiscussion)

  @OptionGroup var change: ChangeOptions
  @Option(help: ArgumentHelp(.reverseFactHelp)) var fact: Int64

  var effectiveOn: Day? { nil }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent { .reversed(fact: fact) }
}

extension Charge: ExpressibleByArgument {}
