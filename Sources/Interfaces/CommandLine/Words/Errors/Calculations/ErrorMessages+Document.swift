package import Calculations
package import Interchange

extension ErrorMessages {
  package static func phrase(_ error: JSONError) -> Phrase {
    switch error {
    case .notJSON(let reason):
      Phrase(
        zh: "标准输入不是 JSON（\(reason)）；请给一份 UTF-8 的 JSON",
        en: "standard input is not JSON (\(reason)); give one JSON document in UTF-8")
    }
  }

  package static func phrase(_ error: DocumentError) -> Phrase {
    switch error {
    case .notCases(let expected):
      Phrase(
        zh: "输入不是一组案例；应为 \(expected)",
        en: "the document holds no cases; it has to be \(expected)")
    case .missing(let path):
      Phrase(zh: "缺少 \(path)；请补上", en: "\(path) is missing; give it")
    case .notAllowed(path: "", let found, let allowed):
      Phrase(
        zh: "案例为 \(found)，不允许；允许：\(allowed)",
        en: "the case is \(found), which is not allowed; allowed: \(allowed)")
    case .notAllowed(let path, let found, let allowed):
      Phrase(
        zh: "\(path) 为 \(found)，不允许；允许：\(allowed)",
        en: "\(path) is \(found), which is not allowed; allowed: \(allowed)")
    case .unknownMember(let path, let allowed):
      Phrase(
        zh: "不认识 \(path)；可用：\(allowed.joined(separator: ", "))",
        en: "\(path) is not known; known are \(allowed.joined(separator: ", "))")
    }
  }
}
