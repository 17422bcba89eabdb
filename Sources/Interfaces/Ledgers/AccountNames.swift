import Banks
import Repositories

/// What the accounts of a chart are called in plain-text accounting.
///
/// A name is the kind of account, then the code and English name of each account it is part of and
/// of itself: `Assets:1303-Loans:130302-Loans-microcredit`. All of it is ASCII.
///
/// | first digit | 财会〔2006〕18号 | kind                                                   |
/// |-------------|------------------|--------------------------------------------------------|
/// | 1           | 资产类           | Assets (provisions too: they are less of an asset)     |
/// | 2           | 负债类           | Liabilities                                            |
/// | 3           | 共同类           | Assets or Liabilities, by the side on which it grows   |
/// | 4           | 所有者权益类     | Equity                                                 |
/// | 5           | 成本类           | Expenses                                               |
/// | 6           | 损益类           | Income or Expenses, by the side on which it grows      |
/// | others      |                  | Equity: opening balances, and all that is off balance  |
struct AccountNames {
  enum Kind: String {
    case assets = "Assets"
    case liabilities = "Liabilities"
    case equity = "Equity"
    case income = "Income"
    case expenses = "Expenses"
  }

  private let names: [String: String]
  private let kinds: [String: Kind]

  init(_ chart: [AccountEntry]) {
    let byCode = Dictionary(chart.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var names: [String: String] = [:]
    var kinds: [String: Kind] = [:]
    for account in chart {
      let line = Self.line(of: account, byCode)
      let kind = Self.kind(line[0])
      let root = account.side == .off ? [kind.rawValue, "Off-balance"] : [kind.rawValue]
      kinds[account.code] = kind
      names[account.code] = (root + line.map(Self.part)).joined(separator: ":")
    }
    self.names = names
    self.kinds = kinds
  }

  /// - Parameter code: of an account of the chart.
  subscript(code: String) -> String { names[code] ?? code }

  func kind(_ code: String) -> Kind { kinds[code] ?? .equity }

  /// The account after all that it is part of, from the first level on.
  private static func line(
    of account: AccountEntry, _ byCode: [String: AccountEntry]
  ) -> [AccountEntry] {
    var line = [account]
    while let parent = line[0].parent.flatMap({ byCode[$0] }), line.count < byCode.count {
      line.insert(parent, at: 0)
    }
    return line
  }

  private static func kind(_ account: AccountEntry) -> Kind {
    if account.side == .off { return .equity }
    switch account.code.first {
    case "1": return .assets
    case "2": return .liabilities
    case "3": return account.side == .debit ? .assets : .liabilities
    case "5": return .expenses
    case "6": return account.side == .debit ? .expenses : .income
    default: return .equity
    }
  }

  /// The code and the English name, with a hyphen for all that is no letter or digit of ASCII.
  private static func part(_ account: AccountEntry) -> String {
    let words = "\(account.code) \(account.name.english)".split { character in
      !(character.isASCII && (character.isLetter || character.isNumber))
    }
    return words.joined(separator: "-")
  }
}
