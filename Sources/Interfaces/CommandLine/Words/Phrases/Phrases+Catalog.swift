import Classification
import Repositories

/// The words of `catalog` and `borrower`.
extension Phrase {
  static let catalogAbstract = Phrase(
    zh: "科目、银行、支行、员工、产品、利率和日历。",
    en: "Accounts, banks, branches, officers, products, rates and the calendar.")
  static let catalogLoadAbstract = Phrase(
    zh: "从一个文件夹（如 seeds）载入。",
    en: "Load the files of a folder, such as seeds.")
  static let catalogLoadDiscussion = Phrase(
    zh: """
      读取 accounts.csv、divisions.csv、sponsors.csv、banks.csv、bank_capital.csv、branches.csv、
      officers.csv、lpr.csv、calendar.csv、programmes.csv、funds.csv、provision_policies.csv、
      small_enterprise_matrix.csv、stress.csv、loss_given_default.csv、macro_scenarios.csv 和
      products/*.json 中有的那些；其余文件不看。
      已有且相同的行不动；已有而不同的行被拒绝，因为目录只增不改。有一行被拒绝就什么也不写。
      """,
    en: """
      Reads those there are of accounts.csv, divisions.csv, sponsors.csv, banks.csv,
      bank_capital.csv, branches.csv, officers.csv, lpr.csv, calendar.csv,
      programmes.csv, funds.csv, provision_policies.csv,
      small_enterprise_matrix.csv, stress.csv, loss_given_default.csv,
      macro_scenarios.csv and products/*.json; other files are passed over. A row that
      is there already is left alone; one that is there with another content is
      refused, as the catalog only grows. If one row is refused, nothing is written.
      """)
  static let catalogFolderHelp = Phrase(zh: "文件夹。", en: "The folder.")
  static let catalogBanksAbstract = Phrase(zh: "列出银行。", en: "List the banks.")
  static let catalogBranchesAbstract = Phrase(zh: "列出支行。", en: "List branches.")
  static let catalogOfficersAbstract = Phrase(zh: "列出员工。", en: "List officers.")
  static let catalogOfficersDiscussion = Phrase(
    zh: "在自己的数据库里，用 --as 加上员工代码即可以其身份办理。",
    en: "In the private database, --as with an officer's code acts for that officer.")
  static let catalogProductsAbstract = Phrase(
    zh: "列出各产品的版本、有效期和依据。",
    en: "List the versions of each product, their validity and documents.")
  static let catalogProductsDiscussion = Phrase(
    zh: "一个版本适用于 [起, 止) 之间签约的贷款；已签的贷款始终依照签约时的版本。",
    en: """
      A version holds for agreements of [valid from, valid until); a loan keeps the version it was
      signed under for life.
      """)
  static let productsOnHelp = Phrase(
    zh: "只列这一天可以签约的版本。", en: "Only versions under which agreements of this day are signed.")
  static let catalogLPRAbstract = Phrase(
    zh: "列出公布的贷款市场报价利率（LPR）。", en: "List the loan prime rate (LPR) as published.")
  static let lprOnHelp = Phrase(
    zh: "只列这一天有效的一次公布。", en: "Only the publication in force on this day.")
  static let catalogCalendarAbstract = Phrase(
    zh: "列出节假日和调休上班的周末。", en: "List holidays and weekend days that are worked.")

  static let catalogAccountsAbstract = Phrase(
    zh: "列出会计科目表：代码、名称、方向、上级科目、出处。",
    en: "List the chart of accounts: codes, names, sides, parents, sources.")
  static let catalogAccountsDiscussion = Phrase(
    zh: """
      科目表由 `catalog load` 从 accounts.csv 载入。银行可以增加自己的下级科目；
      贷款要记的科目一个也不能少，名称和方向也不能改。
      """,
    en: """
      The chart is loaded from accounts.csv by `catalog load`. A bank may add accounts of its own;
      none that loans are posted to may be left out, or bear another name or side.
      """)
  static let account = Phrase(zh: "科目", en: "Account")
  static let side = Phrase(zh: "方向", en: "Side")
  static let parent = Phrase(zh: "上级科目", en: "Part of")

