/// The map of the project as `Package.swift` draws it.
struct Manifest: Sendable {
  struct Module: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case library, executable, tests, system }

    var kind: Kind
    var name: String
    var folder: String
    /// The modules it may use, in this package and in others.
    var uses: [String]
  }

  /// In the order of the file.
  var modules: [Module] = []
  /// Entries of the list of modules that this reader doesn't understand.
  var unknown: [String] = []

  init(_ text: String) {
    let tokens = SwiftText.tokens(of: text)
    let products = Manifest.products(tokens)
    for index in tokens.indices.dropLast(6) where Manifest.startsList(tokens[index...]) {
      guard let list = Declaration.group(tokens, from: index + 6, open: "[", close: "]") else {
        continue
      }
      read(Array(tokens[list]), products)
    }
  }

  /// `let modules: [Target] = [`, whatever the name of the list.
  private static func startsList(_ tokens: ArraySlice<Token>) -> Bool {
    let texts = tokens.prefix(8).map(\.text)
    return texts.count == 8 && texts[0] == "let"
      && texts[2...] == [":", "[", "Target", "]", "=", "["]
  }

  private mutating func read(_ list: [Token], _ products: [String: String]) {
    var index = 1
    while index < list.count - 1 {
      if list[index].isMark(".") || list[index].isMark(",") {
        index += 1
        continue
      }
      guard let call = Declaration.group(list, from: index, open: "(", close: ")") else { break }
      if let module = Manifest.module(list[index].text, Array(list[call]), products) {
        modules.append(module)
      } else {
        unknown.append("\(list[index].text) on line \(list[index].line)")
      }
      index = call.upperBound
    }
  }

  private static func module(
    _ form: String, _ arguments: [Token], _ products: [String: String]
  ) -> Module? {
    let first = arguments.first { $0.kind == .string }?.text
    guard let name = string(after: "name", arguments) ?? first else { return nil }
    switch form {
    case "module":
      guard let folder = string(after: "in", arguments) else { return nil }
      let uses = list(after: "uses", arguments, products)
      return Module(kind: .library, name: name, folder: folder, uses: uses)
    case "tests":
      let uses = list(after: "uses", arguments, products)
      return Module(kind: .tests, name: name, folder: "Tests/\(name)", uses: uses)
    case "executableTarget":
      guard let folder = string(after: "path", arguments) else { return nil }
      let uses = list(after: "dependencies", arguments, products)
      return Module(kind: .executable, name: name, folder: folder, uses: uses)
    case "systemLibrary":
      guard let folder = string(after: "path", arguments) else { return nil }
      return Module(kind: .system, name: name, folder: folder, uses: [])
    default:
      return nil
    }
  }

  /// The string that follows `label:`.
  private static func string(after label: String, _ tokens: [Token]) -> String? {
    for index in tokens.indices.dropLast(2)
    where tokens[index].isWord(label) && tokens[index + 1].isMark(":") {
      return tokens[index + 2].kind == .string ? tokens[index + 2].text : nil
    }
    return nil
  }

  /// The names in the brackets that follow `label:`.
  private static func list(
    after label: String, _ tokens: [Token], _ products: [String: String]
  ) -> [String] {
    let start = tokens.indices.dropLast().first {
      tokens[$0].isWord(label) && tokens[$0 + 1].isMark(":")
    }
    guard let start, let list = Declaration.group(tokens, from: start, open: "[", close: "]") else {
      return []
    }
    return tokens[list].compactMap { token in
      switch token.kind {
      case .string: token.text
      case .word: products[token.text] ?? token.text
      case .mark: nil
      }
    }
  }

  /// `let logging: … = .product(name: "Logging", …)`: logging stands for Logging.
  private static func products(_ tokens: [Token]) -> [String: String] {
    var products: [String: String] = [:]
    var latest: String?
    for index in tokens.indices.dropLast() {
      if tokens[index].isWord("let") { latest = tokens[index + 1].text }
      if tokens[index].isWord("product"), let name = latest {
        products[name] = tokens[index...].first { $0.kind == .string }?.text
      }
    }
    return products
  }
}
