/// Where a report's text is read.
package enum TextStyle: Hashable, Sendable {
  /// In a file or a pipe: no escape codes.
  case plain
  /// On a terminal of 256 colours: bold headings, shaded cells.
  case terminal

  /// The backgrounds of `ShadeScale`, as numbers of the 256 colours (6×6×6 cube): yellow to red.
  static let backgrounds = [230, 229, 222, 215, 209, 203]

  /// The text in bold.
  func bold(_ text: String) -> String {
    self == .terminal ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// The text in black (16) on the background of a shade.
  func shaded(_ text: String, _ shade: Int?) -> String {
    guard self == .terminal, let shade else { return text }
    return "\u{1B}[38;5;16;48;5;\(Self.backgrounds[shade])m\(text)\u{1B}[0m"
  }
}
