package import Migration

extension ErrorMessages {
  package static func phrase(_ error: MigrationError) -> Phrase {
    switch error {
    case .fileNameMalformed, .numberTwice, .numberMissing, .controlsTransaction:
      ofScripts(error)
    case .databaseIsNewer(let found, let known):
      Phrase(
        zh: """
          数据库的结构已是第 \(found) 版，这个程序只认识到第 \(known) 版；什么也没有写，\
          请换用新版程序
          """,
        en: """
          the database's schema is at version \(found), and this program knows \(known); nothing \
          was written: use a newer program
          """)
    case .changed(let number, let name):
      Phrase(
        zh: """
          第 \(number) 步（\(Phrase.quoted(name))）执行之后，它的脚本被改过；请恢复原来的脚本，\
          把改动写成新的一步
          """,
        en: """
          step \(number), \(Phrase.quoted(name)), was changed after it had been applied to this \
          database; restore the script and make the change a new step
          """)
    case .leftOut(let number, let applied):
      Phrase(
        zh: "数据库跳过了第 \(number) 步，却执行了第 \(applied) 步；它不是由这个程序建立的，请用备份恢复",
        en: """
          step \(number) was never applied to this database, and step \(applied) was; something \
          else made it: restore it from a backup
          """)
    case .notMigrated(let pending):
      Phrase(
        zh: "数据库的结构还差 \(pending.count) 步（\(steps(pending))）；请先 `shanhai database migrate`",
        en: """
          the database's schema lacks \(pending.count) steps (\(steps(pending))); run `shanhai \
          database migrate` first
          """)
    }
  }

  /// The program's own scripts are not in order: a fault of whoever built it.
  private static func ofScripts(_ error: MigrationError) -> Phrase {
    switch error {
    case .fileNameMalformed(let name):
      Phrase(
        zh: "迁移脚本 \(Phrase.quoted(name)) 的文件名不对；应为四位编号加小写单词：0001_loans.sql",
        en: """
          the migration script \(Phrase.quoted(name)) is not named by four digits and words in \
          lower case: 0001_loans.sql
          """)
    case .numberTwice(let number, let names):
      Phrase(
        zh: "有两个第 \(number) 步的迁移脚本：\(Phrase.list(names))；请改其中一个的编号",
        en: "two migration scripts have number \(number): \(Phrase.list(names)); renumber one")
    case .numberMissing(let number):
      Phrase(
        zh: "缺少第 \(number) 步的迁移脚本；编号从 1 起，不能间断",
        en: "the migration script number \(number) is missing; numbers run from 1 without a gap")
    case .controlsTransaction(let number, let name, let line):
      Phrase(
        zh: """
          迁移脚本 \(number)（\(Phrase.quoted(name))）第 \(line) 行开始或结束事务；\
          每一步本身就是一个事务，请删去这一行
          """,
        en: """
          line \(line) of the migration script \(number), \(Phrase.quoted(name)), begins or ends \
          a transaction; each script is one already: remove the line
          """)
    case .databaseIsNewer, .changed, .leftOut, .notMigrated: phrase(error)
    }
  }

  private static func steps(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }
}
