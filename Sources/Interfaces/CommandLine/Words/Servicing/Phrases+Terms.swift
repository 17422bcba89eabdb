/// The words of the changes of a loan's terms: extension, renewal, reschedule, rate, pause.
extension Phrase {
  static let extendAbstract = Phrase(
    zh: "展期：到期日后移，一次为限；须另一位员工确认。",
    en: "Extend the loan (展期), once; a second officer confirms.")
  static let extendDiscussion = Phrase(
    zh: """
      须在到期日之前办理。个人贷款一年以内的，累计展期不超过原期限；一年以上的，原
      期限加展期不超过产品最长期限。企业、合作社：短期不超过原期限，中期不超过原期
      限的一半，长期不超过三年。例：
        shanhai loan extend 102202500000016 --bank wujiaqu --to 2027-01-10 \\
            --preview
        shanhai loan extend 102202500000016 --bank wujiaqu --to 2027-01-10 \\
            --reason 收购延后 --key 展期-0001
      """,
    en: """
      Before maturity. A person's loan of up to a year is extended by at most its
      own term, a longer one to the longest term of its product. Enterprises and
      cooperatives: short loans by at most their term, medium ones by half of it,
      long ones by three years. For example:
        shanhai loan extend 102202500000016 --bank wujiaqu --to 2027-01-10 \\
            --preview
        shanhai loan extend 102202500000016 --bank wujiaqu --to 2027-01-10 \\
            --reason "harvest sold late" --key ext-0001
      """)
  static let extendToHelp = Phrase(zh: "新的到期日。", en: "The new last due day.")

  static let renewAbstract = Phrase(
    zh: "无还本续贷：不还本金，继续用款；须另一位员工确认。",
    en: "Renew without repaying principal (无还本续贷); a second officer confirms.")
  static let renewDiscussion = Phrase(
    zh: """
      不得有逾期，到期利息、罚息、费用须已付清；小额信贷续贷或展期合计一次。例：
        shanhai loan renew 102202500000016 --bank wujiaqu --to 2028-01-10 \\
            --rate 3.10 --key 续贷-0001
      """,
    en: """
      Nothing may be overdue, and all interest, penalty and costs due are paid; a
      microcredit is renewed or extended once in all. For example:
        shanhai loan renew 102202500000016 --bank wujiaqu --to 2028-01-10 \\
            --rate 3.10 --key ren-1
      """)
  static let renewToHelp = Phrase(zh: "续贷后的到期日。", en: "The last due day after the renewal.")
  static let renewRateHelp = Phrase(
    zh: "续贷后的年利率（百分数）；默认不变。",
    en: "The yearly rate from then on, in per cent; by default as it is.")

  static let rescheduleAbstract = Phrase(
    zh: "变更还款计划：方式、周期、宽限或到期日；须另一位员工确认。",
    en: "Lay out anew what is still to be repaid; a second officer confirms.")
  static let rescheduleDiscussion = Phrase(
    zh: """
      不写的照旧。不因困难（--restructuring）而后移到期日的，仍受展
      期上限约束。例：
        shanhai loan reschedule 102202500000016 --bank wujiaqu --method plan \\
            --plan "2026-10-20:20000.00;2027-10-20:30000.00" --restructuring \\
            --preview
        shanhai loan reschedule 102202500000016 --bank wujiaqu --to 2028-12-20 \\
            --takes-in-overdue --restructuring --reason 旱灾 --key 重组-0001
      """,
    en: """
      What is not given stays. A later maturity that is no concession
      (--restructuring) keeps to the bounds of an extension. For example:
        shanhai loan reschedule 102202500000016 --bank wujiaqu --method plan \\
            --plan "2026-10-20:20000.00;2027-10-20:30000.00" --restructuring \\
            --preview
        shanhai loan reschedule 102202500000016 --bank wujiaqu --to 2028-12-20 \\
            --takes-in-overdue --restructuring --reason drought --key res-0001
      """)
  static let rescheduleToHelp = Phrase(
    zh: "新的到期日；默认不变。", en: "The last due day; by default as it is.")
  static let rescheduleMethodHelp = Phrase(
    zh: "还款方式（见 `loan apply --help`）；默认不变。",
    en: "How it is repaid (see `loan apply --help`); by default as it is.")
  static let reschedulePlanHelp = Phrase(
    zh: "分期还本计划：2026-10-20:10000.00;2027-10-20:20000.00，或 CSV 文件（due_on, principal）。",
    en: """
      Dated principal: 2026-10-20:10000.00;2027-10-20:20000.00, or a CSV file with due_on, \
      principal.
      """)
  static let takesInOverdueHelp = Phrase(
    zh: "逾期本金并入新的计划。", en: "Overdue principal goes back into the schedule.")
  static let rescheduleWhat = Phrase(
    zh: "请写要变更什么：--to、--method、--every、--plan 等，或 --takes-in-overdue",
    en: "say what changes: --to, --method, --every, --plan and so on, or --takes-in-overdue")

  static let rateAbstract = Phrase(
    zh: "变更利率；须另一位员工确认。", en: "Change the rate; a second officer confirms.")
  static let rateDiscussion = Phrase(
    zh: """
      从生效日起按新利率，以前的不变；产品定有上限的利率只能下调。例：
        shanhai loan rate 102202500000016 --bank wujiaqu --percent 2.95 \\
            --on 2026-01-21 --key 利率-1
      """,
    en: """
      The new rate holds from the effective day on, the past stays; a rate that
      the product caps may only be lowered. For example:
        shanhai loan rate 102202500000016 --bank wujiaqu --percent 2.95 \\
            --on 2026-01-21 --key r-1
      """)
  static let newRateHelp = Phrase(zh: "新的年利率（百分数）。", en: "The new yearly rate, in per cent.")

  static let pauseAbstract = Phrase(
    zh: "延期还款（如灾情公告）：一笔，或某地全部贷款。",
    en: "Put instalments off, of one loan or, by decree, of a place.")
  static let pauseDiscussion = Phrase(
    zh: """
      生效日起、--until 之前到期的各期推到其后第一个还款日，不计罚息。
      --all 须有审批职责，一个事务办完，逐笔报告。例：
        shanhai loan pause 102202500000016 --bank wujiaqu --until 2026-12-01 \\
            --key 缓收-1
        shanhai loan pause --all --division 659004 --line industry \\
            --bank wujiaqu --until 2026-12-01 --reason 雹灾公告 --key 雹灾-2026
      """,
    en: """
      What falls due from the effective day until before --until is put off to the
      first due day after it, without penalty. --all needs an approver, is one
      transaction, and reports by loan. For example:
        shanhai loan pause 102202500000016 --bank wujiaqu --until 2026-12-01 \\
            --key pause-1
        shanhai loan pause --all --division 659004 --line industry \\
            --bank wujiaqu --until 2026-12-01 --reason "hail decree" \\
            --key hail-2026
      """)
  static let pauseUntilHelp = Phrase(
    zh: "恢复还款的第一天。", en: "The first day on which instalments fall due again.")
  static let pauseDivisionHelp = Phrase(
    zh: "借款人所在地区划代码的开头，如 659004。",
    en: "What the borrower's division code begins with, such as 659004.")
  static let divisionWithAll = Phrase(
    zh: "--all 要同时写 --division；--division、--line 只和 --all 合用",
    en: "--all goes with --division, and --division and --line only with --all")
}
