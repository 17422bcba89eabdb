import ArgumentParser
import Banks
import Interchange
import LoanProducts
import Operations
import Origination
import Quantities
import Repositories

/// `shanhai loan document`: a paper of an application came in, one or a file of them.
struct LoanDocumentCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "document", abstract: say(.documentAbstract),
      discussion: say(.documentDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String?
  @Option(help: ArgumentHelp(.receivedHelp)) var received: String?
  @Option(help: ArgumentHelp(.documentOnHelp)) var on: Day?
  @Option(help: ArgumentHelp(.noteHelp)) var note = ""
  @Option(help: ArgumentHelp(.keyHelp)) var key: String?
  @Option(help: ArgumentHelp(.documentFileHelp)) var file: String?

  func validate() throws {
    try LoanRows.validate([number, received, key], file: file)
  }

  func run() async throws {
    try await global.inBank(place) { session, bank in
      var listing = Listing([
        .init("loan_number", say(.loanNumber)), .init("received", say(.documentReceived)),
        .init("missing", say(.documentsMissing)), .init("new", say(.isNew)),
      ])
      func receive(_ request: DocumentRequest) async throws {
        let (missing, isNew) = try await ReceiveDocument.run(
          request, bank: bank.code, caller: session.caller, on: session.pool)
        listing.rows.append([
          .text(request.loanNumber), .text(request.code),
          .text(missing.joined(separator: ";")), .flag(isNew, shown: say(.yesNo(isNew))),
        ])
      }
      guard let number, let received, let key else {
        let columns = CSVColumns(
          required: ["key", "loan_number", "code"], optional: ["on", "note", "bank"])
        let problems = try await LoanRows(file: file ?? "-", columns: columns, bank: bank).each {
          row throws(LineProblem) in
          var request = DocumentRequest(
            loanNumber: try row.text("loan_number"), code: try row.text("code"),
            on: try row.optional("on", row.day), key: try row.text("key"))
          request.note = row["note"] ?? ""
          return request
        } take: {
          try await receive($0)
        }
        return try output.print(listing, problems)
      }
      var request = DocumentRequest(loanNumber: number, code: received, on: on, key: key)
      request.note = note
      try await receive(request)
      try output.print(listing)
    }
  }
}

/// `shanhai loan documents`: which papers are there and which are missing.
struct LoanDocumentsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "documents", abstract: say(.documentsAbstract),
      discussion: say(.documentsDiscussion))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var place: BankOption
  @Argument(help: ArgumentHelp(.numberHelp)) var number: String

  func run() async throws {
    try await global.inBank(place) { session, bank in
      let file = try await ReadApplication.run(number, bank: bank.code, on: session.pool)
      var listing = Listing([
        .init("code", say(.documentCode)), .init("name", say(.documentName)),
        .init("received_on", say(.receivedOn)),
      ])
      listing.rows = file.documents.map { document in
        [
          .text(document.code), .text(say(Phrase(document.name))),
          file.received(document.code).map { .day($0) } ?? .none,
        ]
      }
      try output.print(listing)
    }
  }
}

/// The rows of a file, each of which is a request of its own.
struct LoanRows {
  let file: String
  let columns: CSVColumns
  let bank: Bank

  /// Either all of what names one request, or a file.
  static func validate(_ single: [String?], file: String?) throws {
    let isSingle = single.allSatisfy { $0 != nil }
    guard isSingle != (file != nil), isSingle || single.allSatisfy({ $0 == nil }) else {
      throw ValidationError(say(.oneOrFile))
    }
  }

  /// Takes each row of the bank by itself.
  ///
  /// - Returns: the rows that were refused.
  func each<Request>(
    _ read: (CSVRow) throws(LineProblem) -> Request, take: (Request) async throws -> Void
  ) async throws -> LineProblems {
    let reader = try CSVReader(ByteSource(path: file), columns: columns)
    var problems = LineProblems()
    while let row = try reader.next(noting: &problems) {
      if let other = row["bank"], other != bank.code { continue }
      let request = problems.collect { () throws(LineProblem) in try read(row) }
      guard let request else { continue }
      do {
        try await take(request)
      } catch {
        let failure = Failure(error, currency: bank.currency)
        guard failure.kind == .refused else { throw failure }
        problems.note(LineProblem(row.line, inWords: failure))
      }
    }
    return problems
  }
}

extension FormatOption {
  /// Prints what went in, and what was refused on standard error.
  func print(_ listing: Listing, _ problems: LineProblems) throws {
    try print(listing)
    guard !problems.isEmpty else { return }
    Output.writeError(Listing(problems).text(.table))
    throw Failure(
      .refused, code: "origination.lines_refused",
      .linesRefused(problems.count, accepted: listing.rows.count, keepsGood: true))
  }
}
