package import Risk

extension ErrorMessages {
  package static func phrase(_ error: FilterFault) -> Phrase {
    switch error {
    case .unknownName(let name, let allowed):
      Phrase(
        zh: "没有维度 \(Phrase.quoted(name))；可用：\(allowed.joined(separator: ", "))",
        en: """
          loans can't be told by \(Phrase.quoted(name)); there are \
          \(allowed.joined(separator: ", "))
          """)
    case .namedTwice(let name):
      Phrase(
        zh: "\(Phrase.quoted(name)) 写了两次；每个只能写一次",
        en: "\(Phrase.quoted(name)) stands there twice; give each once")
    case .unknownValue(let value, let name, let allowed):
      Phrase(
        zh: "\(name) 没有 \(Phrase.quoted(value))；可用：\(allowed.joined(separator: ", "))",
        en: """
          \(name) has no value \(Phrase.quoted(value)); there are \(allowed.joined(separator: ", "))
          """)
    }
  }
}
