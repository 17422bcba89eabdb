package import Operations
import Quantities

extension ErrorMessages {
  package static func phrase(_ error: BooksError) -> Phrase {
    switch error {
    case .daysReversed(let first, let last):
      Phrase(
        zh: "起始日 \(first) 晚于截止日 \(last)；截止日取 --until、--as-of 中较早的",
        en: """
          the first day \(first) is later than the last, \(last), which is the earlier one of \
          --until and --as-of
          """)
    case .accountUnknown(let code):
      Phrase(
        zh: "没有科目 \(Phrase.quoted(code))；科目表见 `shanhai catalog accounts`",
        en: "there is no account \(Phrase.quoted(code)); `shanhai catalog accounts` lists them")
    }
  }
}
