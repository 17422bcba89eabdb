package import Classification
package import Quantities

/// What one version of a bank's positions of a month adds up to.
///
/// Units:  amounts in minor units of the bank's currency.
/// Bounds: `Int64`; sums over banks are taken in `Int128`.
/// Why:    reports read some thousand sums instead of a million loans.
package struct PortfolioMonth: Hashable, Sendable {
  /// A place in the finest table that is kept: a member of a cut by days, class and restructuring.
  package struct CellKey: Hashable, Sendable {
    package var cut: PortfolioCut
    package var member: String
    package var days: DaysBand
    package var riskClass: RiskClass
    package var isRestructured: Bool

    package init(
      _ cut: PortfolioCut, _ member: String, days: DaysBand, _ riskClass: RiskClass,
      isRestructured: Bool
    ) {
      self.cut = cut
      self.member = member
      self.days = days
      self.riskClass = riskClass
      self.isRestructured = isRestructured
    }
  }

  /// The sums of some positions.
  package struct Cell: Hashable, Sendable {
    /// Those with principal.
    package var loans: Int64 = 0
    package var principal: Int64 = 0
    package var principalDue: Int64 = 0
    package var interestDue: Int64 = 0
    package var interestRunning: Int64 = 0
    package var penaltyDue: Int64 = 0
    package var bookPrincipal: Int64 = 0
    package var generalProvision: Int64 = 0
    package var specialProvision: Int64 = 0

    package init() {}

    package mutating func add(_ position: LoanPosition) {
      loans += position.principal.isPositive ? 1 : 0
      principal += position.principal.minorUnits
      principalDue += position.principalDue.minorUnits
      interestDue += position.interestDue.minorUnits
      interestRunning += position.interestRunning.minorUnits
      penaltyDue += position.penaltyDue.minorUnits
      bookPrincipal += position.bookPrincipal.minorUnits
      generalProvision += position.generalProvision.minorUnits
      specialProvision += position.specialProvision.minorUnits
    }
  }

  /// A member of a cut.
  package struct Member: Hashable, Comparable, Sendable {
    package var cut: PortfolioCut
    package var name: String

    package init(_ cut: PortfolioCut, _ name: String) {
      self.cut = cut
      self.name = name
    }

    package static func < (left: Member, right: Member) -> Bool {
      (left.cut.rawValue, left.name) < (right.cut.rawValue, right.name)
    }
  }

  /// From where to where loans went.
  package struct Move: Hashable, Sendable {
    package enum Scale: String, Hashable, Sendable {
      /// Of `DueState`.
      case days
      /// Of `RiskClass`, with the states of `DueState` that are off the books.
      case classes
    }

    /// 1 or 12.
    package var monthsBefore: Int
    package var scale: Scale
    package var line: String
    package var origin: String
    package var destination: String

    package init(
      _ monthsBefore: Int, _ scale: Scale, line: String, from origin: String,
      to destination: String
    ) {
      self.monthsBefore = monthsBefore
      self.scale = scale
      self.line = line
      self.origin = origin
      self.destination = destination
    }
  }

  /// Loans of one line and one quarter at one age.
  package struct Cohort: Hashable, Sendable {
    package var line: String
    /// The first month of the quarter.
    package var quarter: Month
    package var monthsOnBook: Int

    package init(line: String, quarter: Month, monthsOnBook: Int) {
      self.line = line
      self.quarter = quarter
      self.monthsOnBook = monthsOnBook
    }
  }

  /// What has become of a cohort.
  package struct Vintage: Hashable, Sendable {
    /// All that were ever granted, those that are settled among them.
    package var grantedLoans: Int64 = 0
    package var granted: Int64 = 0
    package var loans: Int64 = 0
    package var principal: Int64 = 0
    package var atRisk30: Int64 = 0
    package var atRisk90: Int64 = 0
    /// In default for the first time in this month, and what they were granted.
    package var defaultLoans: Int64 = 0
    package var defaultGranted: Int64 = 0

    package init() {}

    package static func += (left: inout Vintage, right: Vintage) {
      left.grantedLoans += right.grantedLoans
      left.granted += right.granted
      left.loans += right.loans
      left.principal += right.principal
      left.atRisk30 += right.atRisk30
      left.atRisk90 += right.atRisk90
      left.defaultLoans += right.defaultLoans
      left.defaultGranted += right.defaultGranted
    }
  }

  /// A debtor among the largest.
  package struct Debtor: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case borrower, group }

    package var kind: Kind
    package var reference: String
    package var loans: Int64
    package var principal: Int64

    package init(_ kind: Kind, reference: String, loans: Int64, principal: Int64) {
      self.kind = kind
      self.reference = reference
      self.loans = loans
      self.principal = principal
    }
  }

  /// What was booked by kind and accounts.
  package struct Flow: Hashable, Sendable {
    package var kind: String
    package var debit: String
    package var credit: String
    package var amount: Int64
    package var rows: Int64

    package init(kind: String, debit: String, credit: String, amount: Int64, rows: Int64) {
      self.kind = kind
      self.debit = debit
      self.credit = credit
      self.amount = amount
      self.rows = rows
    }

    /// Those of one kind and the same accounts as one, by kind and accounts.
    package static func ofAllPayers(_ flows: [Flow]) -> [Flow] {
      var sums: [Flow] = []
      for flow in flows.sorted(by: { $0.names.lexicographicallyPrecedes($1.names) }) {
        if sums.last?.names == flow.names {
          sums[sums.count - 1].amount += flow.amount
          sums[sums.count - 1].rows += flow.rows
        } else {
          sums.append(flow)
        }
      }
      return sums
    }

    private var names: [String] { [kind, debit, credit] }
  }

  /// How many debtors of each kind are kept.
  package static let largestCount = 20

  package var bankID: Int64
  package var month: Month
  package var version: Int32
  /// The balance of the provisions as the month's run left them.
  package var heldProvision: Int64 = 0
  package var cells: [CellKey: Cell] = [:]
  package var borrowers: [Member: Int64] = [:]
  package var moves: [Move: Tally] = [:]
  package var vintages: [Cohort: Vintage] = [:]
  /// Loans in default for the first time, by number.
  package var defaults: [Int64] = []
  /// The largest first, for each kind; equal ones by reference.
  package var largest: [Debtor] = []
  /// By kind and accounts.
  package var flows: [Flow] = []

  /// Gives borrowers their references, and keeps the largest debtors, equal ones by reference.
  package mutating func name(_ references: [String: String]) {
    largest = Debtor.Kind.allCases.flatMap { kind in
      largest.filter { $0.kind == kind }.map { debtor in
        var named = debtor
        if kind == .borrower { named.reference = references[debtor.reference] ?? "" }
        return named
      }
      .sorted { ($1.principal, $0.reference) < ($0.principal, $1.reference) }
      .prefix(Self.largestCount)
    }
  }

  package init(bankID: Int64, month: Month, version: Int32) {
    self.bankID = bankID
    self.month = month
    self.version = version
  }
}
