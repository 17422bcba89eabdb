import Postgres
import Quantities
import Testing

/// Goal: each value comes back from the server as it was sent, at the ends of its range too.
///
/// Method: `SELECT $1` with the server's type.
@Suite("Values and their types")
struct CodecTests {
  private func echo<T: PostgresEncodable & PostgresDecodable & Equatable>(
    _ values: [T], _ type: String
  ) async throws {
    try await withPool(size: 1) { pool in
      for value in values {
        let back = try await pool.run { connection in
          let row = try connection.first(sql("SELECT $1::\(type) AS value", type), [value])
          return try row?.get("value", as: T.self)
        }
        #expect(back == value, "\(type)")
      }
    }
  }

  @Test("whole numbers of every width come back")
  func integers() async throws {
    try await echo([Int16.min, -1, 0, 1, .max], "int2")
    try await echo([Int32.min, -1, 0, 1, .max], "int4")
    try await echo([Int64.min, -1, 0, 1, .max], "int8")
    try await echo([Int.min, -1, 0, 1, .max], "int8")
  }

  @Test("truth, text and bytes come back")
  func scalars() async throws {
    try await echo([true, false], "bool")
    let texts = ["", "村镇银行", "a\nb\t'\"\\", "🏔️", String(repeating: "山", count: 100_000)]
    try await echo(texts, "text")
    try await echo(["", "abc"], "varchar")
    try await echo(["loans"], "name")
    try await echo([[UInt8](), [0], Array(0...255)], "bytea")
    try await echo(["{\"a\": [1, null]}"], "jsonb")
    try await echo(["{\"a\":1}"], "json")
  }

  @Test("days and instants come back")
  func times() async throws {
    let days = [Day.first, Day(number: -1), Day(number: 0), Day(number: 10_957), Day.last]
    try await echo(days, "date")
    try await echo([Day(number: -2_440_588), Day(number: 2_145_031_948)], "date")
    let instants: [Int64] = [
      0, -1, 1, 946_684_800_000_000, 1_774_944_930_123_456, -210_866_803_200_000_000,
    ]
    try await echo(instants.map { Instant(microseconds: $0) }, "timestamptz")
  }

  @Test("amounts and rates come back")
  func quantities() async throws {
    try await echo([Int64.min, -1, 0, .max].map { Money(minorUnits: $0) }, "int8")
    try await echo([Int64.min, 34_500_000_000, .max].map { AnnualRate(trillionths: $0) }, "int8")
  }

  @Test("numeric without decimals comes back in 128 bits")
  func numeric() async throws {
    var values: [Int128] = [.min, .min + 1, .max, 0, 1, -1, 9_999, 10_000, 10_001, 99_990_000]
    var power: Int128 = 1
    for _ in 0..<38 {
      values += [power, -power, power - 1, power + 1]
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
    try await echo(values, "numeric")
  }

  @Test("arrays come back")
  func arrays() async throws {
    try await echo([[Int16](), [.min, 0, .max]], "int2[]")
    try await echo([[Int32](), [.min, 0, .max]], "int4[]")
    try await echo([[Int64](), [.min, 0, .max], Array(0..<10_000)], "int8[]")
    try await echo([[Int](), [1, 2]], "int8[]")
    try await echo([[Day](), [.first, .last]], "date[]")
    try await echo([[Money](), [.zero, .largestAmount]], "int8[]")
    try await echo([[String](), ["", "村", "{},\""]], "text[]")
    try await echo([[true, false]], "bool[]")
    try await echo([[Int128.min, .max]], "numeric[]")
  }

  @Test("the server reads the values as they are meant")
  func meaning() async throws {
    try await withPool(size: 1) { pool in
      let texts = try await pool.run { connection in
        let row = try connection.first(
          sql(
            """
            SELECT $1::date::text AS day, $2::timestamptz AT TIME ZONE 'UTC' || '' AS instant,
              $3::numeric::text AS numeric, $4::int8[]::text AS numbers, $5::int8::text AS money
            """),
          [
            Day("2026-03-31"), Instant("2026-03-31T08:15:30.123456Z"), Int128.min,
            [Int64(-1), 2], Money(minorUnits: -5),
          ])
        return try ["day", "instant", "numeric", "numbers", "money"].map { column in
          try row?.get(column, as: String.self)
        }
      }
      #expect(
        texts == [
          "2026-03-31", "2026-03-31 08:15:30.123456",
          "-170141183460469231731687303715884105728", "{-1,2}", "-5",
        ])
    }
  }

