import Banks
import LoanProducts
package import Operations
import Quantities
import Repositories
import Scheduling

/// The languages a contract can be read in.
package enum ContractLanguage: String, Hashable, Sendable {
  /// The text that is signed.
  case chinese = "zh"
  /// A translation.
  case english = "en"
}

/// The text of a contract; the same for the same content.
package enum ContractText {
  package static func text(_ content: ContractContent, in language: ContractLanguage) -> String {
    switch language {
    case .chinese: return join(ChineseContract(content: content).lines)
    case .english: return join(EnglishContract(content: content).lines)
    }
  }

  private static func join(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
  }
}

extension ContractContent {
  /// Day, principal, interest that the borrower pays, both, and what is then left.
  var rows: [[String]] {
    schedule.installments.map { due in
      [
        "\(due.number)", "\(due.dueOn)", figure(due.principal),
        figure(due.interest - due.subsidised), figure(due.borrowerTotal), figure(due.balance),
      ]
    }
  }

  /// The sum of what the borrower pays.
  var total: Money { schedule.installments.reduce(.zero) { $0 + $1.borrowerTotal } }

  func figure(_ amount: Money) -> String { bank.currency.grouped(amount) }

  var ratePercent: String { contract.rates.rate(on: loan.terms.startsOn).percent }
}

/// Columns padded to their widest cell, each character of Chinese two wide.
enum ContractTable {
  static func lines(_ rows: [[String]]) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], width(cell))
      }
    }
    return rows.map { row in
      row.enumerated().map { index, cell in
        String(repeating: " ", count: widths[index] - width(cell)) + cell
      }.joined(separator: "  ")
    }
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }
}
