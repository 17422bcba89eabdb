/// The names of the sheets of a workbook.
///
/// At most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe, and no two alike but for capitals.
struct SheetNames {
  private static let most = 31
  /// The name that Excel keeps for itself.
  private var taken: Set<String> = ["history"]

  /// The title as a name that is not taken yet, or the other text if nothing of it can stand.
  mutating func add(_ title: String, else other: String) -> String {
    let base = [title, other, "Sheet"].map(Self.allowed).first { !$0.isEmpty } ?? "Sheet"
    var name = Self.cut(base, to: Self.most)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let end = " \(number)"
      name = Self.cut(base, to: Self.most - end.utf16.count) + end
      number += 1
    }
    return name
  }

  private static func allowed(_ text: String) -> String {
    let kept = Table.printable(text).map { character -> Character in
      if "[]:*?/\\".contains(character) { return " " }
      return character == "'" ? "’" : character
    }
    return kept.split(separator: " ").map { String($0) }.joined(separator: " ")
  }

  private static func cut(_ text: String, to most: Int) -> String {
    var short = ""
    for character in text {
      if short.utf16.count + character.utf16.count > most { break }
      short.append(character)
    }
    while short.last == " " { short.removeLast() }
    return short
  }
}
