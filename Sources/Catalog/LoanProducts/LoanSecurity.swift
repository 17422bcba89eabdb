/// What secures a loan (担保方式).
package enum LoanSecurity: String, Hashable, Sendable, CaseIterable {
  /// 信用
  case unsecured = "unsecured"
  /// 保证
  case guaranteed = "guaranteed"
  /// 抵押
  case mortgaged = "mortgaged"
  /// 质押
  case pledged = "pledged"

  /// Its number among all.
  package var place: Int {
    switch self {
    case .unsecured: 0
    case .guaranteed: 1
    case .mortgaged: 2
    case .pledged: 3
    }
  }
}