  static let catalogStressAbstract = Phrase(
    zh: "列出压力情景，每项冲击一行。", en: "List the stress scenarios, a row a shock.")
  static let catalogStressDiscussion = Phrase(
    zh: """
      一项冲击作用于同时符合所列各项的贷款：产品、区划前缀、用途所含文字、付息方、是否浮动利率；空着的不限。
      起作用的是：本金的百分之几再逾期多少天，浮动利率加多少个基点，贴息是否停止。同一情景同一部分，
      后一个起始日的行取代前一行。
      """,
    en: """
      A shock hits the loans for which all holds that it names: line, divisions, text
      within the purpose, programme, floating rate; what is empty is all. It makes a
      part of principal late by so many days more, adds basis points to floating rates,
      or stops the subsidy. Of a part of a scenario the row that began last holds.
      """)
  static let stressScenario = Phrase(zh: "情景", en: "Scenario")
  static let stressPart = Phrase(zh: "部分", en: "Part")
  static let stressPurpose = Phrase(zh: "用途含", en: "Purpose has")
  static let stressFloatingOnly = Phrase(zh: "仅浮动利率", en: "Floating only")
  static let stressLatePercent = Phrase(zh: "逾期本金 %", en: "Late %")
  static let stressLateDays = Phrase(zh: "逾期天数", en: "Days late")
  static let stressBasisPoints = Phrase(zh: "利率加（基点）", en: "Basis points")
  static let stressSubsidyStops = Phrase(zh: "停止贴息", en: "Subsidy stops")

  static let catalogLossesAbstract = Phrase(
    zh: "列出违约损失率。", en: "List what is lost in a default.")
  static let catalogLossesDiscussion = Phrase(
    zh: "`report ecl` 用月末那天有效的：同一产品和担保方式，起始日最后的一行；没有行的产品用 any。",
    en: """
      `report ecl` uses what holds on the month's last day: of a line and security
      the row that began last; lines without rows have those of any.
      """)
  static let catalogMatrixAbstract = Phrase(
    zh: "列出小企业贷款分类矩阵。", en: "List the matrix of small enterprises' classes.")
  static let catalogMatrixDiscussion = Phrase(
    zh: """
      企业和合作社的贷款逾期满几天起至少为哪一类；空白：只按天数不会到这一类。月末用起始日最后、且
      不晚于月末的一行，并与逾期天数等其他规则取最差。本系统的贷款都是信用贷款，用 unsecured。
      """,
    en: """
      From how many days overdue on loans of enterprises and cooperatives are in a
      class at least; empty: never by days alone. A month's end uses the row that
      began last by then, and takes the worst of it and all other rules. All loans
      are unsecured here, so that row is used.
      """)
  static func classFrom(_ riskClass: RiskClass) -> Phrase {
    let name = listed(riskClass)
    return Phrase(zh: "\(name.zh)自(天)", en: "\(name.en) from (days)")
  }
  static let loanSecurity = Phrase(zh: "担保方式", en: "Security")
  static let lossPercent = Phrase(zh: "损失 %", en: "Loss %")
  static let catalogScenariosAbstract = Phrase(
    zh: "列出宏观情景及其权重。", en: "List the macro scenarios with their weights.")
  static let catalogScenariosDiscussion = Phrase(
    zh: "`report ecl` 用起始日最后、且不晚于月末的一组；同一起始日的权重合计 100 %。",
    en: """
      `report ecl` uses those that began last by the month's end, all of one day
      together; their weights add up to 100 %.
      """)
  static let scenarioFactor = Phrase(zh: "违约倍数 %", en: "Default factor %")

