import Fixtures
import Quantities
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
  @Test(
    "an amount in yuan is a plain decimal",
    arguments: [
      ("0", 0), ("-0", 0), ("1", 100), ("0.5", 50), ("0.05", 5), ("-12.30", -1_230),
      ("007.1", 710), ("92233720368547758.07", Int64.max),
    ] as [(String, Int64)])
  func reads(text: String, minorUnits: Int64) {
    #expect(Currency.yuan.money(text)?.minorUnits == minorUnits)
  }

  @Test(
    "an amount in yuan is refused with separators, exponents, signs, blanks, loose points",
    arguments: [
      "1,234", "1,234.00", "1e3", "1E3", "+1", ".5", "5.", "-.5", "-", "", " ", " 1", "1 ", "1.2.3",
      "1.234", "0.000", "--1", "1-", "0x10", "１２", "٣", "1_000", "¥1", "nan", "inf", "1'000",
      "92233720368547758.08", "-92233720368547758.08", "999999999999999999999999",
    ])
  func refuses(text: String) {
    #expect(Currency.yuan.money(text) == nil)
  }

  @Test("an amount is written in full, and grouped for people")
  func writes() {
    let cases: [(Int64, String, String)] = [
      (0, "0.00", "0.00"), (5, "0.05", "0.05"), (-5, "-0.05", "-0.05"),
      (99_999, "999.99", "999.99"), (100_000, "1000.00", "1,000.00"),
      (-123_456_789, "-1234567.89", "-1,234,567.89"),
      (.max, "92233720368547758.07", "92,233,720,368,547,758.07"),
      (.min, "-92233720368547758.08", "-92,233,720,368,547,758.08"),
    ]
    for (minorUnits, plain, grouped) in cases {
      #expect(Currency.yuan.plain(Money(minorUnits: minorUnits)) == plain)
      #expect(Currency.yuan.grouped(Money(minorUnits: minorUnits)) == grouped)
    }
  }

  @Test("a currency without decimals takes none; one with ten takes ten")
  func decimals() {
    let yen = Currency(code: "JPY", decimals: 0)
    #expect(yen.money("1234") == Money(minorUnits: 1_234))
    #expect(yen.money("1234.0") == nil)
    #expect(yen.plain(Money(minorUnits: -7)) == "-7")
    #expect(yen.minorUnitsPerMajor == 1)
    let fine = Currency(code: "XXX", decimals: 10)
    #expect(fine.money("0.0000000001") == Money(minorUnits: 1))
    #expect(fine.money("0.00000000001") == nil)
    #expect(fine.minorUnitsPerMajor == 10_000_000_000)
  }

  @Test("what is written is read back as the same amount (seed 20260331)")
  func roundTrip() {
    var random = SplitMix64(seed: 20_260_331)
    for _ in 0..<10_000 {
      let decimals = Int.random(in: 0...10, using: &random)
      let magnitude = Int64.max >> Int64.random(in: 0...62, using: &random)
      let units = Int64.random(in: -magnitude...magnitude, using: &random)
      let text = FixedPoint.text(Int128(units), decimals: decimals)
      #expect(FixedPoint.parse(text, decimals: decimals) == units, "\(text), \(decimals)")
    }
  }

  @Test("a rate is read and written in per cent, with at least two decimals")
  func rates() {
    #expect(AnnualRate(percent: "3.45")?.trillionths == 34_500_000_000)
    #expect(AnnualRate(percent: "-0.70") == AnnualRate(basisPoints: -70))
    #expect(AnnualRate(percent: "100") == .largest)
    #expect(AnnualRate(percent: "0.0000000001")?.trillionths == 1)
    #expect(AnnualRate(percent: "0.00000000001") == nil)
    #expect(AnnualRate(percent: "3,45") == nil)
    #expect(AnnualRate(percent: "3.45%") == nil)
    #expect(AnnualRate(basisPoints: 345).percent == "3.45")
    #expect(AnnualRate(basisPoints: 350).percent == "3.50")
    #expect(AnnualRate(trillionths: 34_567_000_000).percent == "3.4567")
    #expect(AnnualRate.zero.percent == "0.00")
  }

  @Test("one and a half times a rate is exact to 1e-12, halves up")
  func scaled() {
    #expect(("6.00" as AnnualRate).scaled(percent: 150) == "9.00")
    #expect(AnnualRate(trillionths: 1).scaled(percent: 150) == AnnualRate(trillionths: 2))
    #expect(AnnualRate(trillionths: 1).scaled(percent: 149) == AnnualRate(trillionths: 1))
  }
}
