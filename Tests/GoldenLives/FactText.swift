import Interchange

/// A fact of a life, one line, as the object that `calculate life` reads.
enum FactText {
  static func read(_ line: String) throws -> JSONValue {
    var words = Words(line)
    let day = try words.day()
    var members = try kind(&words, on: day)
    members.insert(.init("effectiveOn", day), at: 1)
    if words.take(", restructured") { members.append(.init("isRestructured", true)) }
    if words.take(", recorded") { members.append(.init("recordedOn", try words.day())) }
    try words.end()
    return .object(members)
  }

  private static func kind(
    _ words: inout Words, on day: JSONValue
  ) throws -> [JSONValue.Member] {
    let word = try words.next()
    func named(_ name: String, _ more: JSONValue.Member...) -> [JSONValue.Member] {
      [.init("kind", .string(name))] + more
    }
    switch word {
    case "disbursed":
      guard words.first.flatMap({ Words.amount($0) }) != nil else { return named(word) }
      return named(word, .init("amount", try words.amount()))
    case "imported":
      try words.expect("paid to")
      return named(word, .init("paidToOn", try words.day()))
    case "repaid": return try repaid(&words)
    case "refunded": return named(word, .init("amount", try words.amount()))
    case "costs":
      try words.expect("charged")
      return named("costs-charged", .init("amount", try words.amount()))
    case "rate":
      try words.expect("changed to")
      return named("rate-changed", .init("annualRatePercent", try words.percent()))
    case "extended":
      try words.expect("to")
      return named(word, .init("maturesOn", try words.day()))
    case "renewed":
      try words.expect("to")
      let until = JSONValue.Member("maturesOn", try words.day())
      guard words.take("at") else { return named(word, until) }
      return named(word, until, .init("annualRatePercent", try words.percent()))
    case "rescheduled": return try rescheduled(&words)
    case "paused":
      try words.expect("until")
      return named(word, .init("until", try words.day()))
    case "graduated":
      guard words.take("on") else { return named(word, .init("on", day)) }
      return named(word, .init("on", try words.day()))
    case "interest": return try interestWaived(&words)
    case "misused":
      guard words.take("until") else { return named(word) }
      return named(word, .init("until", try words.day()))
    case "reversed":
      guard let number = Int64(try words.next().dropFirst()) else {
        throw Unreadable.words(found: "", expected: "#4")
      }
      return named(word, .init("fact", .integer(number)))
    case "died", "transferred": return named(word)
    case "taken":
      try words.expect("over")
      return named("taken-over")
    default: return try loss(word, &words)
    }
  }

  /// Reads `repaid 100.00 in advance shortens term from group`.
  private static func repaid(_ words: inout Words) throws -> [JSONValue.Member] {
    var members = [
      JSONValue.Member("kind", "repaid"), .init("amount", try words.amount()),
    ]
    if words.take("in advance") { members.append(.init("inAdvance", true)) }
    if words.take("shortens term") { members.append(.init("shortensTerm", true)) }
    if words.take("from") { members.append(.init("from", .string(try words.next()))) }
    return members
  }

  /// Reads `interest waived of 2025 defers principal`.
  private static func interestWaived(_ words: inout Words) throws -> [JSONValue.Member] {
    try words.expect("waived of")
    var members = [
      JSONValue.Member("kind", "interest-waived"), .init("year", try words.count()),
    ]
    if words.take("defers principal") { members.append(.init("defersPrincipal", true)) }
    return members
  }

  /// Reads `rescheduled to 2026-12-20 takes in overdue as method equal-principal every 1 month`.
  private static func rescheduled(_ words: inout Words) throws -> [JSONValue.Member] {
    var members = [JSONValue.Member("kind", "rescheduled")]
    if words.take("to") { members.append(.init("maturesOn", try words.day())) }
    if words.take("takes in overdue") { members.append(.init("takesInOverdue", true)) }
    guard words.take("as") else { return members }
    var repayment = try TermsText.repayment(&words)
    while words.take("and") { repayment += try TermsText.repayment(&words) }
    return members + [.init("repayment", .object(repayment))]
  }

  /// What the bank gives up, and what others bear for the borrower.
  private static func loss(
    _ word: String, _ words: inout Words
  ) throws -> [JSONValue.Member] {
    switch word {
    case "waived":
      let charge = try words.next()
      return [
        .init("kind", "waived"), .init("charge", .string(charge)),
        .init("amount", try words.amount()),
      ]
    case "written":
      try words.expect("off")
      guard words.first.flatMap({ Words.amount($0) }) != nil else {
        return [.init("kind", "written-off")]
      }
      return [.init("kind", "written-off"), .init("amount", try words.amount())]
    case "compensation":
      let step = try words.next()
      return [.init("kind", .string("compensation-\(step)")), .init("amount", try words.amount())]
    case "subsidy": return try subsidy(&words)
    default: throw Unreadable.words(found: word, expected: "a fact")
    }
  }

  /// Reads `subsidy paid by finance 36.46`, `subsidy rejected by finance 36.46 owed by borrower`.
  private static func subsidy(_ words: inout Words) throws -> [JSONValue.Member] {
    let step = try words.next()
    try words.expect("by")
    var members: [JSONValue.Member] = [
      .init("kind", .string("subsidy-\(step)")), .init("payer", .string(try words.next())),
      .init("amount", try words.amount()),
    ]
    if step == "rejected" {
      try words.expect("owed by")
      members.append(.init("owedBy", .string(try words.next())))
    }
    return members
  }
}