  static let borrowerAbstract = Phrase(zh: "借款人。", en: "Borrowers.")
  static let borrowerImportAbstract = Phrase(
    zh: "从 CSV 文件登记借款人，逐行报告。",
    en: "Register borrowers from a CSV file, with a report by line.")
  static let borrowerImportDiscussion = Phrase(
    zh: """
      列：reference, kind, name, identity_scheme, identity_number, born_on, sex, division_code,
      household_reference, co_borrower_reference, group_reference；可选：bank, village, source。
      village 是借款人所在的村，按本行的写法，不能有逗号和等号；未登记的可以补登，登记之后不改，
      补登之前已月结的报表不变。
      没有 bank 列时用 --bank；有 bank 列时 --bank 可省，省去则登记文件里的所有银行。
      已有且相同的行不动；已有而不同的行被拒绝。有一行被拒绝就一行也不写；--good-rows 让其余的写入。
      """,
    en: """
      Columns: reference, kind, name, identity_scheme, identity_number, born_on, sex, division_code,
      household_reference, co_borrower_reference, group_reference; optional: bank, village, source.
      A village is written as the bank writes it, without commas and equals signs; where none is
      registered it may come later, for reports of months that are run from then on, and it stays.
      Without a column bank give --bank; with it, --bank may be left out to take the rows of all
      banks.
      A row that is there already is left alone; one that is there with another content is refused.
      If one line is refused, none is written; with --good-rows the others are.
      """)
  static let borrowerListAbstract = Phrase(
    zh: "列出借款人，按编号分页；姓名和证件号码部分隐去。",
    en: "List borrowers by reference, a page at a time, with names and numbers masked.")
  static let borrowerImportBankHelp = Phrase(
    zh: "这些借款人的银行；默认见 bank 列。",
    en: "The borrowers' bank; by default what the column bank says.")
  static let afterHelp = Phrase(zh: "从这个编号之后列起。", en: "Begin after this reference.")
  static let rowsHelp = Phrase(zh: "每页行数，1–10000。", en: "Rows of a page, 1 to 10000.")
  static let rowsOutsideRange = Phrase(
    zh: "--rows 须是 1–10000", en: "--rows is a number from 1 to 10000")

  static let file = Phrase(zh: "文件", en: "File")
  static let problem = Phrase(zh: "问题", en: "Problem")
  static let added = Phrase(zh: "新增", en: "Added")
  static let villagesAdded = Phrase(zh: "补登村", en: "Villages added")
  static let unchanged = Phrase(zh: "未变", en: "Unchanged")
  static let number = Phrase(zh: "编号", en: "Number")
  static let division = Phrase(zh: "区划代码", en: "Division")
  static let village = Phrase(zh: "村", en: "Village")
  static let areas = Phrase(zh: "可贷地区", en: "May lend in")
  static let sponsor = Phrase(zh: "主发起行", en: "Sponsor")
  static let currency = Phrase(zh: "币种", en: "Currency")
  static let officerCode = Phrase(zh: "员工", en: "Officer")
  static let roles = Phrase(zh: "职责", en: "Roles")
  static let validFrom = Phrase(zh: "自", en: "Valid from")
  static let validUntil = Phrase(zh: "至（不含）", en: "Valid until")
  static let document = Phrase(zh: "依据", en: "Document")
  static let publishedOn = Phrase(zh: "公布日", en: "Published on")
  static let oneYearPercent = Phrase(zh: "一年期 %", en: "1 year %")
  static let fiveYearPercent = Phrase(zh: "五年期以上 %", en: "5 years %")
  static let source = Phrase(zh: "来源", en: "Source")
  static let day = Phrase(zh: "日期", en: "Day")
  static let reference = Phrase(zh: "编号", en: "Reference")
  static let identityScheme = Phrase(zh: "证件种类", en: "Identity scheme")
  static let bornOn = Phrase(zh: "出生日期", en: "Born on")
  static let household = Phrase(zh: "农户", en: "Household")
  static let group = Phrase(zh: "联保小组", en: "Group")

  init(_ side: AccountEntry.Side) {
    switch side {
    case .debit: self.init(zh: "借", en: "debit")
    case .credit: self.init(zh: "贷", en: "credit")
    case .off: self.init(zh: "表外", en: "off balance")
    }
  }

  init(_ kind: CalendarEntry.Kind) {
    switch kind {
    case .holiday: self.init(zh: "放假", en: "holiday")
    case .workday: self.init(zh: "上班", en: "workday")
    }
  }
}
