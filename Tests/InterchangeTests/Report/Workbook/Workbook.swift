import Foundation
import Interchange
import Testing

/// A workbook as it stands in its file.
struct Workbook {
  struct Cell: Hashable {
    /// The number as written, or the text.
    var value: String
    var isText: Bool
    /// The number format; `General` if it has none.
    var format: String
    var isBold: Bool
  }

  let bytes: [UInt8]
  /// The parts of the file by their names.
  private(set) var parts: [String: String] = [:]

  /// Writes a report to a file of its own, and reads that.
  init(of report: ReportDocument) throws {
    let path = NSTemporaryDirectory() + "report-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    try report.writeWorkbook(to: path)
    bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var place = try #require(
      (0..<bytes.count - 21).last { bytes[$0..<$0 + 4] == [0x50, 0x4B, 5, 6] })
    let count = number(place + 10, 2)
    place = number(place + 16, 4)
    for _ in 0..<count {
      let (method, size) = (number(place + 10, 2), number(place + 20, 4))
      let (name, extra, remark) = (
        number(place + 28, 2), number(place + 30, 2), number(place + 32, 2)
      )
      let local = number(place + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let packed = Array(bytes[start..<start + size])
      let part = method == 0 ? packed : try Inflater.unpacked(packed)
      parts[text(bytes[place + 46..<place + 46 + name])] = text(part[...])
      place += 46 + name + extra + remark
    }
  }

  private func number(_ place: Int, _ count: Int) -> Int {
    bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  func part(_ name: String) throws -> String { try #require(parts[name], "\(name)") }

  /// The names of the sheets, in order.
  func sheetNames() throws -> [String] {
    try Self.elements("sheet", in: part("xl/workbook.xml")).compactMap { $0.attributes["name"] }
  }

  /// The cells of a sheet, from 1, by their places.
  func cells(_ sheet: Int) throws -> [String: Cell] {
    let shared = try Self.elements("si", in: part("xl/sharedStrings.xml")).map { item in
      Self.elements("t", in: item.content).map(\.content).joined()
    }
    let styles = try part("xl/styles.xml")
    let formats = Dictionary(
      uniqueKeysWithValues: Self.elements("numFmt", in: styles).compactMap { format in
        format.attributes["numFmtId"].map { ($0, format.attributes["formatCode"] ?? "") }
      })
    let builtIn = ["0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00"]
    let fonts = Self.elements("font", in: styles).map { $0.content.contains("<b/>") }
    let looks = Self.elements(
      "xf", in: Self.elements("cellXfs", in: styles).first?.content ?? "")
    var cells: [String: Cell] = [:]
    for cell in try Self.elements("c", in: part("xl/worksheets/sheet\(sheet).xml")) {
      guard let place = cell.attributes["r"],
        let value = Self.elements("v", in: cell.content).first?.content
      else { continue }
      let isText = cell.attributes["t"] == "s"
      let look = looks[cell.attributes["s"].flatMap { Int($0) } ?? 0].attributes
      let id = look["numFmtId"] ?? "0"
      cells[place] = Cell(
        value: isText ? Self.plain(shared[Int(value) ?? 0]) : value, isText: isText,
        format: formats[id] ?? builtIn[id] ?? id, isBold: fonts[Int(look["fontId"] ?? "0") ?? 0])
    }
    return cells
  }

  /// The elements of a name, none of which holds another of it.
  static func elements(
    _ name: String, in text: String
  ) -> [(attributes: [String: String], content: String)] {
    var found: [(attributes: [String: String], content: String)] = []
    var rest = text[...]
    while let start = rest.range(of: "<\(name)") {
      rest = rest[start.upperBound...]
      guard let next = rest.first, next == " " || next == ">" || next == "/",
        let end = rest.firstIndex(of: ">")
      else { continue }
      var tag = rest[..<end]
      let isEmpty = tag.last == "/"
      if isEmpty { tag.removeLast() }
      rest = rest[rest.index(after: end)...]
      var content = ""
      if !isEmpty, let close = rest.range(of: "</\(name)>") {
        content = String(rest[..<close.lowerBound])
        rest = rest[close.upperBound...]
      }
      found.append((attributes(tag), content))
    }
    return found
  }

  private static func attributes(_ tag: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    let pieces = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      let name = pieces[index].trimmingCharacters(in: [" ", "="])
      attributes[name] = plain(String(pieces[index + 1]))
    }
    return attributes
  }

  private static func plain(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
