import Banks
import Classification
import Interchange
import Operations
import Quantities
import Reporting
import Risk

extension RiskReportPage {
  /// One object; each portfolio in it is an object of measures, the same for all.
  var json: JSONValue {
    let report = source.report
    return [
      "month": .string("\(report.month)"), "as_of": .string("\(report.month.lastDay)"),
      "scope": .string(isSponsors ? "sponsor" : "bank"), "code": .string(scopeCode),
      "name_zh": .string(source.title.chinese), "name_en": .string(source.title.english),
      "currency": .string(report.currency.code),
      "positions": .array(
        versions.map { ["bank": .string($0.bank), "version": .integer(Int64($0.version))] }),
      "portfolio": .object(members(figures)),
      "ageing": .array(
        ageing.map { part in
          .object([.init("overdue_days", .string(part.key))] + members(part))
        }),
      "classes": .array(
        classes.map { riskClass, part in
          .object(
            [.init("class", .string(part.key))] + members(part) + [
              .init(
                "special_provision_percent",
                .integer(Int64(ProvisionRule.specialPercent(riskClass))))
            ])
        }),
      "banks": .array(banks.map { object($0, "bank") }),
      "branches": .array(branches.map { object($0, "branch") }),
      "lines": .array(lines.map { object($0, "line") }),
    ]
  }

  private func object(_ cut: Cut, _ name: String) -> JSONValue {
    var head: [JSONValue.Member] = []
    if let bank = cut.bank, name != "bank" { head.append(.init("bank", .string(bank))) }
    head += [
      .init(name, .string(cut.key)), .init("name_zh", .string(cut.title.zh)),
      .init("name_en", .string(cut.title.en)),
    ]
    return .object(head + members(cut.figures))
  }

  private func members(_ figures: PortfolioFigures) -> [JSONValue.Member] {
    RiskMeasure.all(figures).map { .init($0.key, .object(members($0))) }
  }

  private func members(_ measure: RiskMeasure) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let loans = measure.loans { members.append(.init("loans", .integer(Int64(loans)))) }
    if let borrowers = measure.borrowers {
      members.append(.init("borrowers", .integer(Int64(borrowers))))
    }
    if let amount = measure.amount { members.append(.init("amount", .string(plain(amount)))) }
    if measure.share != .none {
      let share: JSONValue = measure.share.plain.map { .string($0) } ?? .null
      members.append(.init("share_percent", share))
    }
    return members
  }

  /// One row a figure: `section`, `bank` and `key` say of what, `measure` which.
  var csv: String {
    var text = CSVWriter.line([
      "month", "currency", "section", "bank", "key", "measure", "loans", "borrowers", "amount",
      "share_percent",
    ])
    func add(_ section: String, bank: String, key: String, _ measure: String, _ row: RiskMeasure) {
      text += CSVWriter.line([
        "\(source.report.month)", source.report.currency.code, section, bank, key, measure,
        row.loans.map { "\($0)" } ?? "", row.borrowers.map { "\($0)" } ?? "",
        row.amount.map(plain) ?? "", row.share.plain ?? "",
      ])
    }
    let bank = isSponsors ? "" : scopeCode
    for measure in RiskMeasure.all(figures) {
      add("portfolio", bank: bank, key: "", measure.key, measure)
    }
    for part in ageing { add("ageing", bank: bank, key: part.key, "outstanding", part) }
    for (_, part) in classes { add("class", bank: bank, key: part.key, "outstanding", part) }
    for (section, cuts) in [("bank", banks), ("branch", branches), ("line", lines)] {
      for cut in cuts {
        for measure in RiskMeasure.all(cut.figures) {
          add(section, bank: cut.bank ?? bank, key: cut.key, measure.key, measure)
        }
      }
    }
    return text
  }

  private func plain(_ amount: Int128) -> String {
    FixedPoint.text(amount, decimals: source.report.currency.decimals)
  }
}
