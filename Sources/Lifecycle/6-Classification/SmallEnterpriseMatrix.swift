package import LoanProducts
package import Quantities

/// The matrix of loans to small enterprises: security × days overdue.
///
/// Source: 《小企业贷款风险分类办法（试行）》, 银监发〔2007〕63号, 2007-07-20, annex; it binds village banks.
///         What the annex gives is data of the catalog.
package struct SmallEnterpriseMatrix: Hashable, Sendable {
  /// The document, as it is printed under a class.
  package static let document = "小企业贷款风险分类办法（试行）（银监发〔2007〕63号）"

  /// A row of it, from a day on.
  package struct Row: Hashable, Sendable {
    package let security: LoanSecurity
    package let validFrom: Day
    package let steps: OverdueSteps

    package init(_ security: LoanSecurity, validFrom: Day, steps: OverdueSteps) {
      self.security = security
      self.validFrom = validFrom
      self.steps = steps
    }
  }

  private let rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  /// What a month that ends on a day is judged by: every loan of the program is unsecured.
  package func policy(on day: Day) -> ClassPolicy {
    let known = rows.filter { $0.security == .unsecured && $0.validFrom <= day }
    return ClassPolicy(smallEnterprise: known.max { $0.validFrom < $1.validFrom }?.steps)
  }
}
