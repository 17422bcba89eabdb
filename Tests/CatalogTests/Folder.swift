import Foundation

/// A folder of small files, gone with the value.
final class Folder: Sendable {
  static let bankHeader = """
    code,number,name_zh,name_en,sponsor,division_code,area_code_prefixes,currency,\
    currency_decimals,business_date,source,remark

    """

  let path: String

  init(_ files: [String: String]) throws {
    let root = FileManager.default.temporaryDirectory
      .appending(path: "shanhai-catalog-\(UUID().uuidString)")
    path = root.path
    for (name, text) in files {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("the folder \(path) is still there: \(error)")
    }
  }
}