  @Test("a whole number takes the width that the server asks for, or is refused")
  func widths() async throws {
    try await withPool(size: 1) { pool in
      let sum = try await pool.run { connection in
        try connection.first(
          sql("SELECT $1::int2 + $2::int4 + $3::int8 + $4::numeric AS sum"),
          [Int(1), Int(2), Int16(3), Int64(4)])?.get("sum", as: Int128.self)
      }
      #expect(sum == 10)
      let numbers = try await pool.run { connection in
        try connection.first(sql("SELECT $1::int4[] AS n"), [[Int(1), 2]])?.get("n", as: [Int].self)
      }
      #expect(numbers == [1, 2])
      let tooLarge = await postgresError {
        try await pool.run { connection in
          _ = try connection.query(sql("SELECT $1::int4", "tests/narrow"), [Int(1) << 40])
        }
      }
      #expect(tooLarge?.kind == .wrongParameter)
      #expect(tooLarge?.statementName == "tests/narrow")
      #expect(tooLarge?.message.contains("1099511627776 is outside") == true)
    }
  }

  @Test(
    "a value of another type is refused before it is sent",
    arguments: [
      ("int4", "text"), ("int4", "day"), ("date", "int"), ("text", "int"), ("int4", "money"),
    ])
  func wrongParameter(type: String, value: String) async throws {
    let values: [String: any PostgresEncodable] = [
      "text": "1", "day": Day(number: 0), "int": 1, "money": Money.zero,
    ]
    let error = try await withPool(size: 1) { pool in
      await postgresError {
        try await pool.run { connection in
          _ = try connection.query(sql("SELECT $1::\(type)"), [values[value]])
        }
      }
    }
    #expect(error?.kind == .wrongParameter)
    #expect(error?.code == "storage.wrong_parameter")
  }

  @Test("a column that is missing, NULL or of another type is named in the error")
  func wrongResult() async throws {
    try await withPool(size: 1) { pool in
      func message<T: PostgresDecodable>(_ column: String, _ type: T.Type) async -> String {
        let error = await postgresError {
          try await pool.run { connection in
            _ = try connection.first(
              sql("SELECT 1::int4 AS number, NULL::int8 AS nothing, 'infinity'::date AS day", "a/b")
            )?
            .get(column, as: T.self)
          }
        }
        #expect(error?.kind == .wrongResult)
        #expect(error?.statementName == "a/b")
        return error?.message ?? ""
      }
      #expect(await message("nothing", Int.self) == "column nothing is NULL")
      #expect(
        await message("number", String.self) == "column number is integer, which is no String")
      #expect(await message("number", Money.self) == "column number is integer, which is no Money")
      #expect(await message("day", Day.self) == "column day is date, Day: infinite")
      #expect(
        await message("other", Int.self)
          == "there is no column other, only number, nothing, day")
      let nothing = try await pool.run { connection in
        try connection.first(sql("SELECT $1::int8 AS nothing"), [nil as Int?])?
          .optional("nothing", as: Int.self)
      }
      #expect(nothing == nil)
    }
  }

  @Test(
    "an instant is written and read as ISO 8601 in UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999999Z", -1),
      ("2026-03-31T08:15:30.123400Z", 1_774_944_930_123_400),
      ("2000-02-29T00:00:01Z", 951_782_401_000_000),
    ])
  func instantText(text: String, microseconds: Int64) {
    #expect(Instant(microseconds: microseconds).description == text)
    #expect(Instant(text) == Instant(microseconds: microseconds))
  }

  @Test(
    "other text is no instant",
    arguments: [
      "", "2026-03-31", "2026-03-31T08:15:30", "2026-02-30T00:00:00Z", "2026-03-31T24:00:00Z",
      "2026-03-31T08:60:00Z", "2026-03-31T08:15:60Z", "2026-03-31T8:15:00Z",
      "2026-03-31T08:15:00.1234567Z", "2026-03-31T08:15:-1Z", "2026-03-31T08:15Z",
    ])
  func noInstant(text: String) { #expect(Instant(text) == nil) }
}
