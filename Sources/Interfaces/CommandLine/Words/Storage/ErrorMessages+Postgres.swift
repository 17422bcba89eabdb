package import Postgres

extension ErrorMessages {
  /// What happened, what the server said, what to do, and where: SQLSTATE, file, constraint.
  ///
  /// The server's `detail` is left out: it shows the values of a row, which may be personal data.
  package static func phrase(_ error: PostgresError) -> Phrase {
    let (what, act) = words(error.kind)
    let place = place(error)
    // libpq ends with a question ("Is the server running …?"), which `act` answers.
    let lines = error.message.split(whereSeparator: \.isNewline).filter { $0.last != "?" }
    var said = Phrase.told(lines.joined(separator: "\n"))
    while said.last == "." { said.removeLast() }
    if let hint = error.hint { said += " (\(Phrase.told(hint)))" }
    return Phrase(
      zh: what.zh + (said.isEmpty ? "" : "：\(said)") + "；" + act.zh
        + (place.isEmpty ? "" : "（\(place)）"),
      en: what.en + (said.isEmpty ? "" : ": \(said)") + "; " + act.en
        + (place.isEmpty ? "" : " (\(place))"))
  }

  /// `SQLSTATE 23505, loans/insert_loan.sql:3, constraint loans_number_key, table loans`.
  private static func place(_ error: PostgresError) -> String {
    var parts: [String] = []
    if let state = error.sqlState { parts.append("SQLSTATE \(state)") }
    if let name = error.statementName {
      let file = name.hasSuffix(".sql") ? name : "\(name).sql"
      parts.append(file + (error.line.map { ":\($0)" } ?? ""))
    }
    if let constraint = error.constraint { parts.append("constraint \(constraint)") }
    if let table = error.table { parts.append("table \(table)") }
    if let column = error.column { parts.append("column \(column)") }
    return Phrase.told(parts.joined(separator: ", "))
  }

  private static func words(_ kind: PostgresError.Kind) -> (what: Phrase, act: Phrase) {
    switch kind {
    case .connectionFailed, .authenticationFailed, .serverGone, .poolClosed:
      ofConnection(kind)
    case .timedOut, .cancelled, .outcomeUnknown, .serializationFailure, .deadlock,
      .lockNotAvailable, .transactionAborted:
      ofTransaction(kind)
    case .uniqueViolation, .foreignKeyViolation, .checkViolation, .notNullViolation,
      .constraintViolation:
      (
        Phrase(
          zh: "数据库的约束不允许这样写入，什么也没有写",
          en: "a constraint of the database refuses this, nothing was written"),
        report
      )
    case .permissionDenied:
      (
        Phrase(zh: "数据库不允许这个用户这样做", en: "the database does not let this user do that"),
        Phrase(
          zh: "请用有权限的用户登录，或请管理员授予 shanhai_app 角色；`database migrate` 须由数据库的所有者执行",
          en: """
            log in as one who may, or have the role shanhai_app granted; `database migrate` is \
            for the database's owner
            """)
      )
    case .refusedByServer:
      (Phrase(zh: "数据库拒绝了这条语句", en: "the database refuses the statement"), report)
    case .wrongParameter, .wrongResult:
      (
        Phrase(
          zh: "程序和数据库对语句的理解不一致", en: "the program and the database differ on a statement"),
        report
      )
    }
  }

  private static func ofConnection(_ kind: PostgresError.Kind) -> (what: Phrase, act: Phrase) {
    switch kind {
    case .authenticationFailed:
      (
        Phrase(zh: "数据库不让这个用户登录", en: "the database does not let this user in"),
        Phrase(
          zh: "请检查 --database、PGUSER 和密码（PGPASSWORD 或 ~/.pgpass）",
          en: "check --database, PGUSER and the password (PGPASSWORD or ~/.pgpass)")
      )
    case .serverGone:
      (
        Phrase(zh: "与数据库的连接断了", en: "the connection to the database broke"),
        Phrase(
          zh: "没有提交的都没有写入；请看服务器是否在运行，然后再做一次",
          en: "what was not committed is not written; see that the server runs, then try again")
      )
    case .poolClosed:
      (Phrase(zh: "程序正在结束", en: "the program is ending"), again)
    default:
      (
        Phrase(zh: "连不上数据库", en: "the database can't be reached"),
        Phrase(
          zh: "请看服务器是否在运行（自己的数据库：`shanhai database start`），并检查 --database、PGHOST、PGPORT",
          en: """
            see that the server runs (the private one: `shanhai database start`) and check \
            --database, PGHOST and PGPORT
            """)
      )
    }
  }

  private static func ofTransaction(_ kind: PostgresError.Kind) -> (what: Phrase, act: Phrase) {
    switch kind {
    case .timedOut:
      (Phrase(zh: "数据库没有按时回答", en: "the database did not answer in time"), again)
    case .cancelled:
      (Phrase(zh: "工作被取消，什么也没有写", en: "the work was cancelled, nothing was written"), again)
    case .outcomeUnknown:
      (
        Phrase(
          zh: "提交时连接断了，不知道写入了没有",
          en: "the connection broke during the commit: it may or may not have been written"),
        Phrase(
          zh: "请用同一个幂等键再做一次：做过的不会重复",
          en: "do the same again with the same idempotency key: nothing is done twice")
      )
    case .lockNotAvailable:
      (Phrase(zh: "别人正锁着这些数据", en: "someone else holds a lock on these data"), again)
    case .transactionAborted:
      (
        Phrase(
          zh: "事务里已有语句失败，什么也没有写",
          en: "a statement of the transaction had failed, nothing was written"), report
      )
    default:
      (
        Phrase(
          zh: "与别人同时写入，试了几次都冲突，什么也没有写",
          en: "others wrote at the same time, several attempts collided, nothing was written"),
        again
      )
    }
  }

  private static let again = Phrase(zh: "请再做一次", en: "try again")

  private static let report = Phrase(
    zh: "请加上 --verbose 再试，并把输出告诉维护者",
    en: "try again with --verbose and show the output to its maintainers")
}
