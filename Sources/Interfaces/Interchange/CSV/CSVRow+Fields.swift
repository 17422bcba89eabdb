package import Quantities

/// Values by column. Each function takes the text as it stands: blanks, separators, plus signs and
/// other spellings are refused, with what was found and what is allowed.
extension CSVRow {
  /// The text of a field that may not be empty.
  package func text(_ column: String) throws(LineProblem) -> String {
    guard let text = self[column], !text.isEmpty else { throw problem(column, .missing) }
    return text
  }

  /// A word that heads a column of a report, such as `bad_year`, but for those that head others.
  package func key(_ column: String, but taken: [String]) throws(LineProblem) -> String {
    let text = try text(column)
    let isWord = text.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || byte == 95
    }
    guard isWord, text.first?.isLetter == true, !taken.contains(text) else {
      throw problem(column, .notAKey(taken: taken))
    }
    return text
  }

  /// The value of a field that may be empty, and of a column that the file may lack.
  ///
  /// ```swift
  /// let until = try row.optional("until", row.day)
  /// ```
  package func optional<Value>(
    _ column: String, _ read: (String) throws(LineProblem) -> Value
  ) throws(LineProblem) -> Value? {
    guard let text = self[column], !text.isEmpty else { return nil }
    return try read(column)
  }

  /// An amount in major units with at most the currency's decimals: `1234.05`.
  package func money(
    _ column: String, in currency: Currency, allowsNegative: Bool = false
  ) throws(LineProblem) -> Money {
    let text = try text(column)
    guard let amount = currency.money(text) else {
      throw problem(column, .notAnAmount(decimals: currency.decimals))
    }
    guard allowsNegative || !amount.isNegative else { throw problem(column, .negativeAmount) }
    let largest = Money.largestAmount
    guard amount <= largest, amount >= -largest else {
      throw problem(column, .amountTooLarge(allowed: currency.plain(largest)))
    }
    return amount
  }

  /// A day `YYYY-MM-DD`; a time of day or a time zone is refused, not dropped.
  package func day(_ column: String) throws(LineProblem) -> Day {
    guard let day = Day(try text(column)) else { throw problem(column, .notADay) }
    return day
  }

  package func month(_ column: String) throws(LineProblem) -> Month {
    guard let month = Month(try text(column)) else { throw problem(column, .notAMonth) }
    return month
  }

  /// A whole number.
  package func number(
    _ column: String, in range: ClosedRange<Int> = 0...Int.max
  ) throws(LineProblem) -> Int {
    guard let value = FixedPoint.parse(try text(column), decimals: 0) else {
      throw problem(column, .notANumber)
    }
    guard range.contains(Int(value)) else { throw problem(column, .numberOutsideRange(range)) }
    return Int(value)
  }

  /// A yearly rate in per cent: `3.45`, with at most ten decimals, from 0 to 100.
  package func percent(_ column: String) throws(LineProblem) -> AnnualRate {
    guard let rate = AnnualRate(percent: try text(column)) else {
      throw problem(column, .notAPercent(decimals: 10))
    }
    guard rate >= .zero, rate <= .largest else {
      throw problem(column, .percentOutsideRange(allowed: "0…\(AnnualRate.largest.percent)"))
    }
    return rate
  }

  /// A case of an enumeration by its raw value.
  package func oneOf<Value: RawRepresentable & CaseIterable>(
    _ column: String, _ type: Value.Type = Value.self
  ) throws(LineProblem) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try text(column)) else {
      throw problem(column, .notOneOf(Value.allCases.map(\.rawValue)))
    }
    return value
  }

  /// `yes` or `no`.
  package func flag(_ column: String) throws(LineProblem) -> Bool {
    switch try text(column) {
    case "yes": return true
    case "no": return false
    default: throw problem(column, .notYesOrNo)
    }
  }

  /// The problem of this row that a fault of a field is.
  package func problem(_ column: String, _ fault: FieldFault) -> LineProblem {
    LineProblem(
      line: line, column: column, code: fault.code, found: self[column] ?? "",
      allowed: fault.allowed)
  }
}
