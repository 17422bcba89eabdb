// Goal: a loan number names bank, year and serial, and a mistyped one is refused.
// Method: the example of ISO 7064 for MOD 11,10, then every slip on numbers over banks and serials.

import Banks
import Testing

@Suite("Loan numbers")
struct LoanNumberTests {
  @Test("are bank, year, serial and check digit")
  func parts() throws {
    let number = try LoanNumber(bankNumber: 102, year: 2025, serial: 31)
    #expect(number.text.hasPrefix("10220250000031"))
    #expect(number.text.count == 15)
    #expect(number.bankNumber == 102)
    #expect(number.year == 2025)
    #expect(number.serial == 31)
    #expect(try LoanNumber(number.text) == number)
  }

  @Test("betray every wrong digit")
  func wrongDigits() throws {
    for (bank, serial) in zip(1...40, stride(from: 1, to: 9_999_999, by: 249_983)) {
      let number = try LoanNumber(bankNumber: bank * 24, year: 1999 + bank, serial: serial).text
      for slip in slips(of: number, alphabet: "0123456789") where isOneOff(slip, number) {
        #expect(throws: LoanNumberError.self, "\(slip)") { try LoanNumber(slip) }
      }
    }
  }

  @Test("betray 19 of 20 swaps of neighbours or more, which is what MOD 11,10 can do")
  func swaps() throws {
    var swapCount = 0
    var unseenCount = 0
    for (bank, serial) in zip(1...200, stride(from: 1, to: 9_999_999, by: 49_983)) {
      let number = try LoanNumber(bankNumber: bank * 4, year: 1999 + bank, serial: serial).text
      for slip in slips(of: number, alphabet: "") {
        swapCount += 1
        if (try? LoanNumber(slip)) != nil { unseenCount += 1 }
      }
    }
    #expect(swapCount > 1_500)
    #expect(unseenCount * 20 <= swapCount, "\(unseenCount) of \(swapCount) swaps unseen")
  }

  @Test("tell what is wrong, the first thing first")
  func errors() throws {
    let right = try LoanNumber(bankNumber: 102, year: 2025, serial: 31).text
    let digit = try #require(right.last?.wholeNumberValue)
    let wrong = String(right.dropLast()) + String((digit + 1) % 10)
    let table: [(String, LoanNumberError, code: String)] = [
      ("1022025", .wrongLength(found: 7, expected: 15), "loan_number.wrong_length"),
      (
        "10220250000031X", .wrongCharacter(found: "X", position: 15),
        "loan_number.wrong_character"
      ),
      (
        wrong, .wrongCheckDigit(found: (digit + 1) % 10, expected: digit),
        "loan_number.wrong_check_digit"
      ),
    ]
    for (text, error, code) in table {
      #expect(throws: error, "\(text)") { try LoanNumber(text) }
      #expect(error.code == code)
    }
  }

  @Test("have a bank, a year and a serial within their ranges")
  func ranges() {
    let tooMany = LoanNumberError.partOutsideRange(
      .serial, found: 10_000_000, allowed: 1...9_999_999)
    #expect(tooMany.code == "loan_number.part_outside_range")
    #expect(throws: tooMany) {
      try LoanNumber(bankNumber: 102, year: 2025, serial: 10_000_000)
    }
    #expect(throws: LoanNumberError.partOutsideRange(.bank, found: 0, allowed: 1...999)) {
      try LoanNumber(bankNumber: 0, year: 2025, serial: 1)
    }
    #expect(throws: LoanNumberError.partOutsideRange(.year, found: 25, allowed: 1900...2199)) {
      try LoanNumber(bankNumber: 102, year: 25, serial: 1)
    }
  }

  private func isOneOff(_ left: String, _ right: String) -> Bool {
    zip(left, right).filter { $0 != $1 }.count == 1
  }
}
