/// The same words in both languages; neither can be left out.
package struct Phrase: Hashable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// Text from outside as it may stand in a message: in quotes, on one line, cut to 60 characters,
  /// with nothing in it that a terminal would obey.
  package static func quoted(_ text: String) -> String {
    let cut = text.prefix(60)
    var shown = "\""
    for scalar in cut.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069:
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + (cut.endIndex == text.endIndex ? "\"" : "…\"")
  }

  /// Names in quotes, with commas between them.
  package static func list(_ names: [String]) -> String {
    names.map(quoted).joined(separator: ", ")
  }
}

/// The phrase in the language of this run.
func say(_ phrase: Phrase) -> String { phrase(.current) }
