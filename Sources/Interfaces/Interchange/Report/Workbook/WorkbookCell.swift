import Quantities

/// What a cell of a workbook holds.
enum WorkbookCell: Hashable, Sendable {
  case blank
  case text(String)
  /// A plain decimal and how it is shown, in the number formats of ECMA-376 (18.8.31).
  case number(String, format: String)

  /// A spreadsheet keeps 15 digits of a number; more are written as text.
  private static let largest: Int128 = 999_999_999_999_999

  /// A whole number with an implied point; text if a spreadsheet would round it.
  init(_ units: Int128, decimals: Int, isGrouped: Bool = true) {
    guard units.magnitude <= Self.largest.magnitude else {
      self = .text(FixedPoint.text(units, decimals: decimals, grouped: isGrouped))
      return
    }
    let zeros = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
    self = .number(
      FixedPoint.text(units, decimals: decimals), format: (isGrouped ? "#,##0" : "0") + zeros)
  }

  /// A cell of a table: amounts, whole numbers and decimals as numbers, days as dates.
  init(_ cell: Listing.Cell) {
    switch cell {
    case .none: self = .blank
    case .text, .word, .flag: self = .text(cell.shown)
    case .integer(let value): self.init(Int128(value), decimals: 0)
    case .money(let amount, let currency):
      self.init(Int128(amount.minorUnits), decimals: currency.decimals)
    case .sum(let amount, let currency): self.init(amount, decimals: currency.decimals)
    case .decimal(let text):
      let decimals = text.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
      if let units = FixedPoint.parse(text, decimals: decimals) {
        self.init(Int128(units), decimals: decimals, isGrouped: false)
      } else {
        self = .text(text)
      }
    case .day(let day): self = .number(Self.serial(day), format: "yyyy-mm-dd")
    }
  }

  /// Days since 1899-12-31, and one more from 1900-03-01 on: spreadsheets hold 1900 for a leap
  /// year (ECMA-376, 18.17.4.1).
  private static func serial(_ day: Day) -> String {
    let number = Int(day.number) + 25_568
    return String(number > 59 ? number + 1 : number)
  }
}
