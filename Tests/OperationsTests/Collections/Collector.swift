import CommandLine
import Interchange
import Operations
import Postgres
import Quantities
import Repositories

// What those who work on arrears do, in short words.

extension Village {
  @discardableResult
  func remind(
    _ loan: String, _ how: ReminderChannel = .phone, dues: [Day] = [], on day: Day? = nil,
    key: String = "remind"
  ) async throws -> ReminderReceipt {
    try await RemindBorrower.run(
      ReminderRequest(loanNumber: loan, how: how, dues: dues, on: day, key: key), bank: bank,
      caller: Self.anna, on: pool)
  }

  @discardableResult
  func promise(
    _ loan: String, _ amount: Money, by day: Day, on given: Day? = nil, key: String = "promise"
  ) async throws -> PromiseReceipt {
    try await RecordPromise.run(
      PromiseRequest(loanNumber: loan, amount: amount, by: day, on: given, key: key), bank: bank,
      caller: Self.anna, on: pool)
  }

  @discardableResult
  func note(_ loan: String, _ text: String, key: String = "note") async throws -> NoteReceipt {
    try await RecordNote.run(
      NoteRequest(loanNumber: loan, text: text, on: nil, key: key), bank: bank,
      caller: Self.anna, on: pool)
  }

  @discardableResult
  func call(
    _ loan: String, _ called: CallRequest.Called, key: String = "call"
  ) async throws -> CallReceipt {
    try await CallToPay.run(
      CallRequest(loanNumber: loan, called, on: nil, key: key), bank: bank, caller: Self.anna,
      on: pool)
  }

  func history(_ loan: String) async throws -> CollectionHistory {
    try await ShowCollectionHistory.run(loan, bank: bank, on: pool).history
  }

  func sheet(
    on day: Day? = nil, _ narrow: (inout RoundScope) -> Void = { _ in }
  ) async throws -> CollectionSheet {
    var scope = RoundScope(on: day)
    narrow(&scope)
    return try await PlanRound.run(scope, bank: bank, on: pool)
  }

  /// Reads a file of repayments and books it.
  func book(
    _ text: String, mode: ServicingMode = .record, on other: ConnectionPool? = nil
  ) async throws -> (file: RepaymentFile, outcomes: [String]) {
    let file = try RepaymentFile(
      CSVReader(ByteSource(text: text), columns: RepaymentFile.columns), of: wujiaqu)
    let outcomes = try await BookRepayments.run(
      file.lines, mode: mode, bank: bank, caller: Self.clara, on: other ?? pool)
    return (file, outcomes.map(\.short))
  }

  /// Records an event that another officer stands behind.
  @discardableResult
  func serve(_ loan: String, _ event: ServicingEvent) async throws -> ServicingOutcome {
    let request = ServicingRequest(loan, event, key: "\(event)")
    return try await BankWork.perform(pool, bank: bank, caller: Self.boris) { work in
      try RecordEvent.record(request, in: work, isChecked: true)
    }
  }

  /// Borrowers B1 to B`count` become the group G1.
  func makeGroup(of count: Int) async throws {
    try await asOwner(
      """
      UPDATE borrowers SET group_reference = 'G1'
      WHERE bank_id = 102 AND borrower_id <= \(count)
      """)
  }

  @discardableResult
  func repayGroup(
    _ amount: Money, key: String = "group", mode: ServicingMode = .record,
    _ change: (inout GroupRepaymentRequest) -> Void = { _ in }
  ) async throws -> GroupRepaymentReceipt {
    var request = GroupRepaymentRequest(group: "G1", amount: amount, on: nil, key: key)
    change(&request)
    return try await RepayGroup.run(
      request, mode: mode, bank: bank, caller: Self.clara, on: pool)
  }

  /// What has come in on a loan.
  func received(_ loan: String) async throws -> Money {
    try await file(loan).facts.filter { $0.kind == .repaid }
      .reduce(Money.zero) { $0 + ($1.amount ?? .zero) }
  }
}

extension RepaymentOutcome {
  /// `new`, `known`, or the code of what refused it.
  var short: String {
    switch self {
    case .booked(let receipt): receipt.isNew ? "new" : "known"
    case .refused(let error): error.code
    }
  }
}
