import ArgumentParser
import Banks
import Operations
import Quantities
import Servicing

/// `shanhai loan classify`: an officer rates a loan's class by hand, or excuses a lateness.
struct LoanClassifyCommand: LoanChange {
  static let words = LoanChangeWords(
    name: "classify", abstract: .classifyAbstract, discussion: .classifyDiscussion)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var effective: EffectiveOption
  @Option(
    name: .customLong("class"), help: ArgumentHelp(.classifyClassHelp))
  var ratedClass: RatedClass?
  @Option(help: ArgumentHelp(.classifyUntilHelp, valueName: "YYYY-MM-DD")) var until: Day?
  @Flag(help: ArgumentHelp(.classifyTechnicalHelp)) var technical = false

  var effectiveOn: Day? { effective.on }

  func validate() throws {
    let isRating = ratedClass != nil && until != nil
    let isNone = ratedClass == nil && until == nil
    guard technical ? isNone : isRating else { throw ValidationError(say(.classifyWhat)) }
    guard change.request.reason?.isEmpty == false else {
      throw ValidationError(say(.classifyReason))
    }
  }

  func event(_ session: Session, in bank: Bank) -> ServicingEvent {
    guard let ratedClass, let until else { return .overdueExcused }
    return .rated(ratedClass, until: until)
  }
}

extension RatedClass: ExpressibleByArgument {}
