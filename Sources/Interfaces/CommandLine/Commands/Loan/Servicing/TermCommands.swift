public import ArgumentParser
import Banks
import Operations
public import Quantities

/// `shanhai loan extend`: the last due day moves (展期), once, within the bounds of the law.
struct LoanExtendCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "extend", abstract: .extendAbstract, discussion: .extendDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @OptionGroup var concession: RestructuringOption
  @Option(help: ArgumentHelp(.extendToHelp)) var to: Day

  var effectiveOn: Day? { effective.on }
  var isRestructuring: Bool { concession.restructuring }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent { .extended(to: to) }
}

/// `shanhai loan renew`: the loan goes on without its principal being repaid (无还本续贷).
struct LoanRenewCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "renew", abstract: .renewAbstract, discussion: .renewDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @OptionGroup var concession: RestructuringOption
  @Option(help: ArgumentHelp(.renewToHelp)) var to: Day
  @Option(help: ArgumentHelp(.renewRateHelp)) var rate: AnnualRate?

  var effectiveOn: Day? { effective.on }
  var isRestructuring: Bool { concession.restructuring }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent {
    .renewed(to: to, rate: rate)
  }
}

/// `shanhai loan rate`: the loan bears another rate from a day on.
struct LoanRateCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "rate", abstract: .rateAbstract, discussion: .rateDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @OptionGroup var concession: RestructuringOption
  @Option(help: ArgumentHelp(.newRateHelp)) var percent: AnnualRate

  var effectiveOn: Day? { effective.on }
  var isRestructuring: Bool { concession.restructuring }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent { .rateChanged(percent) }
}

extension AnnualRate: ExpressibleByArgument {
  /// A rate given on the command line, in per cent: `3.45`.
  public init?(argument: String) { self.init(percent: argument) }
}
