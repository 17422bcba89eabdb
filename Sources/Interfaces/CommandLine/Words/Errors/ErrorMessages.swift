import Interchange

/// What each error says to people: what was found, what is allowed, what to do.
///
/// One function per error type, an exhaustive switch in a file `ErrorMessages+Module` of its own,
/// so that a new case does not compile without its words. `Failure` lists the types.
package enum ErrorMessages {
  package static func phrase(_ error: OutputError) -> Phrase {
    switch error {
    case .cannotWrite(let reason):
      Phrase(
        zh: "结果写不到标准输出：\(reason)。已经入账的不受影响；请腾出空间后再取一次结果",
        en: """
          the result can't be written to standard output: \(reason). What is booked stays booked; \
          make room and ask for the result again
          """)
    case .cannotWriteFile(let path, let reason):
      Phrase(
        zh: "文件 \(Phrase.quoted(path)) 写不成：\(reason)；请换一个位置，或不写 --output",
        en: """
          the file \(Phrase.quoted(path)) can't be written: \(reason); name another place, or \
          leave --output out
          """)
    }
  }

  /// A field that can't be read.
  static func phrase(_ problem: LineProblem) -> Phrase {
    let name = problem.column.map(Phrase.quoted) ?? ""
    return Phrase(
      zh: "\(name) 是 \(Phrase.quoted(problem.found))；允许：\(problem.allowed)",
      en: "\(name) is \(Phrase.quoted(problem.found)); allowed: \(problem.allowed)")
  }

  /// An error that no command expects: a fault of the program, told as it is.
  package static func unexpected(_ error: any Error) -> Phrase {
    let text = Phrase.quoted(String(describing: error))
    return Phrase(
      zh: "程序遇到没有料到的错误：\(text)。请加上 --verbose 再试一次，并把输出告诉维护者",
      en: """
        the program met an error it did not expect: \(text). Try again with --verbose and show the \
        output to its maintainers
        """)
  }

  /// Arguments that don't fit; `reason` is the argument parser's sentence.
  package static func usage(_ reason: String, help: String) -> Phrase {
    Phrase(
      zh: "用法不对：\(reason)；用法见 \(help)",
      en: "\(reason); for the usage see \(help)")
  }
}

extension Listing {
  /// The problems of a file, one row each, for the report of an import.
  init(_ problems: LineProblems) {
    self.init([
      Column("line", say(.line), .right), Column("column", say(.column)),
      Column("code", say(.rule)), Column("found", say(.found)), Column("allowed", say(.allowed)),
    ])
    rows = problems.kept.sorted { $0.line < $1.line }.map { problem in
      [
        .integer(problem.line), problem.column.map { .text($0) } ?? .none, .text(problem.code),
        .text(problem.found), .text(problem.allowed),
      ]
    }
  }
}
