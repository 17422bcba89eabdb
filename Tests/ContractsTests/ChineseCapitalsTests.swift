import Contracts
import Fixtures
import Quantities
import Testing

@Suite("Amounts in capital numerals")
struct ChineseCapitalsTests {
  /// The examples of 《支付结算办法》, annex 1, and round amounts; where it allows a 零 or none, with 零.
  @Test(
    "are written as vouchers have them",
    arguments: [
      ("10000.00", "壹万元整"), ("1409.50", "壹仟肆佰零玖元伍角"), ("6007.14", "陆仟零柒元壹角肆分"),
      ("1680.32", "壹仟陆佰捌拾元零叁角贰分"), ("107000.53", "壹拾万柒仟元零伍角叁分"),
      ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"), ("0.00", "零元整"),
      ("0.05", "伍分"), ("0.50", "伍角"), ("0.53", "伍角叁分"), ("1.00", "壹元整"), ("10.00", "壹拾元整"),
      ("15.00", "壹拾伍元整"), ("100.00", "壹佰元整"), ("50000.00", "伍万元整"), ("100010.00", "壹拾万零壹拾元整"),
      ("1500000.00", "壹佰伍拾万元整"), ("100000000.00", "壹亿元整"), ("100000001.00", "壹亿零壹元整"),
      ("10000000000000.00", "壹拾万亿元整"), ("-1.00", "负壹元整"),
      ("1001010101.01", "壹拾亿零壹佰零壹万零壹佰零壹元零壹分"),
    ] as [(Money, String)])
  func capitals(_ amount: Money, _ expected: String) {
    #expect(ChineseCapitals.yuan(amount) == expected)
  }
}
