/// A piece of an HTML page: text is escaped, so that nothing from outside becomes markup.
package indirect enum HTML: Hashable, Sendable {
  case text(String)
  /// An element by its name, with its attributes in order and what it holds.
  case element(String, [Attribute], [HTML])

  package struct Attribute: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Elements without an end tag.
  private static let empty: Set<String> = ["br", "hr", "img", "link", "meta"]

  /// An element of a class.
  package static func element(
    _ name: String, class classes: String = "", _ content: [HTML]
  ) -> HTML {
    .element(name, classes.isEmpty ? [] : [Attribute("class", classes)], content)
  }

  /// An element that holds text alone.
  package static func element(_ name: String, class classes: String = "", _ text: String) -> HTML {
    element(name, class: classes, [.text(text)])
  }

  /// A whole page: all it needs stands in it, and it may fetch and run nothing.
  ///
  /// - Parameters:
  ///   - title: of the window, and of a file printed to.
  ///   - language: `zh-CN`, `en`.
  ///   - style: the program's own style sheet; it is not escaped and holds no text from outside.
  ///   - body: what is shown.
  /// - Returns: the text of the file.
  package static func page(
    title: String, language: String, style: String, body: [HTML]
  ) -> String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'"
    let head: [HTML] = [
      .element("meta", [Attribute("charset", "utf-8")], []),
      .element(
        "meta",
        [Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", policy)], []),
      .element("title", title),
    ]
    var text = "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n"
    for piece in head { text += piece.markup + "\n" }
    text += "<style>\n\(style)\n</style>\n</head>\n<body>\n"
    for piece in body { text += piece.markup + "\n" }
    return text + "</body>\n</html>\n"
  }

  /// The piece as it stands in a file.
  package var markup: String {
    switch self {
    case .text(let text): return Self.escaped(text)
    case .element(let name, let attributes, let content):
      var markup = "<\(name)"
      for attribute in attributes {
        markup += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
      }
      markup += ">"
      if Self.empty.contains(name) { return markup }
      for piece in content { markup += piece.markup }
      return markup + "</\(name)>"
    }
  }

  /// The text without anything that a browser would obey, or that turns the text after it.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Table.printable(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
