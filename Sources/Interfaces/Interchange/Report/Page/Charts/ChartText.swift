/// Text in a drawing, whose width is only estimated: no font is at hand.
enum ChartText {
  /// Units for one column of `DisplayWidth`, at the size that the style sheet gives drawings.
  static let column = 7
  /// Units from one line to the next.
  static let line = 16

  static func width(_ text: String) -> Int { DisplayWidth.of(Table.printable(text)) * column }

  /// The text, cut to a number of columns if it is wider, with … for what is missing.
  static func shortened(_ text: String, columns: Int) -> String {
    let text = Table.printable(text)
    guard DisplayWidth.of(text) > columns else { return text }
    var short = ""
    for character in text {
      if DisplayWidth.of(short) + DisplayWidth.of(String(character)) > columns - 1 { break }
      short.append(character)
    }
    return short + "…"
  }

  /// The text in lines of at most so many columns, broken at blanks where it has any; what does
  /// not fit the last line is cut.
  static func wrapped(_ text: String, columns: Int, lines: Int) -> [String] {
    var rest = Substring(Table.printable(text))
    var wrapped: [String] = []
    while !rest.isEmpty, wrapped.count < lines - 1, DisplayWidth.of(String(rest)) > columns {
      var end = rest.startIndex
      var width = 0
      while end < rest.endIndex {
        width += DisplayWidth.of(String(rest[end]))
        if width > columns { break }
        end = rest.index(after: end)
      }
      if end == rest.startIndex { end = rest.index(after: end) }
      if let blank = rest[..<end].lastIndex(of: " "), blank > rest.startIndex { end = blank }
      wrapped.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    if !rest.isEmpty { wrapped.append(shortened(String(rest), columns: columns)) }
    return wrapped
  }
}
