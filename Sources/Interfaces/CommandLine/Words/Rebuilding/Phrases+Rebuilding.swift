/// The words of `shanhai export facts` and `import facts`.
extension Phrase {
  static let exportFactsAbstract = Phrase(
    zh: "导出发生过的一切；从它可以重建整个数据库。",
    en: "Write everything that happened: a database can be rebuilt from it.")
  static let exportFactsDiscussion = Phrase(
    zh: """
      每行一个 JSON 对象：{"table":"loans","row":{…}}，按可以写入的先后：目录、员工、借款人、签订的
      条款、事实。由事实推出的（分录、头寸、现状、摘要）不在其中。同一时刻的库，导出的字节相同。
      文件含个人信息，请妥善保管；写完才得到 --output 的名字。例：
        shanhai export facts --output facts.jsonl
      """,
    en: """
      One JSON object a line, {"table":"loans","row":{…}}, in an order in which they can be
      inserted: catalog, officers, borrowers, terms as signed, facts. What follows from facts
      (postings, positions, states, digests) is not among them. The same database gives the same
      bytes. The file holds personal data: keep it as you keep the database. It gets the name of
      --output when it is whole. For example:
        shanhai export facts --output facts.jsonl
      """)
  static let importFactsAbstract = Phrase(
    zh: "用导出的事实重建一个空数据库。", en: "Rebuild an empty database from an export of facts.")
  static let importFactsDiscussion = Phrase(
    zh: """
      写入 export facts 的各行，再由引擎推出其余一切：分录、每月头寸、贷款现状、月结摘要；报表和摘要
      与原库逐字节相同。库须刚建好、没有数据，并由表的所有者运行；一个事务，出错就什么都不留。例：
        shanhai database start; shanhai database migrate
        shanhai import facts facts.jsonl
        shanhai verify
      """,
    en: """
      The rows of export facts go in, and the engine makes all the rest from them: postings, each
      month's positions, states of loans, digests of closed months; reports and digests are the
      same, byte for byte. It needs a new database without rows and the owner of its tables, and
      is one transaction: after an error nothing is left. For example:
        shanhai database start; shanhai database migrate
        shanhai import facts facts.jsonl
        shanhai verify
      """)
  static let factsFileHelp = Phrase(
    zh: "export facts 写的文件；- 为标准输入。", en: "A file of export facts; - is standard input.")
  static let loansRebuilt = Phrase(zh: "已重建的贷款", en: "loans rebuilt")
  static let rebuiltLines = Phrase(zh: "行数", en: "Lines")
}
