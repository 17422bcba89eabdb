package import Interchange

extension ErrorMessages {
  package static func phrase(_ error: ReportError) -> Phrase {
    switch error {
    case .workbookUnwritable(let path, let reason):
      Phrase(
        zh: "工作簿 \(Phrase.quoted(path)) 写不成：\(Phrase.quoted(reason))；请换一个位置，或腾出空间",
        en: """
          the workbook \(Phrase.quoted(path)) can't be written: \(Phrase.quoted(reason)); name \
          another place, or make room
          """)
    }
  }
}
