package import Interchange

extension ErrorMessages {
  package static func phrase(_ error: CSVError) -> Phrase {
    switch error {
    case .fileUnreadable(let path, let reason): fileUnreadable(path, reason)
    case .empty:
      Phrase(
        zh: "CSV 文件是空的；第一行须是列名", en: "the CSV file is empty; its first line must name the columns")
    case .tooLarge(let limit, let allowed, let line): tooLarge(limit, allowed: allowed, line: line)
    case .bareCarriageReturn(let line):
      Phrase(
        zh: "第 \(line) 行有单独的回车符；行尾只能是 LF 或 CRLF，请另存后再试",
        en: "line \(line) has a carriage return alone; lines end in LF or CRLF: save it so")
    case .quoteInUnquotedField(let line):
      Phrase(
        zh: "第 \(line) 行：没有加引号的字段里有引号；请给整个字段加引号，里面的引号写两个",
        en: """
          line \(line) has a quote inside a field without quotes; put the whole field in quotes \
          and double those inside it
          """)
    case .textAfterQuote(let line):
      Phrase(
        zh: "第 \(line) 行：右引号后面还有字；引号须包住整个字段，里面的引号写两个",
        en: """
          line \(line) has text after a closing quote; quotes hold a whole field, and those inside \
          it are doubled
          """)
    case .unclosedQuote(let line):
      Phrase(
        zh: "第 \(line) 行开始的引号直到文件末尾也没有结束；请补上右引号",
        en: "the quote that opens on line \(line) never closes; add the closing quote")
    case .nulByte, .invalidUTF8: encoding(error)
    case .duplicateColumn, .missingColumns, .unknownColumns: header(error)
    case .wrongFieldCount(let line, let found, let allowed):
      Phrase(
        zh: "第 \(line) 行有 \(found) 个字段，而列名有 \(allowed) 个；请补齐或删去",
        en: "line \(line) has \(found) fields and the header \(allowed); make them the same")
    }
  }

  private static func fileUnreadable(_ path: String, _ reason: String) -> Phrase {
    let name = Phrase.quoted(path)
    return Phrase(
      zh: "文件 \(name) 读不了：\(reason)；请检查路径和权限",
      en: "the file \(name) can't be read: \(reason); check its path and permissions")
  }

  private static func tooLarge(_ limit: CSVLimit, allowed: Int, line: Int) -> Phrase {
    let what: Phrase
    switch limit {
    case .fieldBytes:
      what = Phrase(zh: "一个字段超过 \(allowed) 字节", en: "a field is over \(allowed) bytes")
    case .rowBytes:
      what = Phrase(zh: "一行记录超过 \(allowed) 字节", en: "a row is over \(allowed) bytes")
    case .rowCount:
      what = Phrase(zh: "记录超过 \(allowed) 行", en: "the file has over \(allowed) rows")
    case .fileBytes:
      what = Phrase(zh: "文件超过 \(allowed) 字节", en: "the file is over \(allowed) bytes")
    }
    return Phrase(
      zh: "第 \(line) 行：\(what.zh)；请检查是否漏了右引号，或把文件分开",
      en: "line \(line): \(what.en); look for a missing closing quote, or split the file")
  }

  /// Bytes that aren't the text they should be.
  private static func encoding(_ error: CSVError) -> Phrase {
    let line = error.lineProblem?.line ?? 1
    return Phrase(
      zh: "从第 \(line) 行开始的记录不是 UTF-8 文本；请另存为“CSV UTF-8”，不要用 GBK 或 UTF-16",
      en: """
        the row that begins on line \(line) is not UTF-8 text; save the file as "CSV UTF-8", not \
        in GBK or UTF-16
        """)
  }

  private static func header(_ error: CSVError) -> Phrase {
    switch error {
    case .duplicateColumn(let name):
      Phrase(
        zh: "列 \(Phrase.quoted(name)) 出现了两次；列名不能重复",
        en: "the column \(Phrase.quoted(name)) stands twice; columns have different names")
    case .missingColumns(let names, let found):
      Phrase(
        zh: "缺少列 \(Phrase.list(names))；文件里有 \(Phrase.list(found))，列名须一字不差",
        en: """
          the columns \(Phrase.list(names)) are missing; the file has \(Phrase.list(found)), and \
          names must be spelled exactly
          """)
    case .unknownColumns(let names, let allowed):
      Phrase(
        zh: "不认识列 \(Phrase.list(names))；可以有 \(Phrase.list(allowed))，其余请删去",
        en: """
          the columns \(Phrase.list(names)) are unknown; allowed are \(Phrase.list(allowed)): \
          remove the others
          """)
    case .fileUnreadable, .empty, .tooLarge, .bareCarriageReturn, .quoteInUnquotedField,
      .textAfterQuote, .unclosedQuote, .nulByte, .invalidUTF8, .wrongFieldCount:
      phrase(error)
    }
  }
}
