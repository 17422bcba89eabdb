package import CatalogFiles
package import Operations
import Quantities
package import Repositories

extension ErrorMessages {
  package static func phrase(_ error: CatalogError) -> Phrase {
    switch error {
    case .keyTwice(let key, let line):
      return Phrase(
        zh: "\(Phrase.quoted(key)) 在第 \(line) 行已经有了；请删去一行",
        en: "\(Phrase.quoted(key)) stands on line \(line) already; remove one of the two")
    case .referenceUnknown(let column, let found):
      return Phrase(
        zh: "\(column) \(Phrase.quoted(found)) 不在文件里，也不在数据库里；请改正，或先载入它",
        en: """
          \(column) \(Phrase.quoted(found)) is neither in the files nor in the database; mend it, \
          or load it first
          """)
    case .rowDiffers(let key, let difference):
      return Phrase(
        zh: """
          \(Phrase.quoted(key)) 的 \(difference.column) 是 \(Phrase.quoted(difference.found))，\
          而目录里是 \(Phrase.quoted(difference.stored))；目录只增不改，请改回文件
          """,
        en: """
          \(difference.column) of \(Phrase.quoted(key)) is \(Phrase.quoted(difference.found)) here \
          and \(Phrase.quoted(difference.stored)) in the catalog, which only grows; put it back
          """)
    case .numberTaken(let number, let bank):
      return Phrase(
        zh: "编号 \(number) 已是 \(Phrase.quoted(bank)) 的；请用另一个",
        en: "the number \(number) is that of \(Phrase.quoted(bank)); give another")
    case .accountMissing(let account):
      return Phrase(
        zh: "科目表缺少 \(Phrase.quoted(account))，贷款要记这个科目；请补上这一行",
        en: """
          the chart lacks the account \(Phrase.quoted(account)), which loans are posted to; add \
          its row
          """)
    case .placeTaken(let place, let owner):
      return Phrase(
        zh: "\(Phrase.quoted(place)) 已有 \(Phrase.quoted(owner))；请写后来的起始日，或另一地区",
        en: """
          \(Phrase.quoted(place)) has \(Phrase.quoted(owner)) already; give a later first day or \
          another place
          """)
    case .weightsDoNotAddUp(let day, let sum):
      let percent = FixedPoint.text(Int128(sum), decimals: 2)
      return Phrase(
        zh: "\(day) 起的情景权重合计 \(percent) %，应为 100 %；请把同一起始日的各行一并写全，已有的一组不能再加，请另给起始日",
        en: """
          the weights of the scenarios from \(day) on add up to \(percent) %, not to 100 %; give \
          all rows of that first day together, or another first day where some are there already
          """)
    case .beginsTooEarly(let day, let month): return beginsTooEarly(day, month)
    case .loadRefused(let problems):
      return linesRefused(problems.count)
    }
  }

  private static func beginsTooEarly(_ day: Day, _ month: Month) -> Phrase {
    let first = (month + 1).firstDay
    return Phrase(
      zh: "\(day) 起的行会改变已计提月份的报告；最近计提的是 \(month)，起始日须为 \(first) 或以后",
      en: """
        a row that begins on \(day) would change reports of months that were run, the last one \
        \(month); give \(first) or a later day as its first
        """)
  }

  package static func phrase(_ error: FileRefusal) -> Phrase {
    switch error {
    case .nothingFound(let folder):
      Phrase(
        zh: "文件夹 \(Phrase.quoted(folder)) 里没有目录文件，如 banks.csv、lpr.csv、products/*.json",
        en: """
          the folder \(Phrase.quoted(folder)) has no file of a catalog, such as banks.csv, lpr.csv \
          or products/*.json
          """)
    case .linesRefused(let problems): linesRefused(problems.count)
    }
  }

  package static func phrase(_ error: ProductDocumentError) -> Phrase {
    if error.found.isEmpty {
      return Phrase(
        zh: "产品文件缺少 \(Phrase.quoted(error.key))；请补上",
        en: "the product's document lacks \(Phrase.quoted(error.key)); add it")
    }
    return Phrase(
      zh: "产品文件的 \(Phrase.quoted(error.key)) 不对：\(Phrase.quoted(error.found))；请对照其他产品改正",
      en: """
        \(Phrase.quoted(error.key)) of the product's document is wrong: \
        \(Phrase.quoted(error.found)); mend it after the other products
        """)
  }

  private static func linesRefused(_ count: Int) -> Phrase {
    Phrase(
      zh: "\(count) 行被拒绝，因此什么也没有写；请改正上列各行",
      en: "\(count) lines are refused, so nothing is written; mend the lines listed above")
  }
}
