import LoanProducts
import Quantities

/// How the loans of a line come about: when in the year, of what size, for how long.
///
/// Figures are invented so that a book looks like one: sowing in spring and stocking in autumn,
/// hosts before the summer, schools in September.
struct LineProfile {
  let line: ProductLine
  /// Of a hundred loans.
  let share: Int
  /// January … December: how many applications come in.
  let season: [Int]
  /// Sizes in yuan, each with its weight: from, to, step.
  let sizes: [(weight: Int, from: Int, to: Int, step: Int)]
  /// Terms in months, each with its weight.
  let terms: [(weight: Int, months: Int)]
  let purposes: [String]
  /// Of a thousand applications, those with a subsidy.
  let subsidised: Int

  static let all: [LineProfile] = [microcredit, studentAid, education, tourism, industry]

  static func of(_ line: ProductLine) -> LineProfile {
    all.first { $0.line == line } ?? microcredit
  }

  static let microcredit = LineProfile(
    line: .microcredit, share: 52, season: [6, 14, 20, 14, 6, 4, 4, 5, 10, 9, 5, 3],
    sizes: [
      (10, 5_000, 10_000, 1_000), (30, 11_000, 30_000, 1_000), (15, 31_000, 49_000, 1_000),
      (38, 50_000, 50_000, 1_000), (7, 51_000, 100_000, 1_000),
    ],
    terms: [(22, 12), (28, 24), (50, 36)],
    purposes: ["种子和化肥", "养猪", "养羊", "养牛", "茶园管护", "柑橘种植", "蔬菜大棚", "农机购置"],
    subsidised: 850)

  static let studentAid = LineProfile(
    line: .studentAid, share: 22, season: [0, 0, 0, 0, 0, 0, 5, 45, 40, 10, 0, 0],
    sizes: [(30, 5_000, 8_000, 500), (50, 8_000, 12_000, 500), (20, 12_000, 20_000, 500)],
    terms: [(25, 1), (20, 2), (25, 3), (30, 4)], purposes: ["大学学费和住宿费"], subsidised: 1_000)

  static let education = LineProfile(
    line: .education, share: 10, season: [4, 8, 22, 8, 5, 6, 8, 9, 22, 5, 2, 1],
    sizes: [(40, 5_000, 12_000, 1_000), (60, 13_000, 30_000, 1_000)],
    terms: [(40, 12), (40, 24), (20, 36)],
    purposes: ["挖掘机操作培训", "家政培训", "厨师培训", "电工培训", "护理培训"], subsidised: 800)

  static let tourism = LineProfile(
    line: .tourism, share: 9, season: [4, 8, 16, 20, 18, 10, 6, 4, 6, 4, 2, 2],
    sizes: [
      (40, 20_000, 80_000, 5_000), (45, 85_000, 200_000, 5_000), (15, 210_000, 500_000, 10_000),
    ],
    terms: [(35, 24), (45, 36), (20, 48)],
    purposes: ["民宿改造", "农家乐翻修", "游船购置", "土特产铺面"], subsidised: 0)

  static let industry = LineProfile(
    line: .industry, share: 7, season: [5, 8, 16, 14, 9, 6, 6, 8, 14, 8, 4, 2],
    sizes: [
      (50, 100_000, 300_000, 10_000), (35, 310_000, 1_000_000, 10_000),
      (15, 1_050_000, 3_000_000, 50_000),
    ],
    terms: [(40, 24), (40, 36), (20, 48)],
    purposes: ["加工车间设备", "订单收购", "冷库建设", "菌棒生产"], subsidised: 600)

  func principal(_ random: inout SeededRandom) -> Money {
    let size = sizes[random.place(in: sizes.map(\.weight))]
    let steps = (size.to - size.from) / size.step
    return Money(minorUnits: 100 * Int64(size.from + size.step * random.within(0...steps)))
  }

  func months(_ random: inout SeededRandom) -> Int {
    terms[random.place(in: terms.map(\.weight))].months
  }
}

/// How the borrowers of a line fall behind, per thousand.
///
/// A missed instalment is late by a month at most, unless it rolls on: from each month of being
/// late into the next. What has rolled past three months is seldom made good.
struct ArrearsProfile {
  /// Instalments missed, of those that ask for money.
  var missed: Int
  /// From each month late into the next: the first, the second, the third.
  var rolls = [270, 560, 720]
  /// After the third month, for each month more: made good, or a loss from the sixth on.
  var cured = 45
  var lost = 130
  /// Late payments of which a part came before.
  var part = 220

  /// - Parameters:
  ///   - line: of the loan.
  ///   - instalmentsAYear: how often it asks for money.
  ///   - isWeak: whether the borrower is one of those with most of the arrears.
  init(_ line: ProductLine, instalmentsAYear: Int, isWeak: Bool) {
    let yearly: Int
    switch line {
    case .microcredit: yearly = 420
    case .studentAid: yearly = 120
    case .education: yearly = 460
    case .tourism: yearly = 460
    case .industry, .other: yearly = 300
    }
    missed = yearly / max(1, min(12, instalmentsAYear))
    missed = isWeak ? missed * 4 : missed / 2
  }

  /// Borrowers with most of the arrears.
  static let weak = 140
}
