import Classification
import Interchange
import Operations
import Quantities

/// The sections in which a loan's class is explained: what it is, and what each rule found.
struct ClassSections {
  private let explanation: LoanExplanation
  private var assessment: ClassAssessment { explanation.assessment }

  init(_ explanation: LoanExplanation) { self.explanation = explanation }

  var all: [ListingSection] {
    [
      ListingSection(
        key: "class", title: say(.sectionClass(assessment.day)), listing: riskClass),
      ListingSection(key: "findings", title: say(.sectionFindings), listing: findings),
    ]
  }

  private var riskClass: Listing {
    var listing = Listing([.init("name", say(.name)), .init("value", say(.value))])
    listing.rows = [
      [
        .word("class", shown: say(RiskWords.riskClassTitle)),
        .word(assessment.riskClass.rawValue, shown: say(.listed(assessment.riskClass))),
      ],
      [
        .word("overdue_days", shown: say(.overdueDays)),
        .integer(assessment.grounds.overdueDays),
      ],
    ]
    return listing
  }

  private var findings: Listing {
    var listing = Listing([
      .init("rule", say(.basedOn)), .init("at_least", say(.atLeast)),
      .init("since", say(.since)), .init("counted_from", say(.countedFrom)),
      .init("lifts_on", say(.liftsOn)), .init("lifted_by", say(.liftedBy)),
      .init("fact", say(.fact), .right), .init("document", say(.document)),
      .init("article", say(.article)), .init("is_confirmed", say(.isSeen)),
    ])
    listing.rows = assessment.findings.map { finding in
      let article = finding.article
      return [
        .word(finding.isExcuse ? "technical" : finding.rule.rawValue, shown: say(Phrase(finding))),
        .word(finding.atLeast.rawValue, shown: say(.listed(finding.atLeast))),
        finding.since.map { .day($0) } ?? .none, finding.countedFrom.map { .day($0) } ?? .none,
        finding.liftsOn.map { .day($0) } ?? .none, .text(say(.lift(of: finding))),
        finding.rule == .rated ? explanation.ratedBy.map { .integer(Int($0)) } ?? .none : .none,
        finding.document.map { .text($0) } ?? .word("bank", shown: say(.ownRating)),
        article.map { .text($0.numbers) } ?? .none,
        article.map { .flag($0.isConfirmed, shown: say(.yesNo($0.isConfirmed))) } ?? .none,
      ]
    }
    return listing
  }
}
