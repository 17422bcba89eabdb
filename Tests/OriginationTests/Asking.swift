import Banks
import Fixtures
import LoanProducts
import Origination
import Quantities

/// An application with what the bank knows: good as it stands, for tests to spoil or stretch.
///
/// 50,000 yuan of microcredit for a year from 2025-06-01, twelve days after an LPR of 3 %, with a
/// subsidy; a household of the bank's own county whose head is 40; net capital of 1,000,000.
struct Asking {
  var application = LoanApplication(
    line: .microcredit, principal: "50000.00", agreedOn: "2025-06-01", maturesOn: "2026-06-01")
  var applicant: Applicant

  init() throws {
    application.repayment = RepaymentTerms(method: .equalInstallments, interestEveryMonths: 1)
    application.basis = .months
    application.purpose = "养殖"
    application.isSubsidised = true
    var bank = Bank(
      id: 1, code: "xiangshan", number: 101, name: BilingualName(chinese: "象山", english: ""),
      currency: .yuan)
    bank.areaCodePrefixes = ["330225"]
    applicant = Applicant(
      bank: bank, borrower: try Self.borrower(.household), products: [.microcredit],
      market: .lpr)
    applicant.netCapital = "1000000.00"
  }

  static func borrower(_ kind: BorrowerKind) throws -> Borrower {
    let identity = try Identity(scheme: .other, number: "1", isKnownArea: { _ in true })
    var borrower = Borrower(id: 7, bankID: 1, kind: kind, name: "赵示甲", identity: identity)
    borrower.bornOn = "1985-06-01"
    borrower.divisionCode = "330225"
    return borrower
  }

  /// This asking with something changed.
  func with(_ change: (inout Asking) throws -> Void) rethrows -> Asking {
    var asking = self
    try change(&asking)
    return asking
  }

  /// The refusal; nil if the terms are signed.
  var refusal: OriginationError? {
    do throws(OriginationError) {
      _ = try Origination.originate(application, by: applicant)
      return nil
    } catch {
      return error
    }
  }

  func signed() throws -> LoanTerms {
    try Origination.originate(application, by: applicant).terms
  }

  var product: LoanProduct {
    get { applicant.products[0] }
    set { applicant.products[0] = newValue }
  }

  /// Gives the borrower another kind; the rest of the borrower stays.
  mutating func makeBorrower(_ kind: BorrowerKind) throws {
    var borrower = try Self.borrower(kind)
    borrower.bornOn = applicant.borrower.bornOn
    borrower.divisionCode = applicant.borrower.divisionCode
    applicant.borrower = borrower
  }
}

extension LoanProduct {
  /// Microcredit as of 2021: 银保监发〔2021〕6号.
  static var microcredit: LoanProduct {
    var product = LoanProduct(line: .microcredit, version: 1, validFrom: "2021-03-04")
    product.validUntil = "2026-01-01"
    product.borrowerKinds = [.household]
    product.ages = 18...65
    product.longestMonths = 36
    product.methods = [.equalInstallments, .interestThenPrincipal, .atMaturity]
    product.bases = [.months, .days(.actual360)]
    product.interestEveryMonths = [1, 3]
    product.settlementDay = 20
    product.rate.isCap = true
    product.limits = [ProductLimit(category: "any", amounts: "0.00"..."100000.00")]
    product.subsidy = ProductSubsidy(
      payer: .finance, shareBasisPoints: 5_000, principalLimit: "50000.00", end: .maturity,
      stopsWhenOverdue: true)
    product.isOneSubsidisedPerHousehold = true
    return product
  }

  /// Microcredit as of 2026-02-28.
  static var secondMicrocredit: LoanProduct {
    var product = microcredit
    product.version = 2
    product.validFrom = "2026-02-28"
    product.validUntil = nil
    return product
  }
}
