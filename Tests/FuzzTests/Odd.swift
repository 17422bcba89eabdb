import Fixtures
import Interchange

/// Values that a careless reader falls over.
enum Odd {
  private static let numbers = [
    "0", "-0", "-1", "1", "0.00", "1e100", "-1e100", "1e-100", "1E18", "1e2", "0.1", "0.000000001",
    "0.00000000000000000001", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "18446744073709551616", "92233720368547758.07", "92233720368547758.08",
    "10000000000000.00", "10000000000000.01", "99999999999999999999999999999999999999",
    "2147483648",
    "-2147483649", "4294967296", "100", "100.0000000000", "100.0000000001", "1e10", "365", "366",
    "109573", "110000", "110001", "1200", "1201", "10000", "10001",
  ]

  private static let days = [
    "1900-01-01", "1899-12-31", "2199-12-31", "2200-01-01", "0000-00-00", "0001-01-01",
    "9999-12-31", "2023-02-29", "2024-02-29", "2024-02-30", "2025-02-28", "2024-12-31",
    "2025-01-31", "2025-13-01", "2025-00-10", "+025-01-01", "2025-1-1", "20250101", "2025-01-01 ",
    " 2025-01-01", "2025-01-01T00:00:00", "2025-01-01T23:59:59", "２０２５-01-01", "-2025-01-01",
  ]

  private static let texts = [
    "", " ", "\u{0}", "\u{0}\u{1}\u{1F}", "\u{FEFF}", "\u{202E}x", "é", "e\u{301}", "𝟙", "👩‍👩‍👧‍👦", "NaN",
    "Infinity", "-Infinity", "null", "true", "0x10", "1_000", "１２", "\"", "\\", "\\u0000", "/",
    "%s%n",
    "P", "P0M", "P1M1D", "P1Y6M", "P999999D", "P110000M", "P110001M", "PT1H", "P-1M", "P1.5M",
    "p1m",
    "P1D", "P1W", "P7D", "P100Y", "1D0", "P1ML0", "P1ML1", "P3ML0", "P12ML2",
  ]

  /// Names that mean something somewhere in the documents; those of one line stand for each other.
  private static let words = """
    equal-installments equal-principal interest-then-principal at-maturity plan seasonal stepped
    declining flat
    daily installment
    half-up half-even up down
    spread absorbs levelled
    months/12 months/12+days/360 30/365 actual/360 actual/365 actual/actual-isda 30E/360 bus/252
    actual/364 actual/365.25 actual/365-actual actual/actual-31-december actual/actual-afb NL/365
    30E+/360 30E/365 30/360-isda 30/360-psa 30/360-us 28/336 months/12+days/360
    following modified-following preceding modified-preceding none
    calculate-first shift-first
    closing-period next-period
    short long
    equal-installments grace-then-equal-installments revolving imported at-maturity
    disbursed repaid imported rate-changed graduated interest-waived misused
    interest penalty compound
    LPR1Y LPR5Y
    01-01 02-29 12-31 anniversary publication
    borrower finance programme
    eu us-actuarial nominal
    day week month year semimonth term
    PAM LAM NAM ANN LAX
    RPA RPL
    A360 A365 AA 30E360 28E336 30E360ISDA B252
    act/360 act/364 act/365f act/365-actual act/act-isda act/act-afb nl/365 30/360-us bus/252
    NT IP IPCB NTIED NTL
    SD EOM
    NC MF
    NULL SCF SCMF CSF CSMF SCP SCMP CSP CSMP
    P1D P1W P15D P1M P2M P3M P6M P1Y P10Y P100Y P7D P2W
    P1DL0 P1WL0 P1ML0 P1ML1 P3ML1 P6ML0 P1YL1
    actual period-with-29-february 1-january
    """.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }

  static func text(_ random: inout SplitMix64) -> String {
    switch Int.random(in: 0...5, using: &random) {
    case 0: return texts.randomElement(using: &random) ?? ""
    case 1: return numbers.randomElement(using: &random) ?? ""
    case 2: return days.randomElement(using: &random) ?? ""
    case 3:
      return String(repeating: random.pick("9", "0", "1.", "字", " "), count: random.pick(40, 5_000))
    default: return word(&random)
    }
  }

  static func word(_ random: inout SplitMix64) -> String {
    let list = random.onceIn(5) ? texts : words.randomElement(using: &random)
    return list?.randomElement(using: &random) ?? ""
  }

  /// A word that may stand where this one stands, or any.
  static func word(beside text: String, _ random: inout SplitMix64) -> String {
    let lists = words.filter { $0.contains(text) }
    return lists.randomElement(using: &random)?.randomElement(using: &random) ?? word(&random)
  }

  static func value(_ random: inout SplitMix64) -> JSONValue {
    switch Int.random(in: 0...9, using: &random) {
    case 0: return .null
    case 1: return .bool(random.onceIn(2))
    case 2: return []
    case 3: return [:]
    case 4: return nested(depth: random.pick(3, 10, 35), &random)
    case 5, 6: return .number(numbers.randomElement(using: &random) ?? "0")
    default: return .string(text(&random))
    }
  }

  private static func nested(depth: Int, _ random: inout SplitMix64) -> JSONValue {
    var value: JSONValue = "core"
    for _ in 0..<depth { value = random.onceIn(2) ? [value] : ["a": value] }
    return value
  }

  /// A day some way from another, or an odd one.
  static func day(near text: String, _ random: inout SplitMix64) -> String {
    guard !random.onceIn(5), let year = Int(text.prefix(4)) else {
      return days.randomElement(using: &random) ?? ""
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let moved = year + random.pick(0, 0, 0, 1, -1, 2, 5, 30, 170, -100)
    let day = random.pick(1, 15, 20, 28, 29, 30, 31, Int.random(in: 1...28, using: &random))
    return "\(moved)-\(padded(.random(in: 1...12, using: &random)))-\(padded(day))"
  }

  /// A number some way from another, or an odd one.
  static func number(near text: String, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0...7, using: &random) {
    case 0: return numbers.randomElement(using: &random) ?? ""
    case 1: return "-" + text
    case 2: return text + "0"
    case 3: return text + "000000"
    case 4: return String(text.dropLast())
    case 5: return "0.0" + text.filter { $0 != "." }
    case 6: return text + ".005"
    default: return String(Int.random(in: 0...1_000_000, using: &random))
    }
  }
}
