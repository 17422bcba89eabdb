/// The elements of a page, read as strictly as XML is: each is closed where it should be, each
/// attribute is quoted, and `<` and `&` stand nowhere else.
struct PageElements {
  private(set) var all: [(name: String, attributes: [String: String])] = []
  /// All text between them.
  private(set) var text = ""

  private static let empty: Set<String> = ["meta"]

  /// - Returns: nil if the page is not well formed.
  init?(_ page: String) {
    let start = "<!DOCTYPE html>"
    guard page.hasPrefix(start) else { return nil }
    var rest = page.dropFirst(start.count)
    var open: [Substring] = []
    while let mark = rest.firstIndex(of: "<") {
      guard let between = Self.plain(rest[..<mark]), let end = rest[mark...].firstIndex(of: ">")
      else { return nil }
      text += between
      let tag = rest[rest.index(after: mark)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return nil }
      } else {
        let name = tag.prefix { $0 != " " }
        guard let attributes = Self.attributes(tag.dropFirst(name.count)) else { return nil }
        all.append((String(name), attributes))
        if !Self.empty.contains(String(name)) { open.append(name) }
      }
    }
    guard open.isEmpty, rest == "\n" else { return nil }
  }

  /// ` name="value"`, any number of times.
  private static func attributes(_ text: Substring) -> [String: String]? {
    var rest = text
    var attributes: [String: String] = [:]
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "=") else { return nil }
      let name = rest[rest.index(after: rest.startIndex)..<equals]
      rest = rest[rest.index(after: equals)...]
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }),
        rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\""),
        let value = plain(rest.dropFirst()[..<end])
      else { return nil }
      if attributes.updateValue(value, forKey: String(name)) != nil { return nil }
      rest = rest[rest.index(after: end)...]
    }
    return attributes
  }

  /// The text without escapes.
  private static func plain(_ text: Substring) -> String? {
    let escapes = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
    var plain = ""
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      plain += rest[..<mark]
      rest = rest[mark...]
      guard let end = rest.firstIndex(of: ";"), let character = escapes[String(rest[...end])]
      else { return nil }
      plain += character
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }
}
