package import Operations

extension ErrorMessages {
  package static func phrase(_ error: RebuildError) -> Phrase {
    switch error {
    case .notOwner:
      Phrase(
        zh: "重建要重做表的键，只有表的所有者可以；请以所有者身份连接",
        en: "the keys of the tables are made anew, which only their owner may: connect as the owner"
      )
    case .notEmpty(let table):
      Phrase(
        zh: "表 \(Phrase.quoted(table)) 里已有数据；请用一个刚建好、什么都没装载的数据库",
        en: """
          the table \(Phrase.quoted(table)) has rows; take a new database with nothing loaded into \
          it
          """)
    case .lineUnreadable(let line):
      Phrase(
        zh: "第 \(line) 行不是 shanhai export facts 写的；请用完整的导出文件",
        en: """
          line \(line) is none that shanhai export facts writes; take the whole file of an export
          """)
    case .factUnreadable(let number, let bank):
      Phrase(
        zh: "银行 \(bank) 的事实 \(number) 说不清是哪次计提或月结；请用未改动的导出文件",
        en: """
          fact \(number) of the bank \(bank) does not tell which run or close it is of; take an \
          export that nobody has changed
          """)
    }
  }
}
