package import Classification
package import Quantities

/// Where each loan of a bank stood at a month's end: a place a loan, as in the bank's traits.
///
/// Bounds: nine bytes a loan.
package struct PortfolioStates: Sendable {
  /// 0 without a position, else 1 + days' place + 7 × class.
  private(set) var codes: [UInt8]
  private(set) var principals: [Int64]

  package init(loanCount: Int) {
    codes = [UInt8](repeating: 0, count: loanCount)
    principals = [Int64](repeating: 0, count: loanCount)
  }

  package mutating func set(
    _ place: Int, overdueDays: Int, _ riskClass: RiskClass, principal: Money
  ) {
    let days = Self.place(DaysBand(overdueDays: overdueDays))
    codes[place] = UInt8(1 + days + Self.days.count * riskClass.rank)
    principals[place] = principal.minorUnits
  }

  func hasPosition(_ place: Int) -> Bool { codes[place] != 0 }
  func dayPlace(_ place: Int) -> Int { (Int(codes[place]) - 1) % Self.days.count }
  func classPlace(_ place: Int) -> Int { (Int(codes[place]) - 1) / Self.days.count }

  /// The states as `codes` counts them.
  static let days = DueState.onBooks
  /// The place of each band's state among them.
  private static let places = DaysBand.allCases.map { band in
    days.firstIndex(of: DueState(overdueDays: Int(band.rawValue))) ?? 0
  }

  private static func place(_ band: DaysBand) -> Int { places[band.place] }
  static let classes = RiskClass.allCases
}

/// Counts how loans went from one month's end to another.
struct MoveCount {
  /// States of a scale: those on the books, then new, settled, prepaid, written off.
  private static let off = [.new] + DueState.ends

  private let monthsBefore: Int
  private let before: PortfolioStates
  private let lines: [String]
  private var days: [Tally64]
  private var classes: [Tally64]

  private struct Tally64 {
    var loans: Int64 = 0
    var principal: Int64 = 0

    mutating func add(_ amount: Int64) {
      loans += 1
      principal += amount
    }
  }

  private static let dayWidth = PortfolioStates.days.count + off.count
  private static let classWidth = PortfolioStates.classes.count + off.count

  init(_ monthsBefore: Int, before: PortfolioStates, lines: [String]) {
    self.monthsBefore = monthsBefore
    self.before = before
    self.lines = lines
    days = [Tally64](
      repeating: Tally64(), count: lines.count * Self.dayWidth * Self.dayWidth)
    classes = [Tally64](
      repeating: Tally64(), count: lines.count * Self.classWidth * Self.classWidth)
  }

  /// - Parameters:
  ///   - place: the loan's.
  ///   - line: the number of its line.
  ///   - now: where loans stand now.
  ///   - end: what became of it if it has no position any more.
  mutating func add(_ place: Int, line: Int, now: PortfolioStates, end: DueState) {
    let isThere = now.hasPosition(place)
    let wasThere = before.hasPosition(place)
    guard isThere || wasThere else { return }
    // When a loan went within twelve months is not known, so neither whether it was early.
    let end = monthsBefore == 1 || end != .prepaid ? end : .settled
    let off = Self.off.firstIndex(of: wasThere ? end : .new) ?? 0
    let amount = wasThere ? before.principals[place] : now.principals[place]
    let (dayCount, classCount) = (PortfolioStates.days.count, PortfolioStates.classes.count)
    let from = wasThere ? before.dayPlace(place) : dayCount
    let to = isThere ? now.dayPlace(place) : dayCount + off
    days[(line * Self.dayWidth + from) * Self.dayWidth + to].add(amount)
    let fromClass = wasThere ? before.classPlace(place) : classCount
    let toClass = isThere ? now.classPlace(place) : classCount + off
    classes[(line * Self.classWidth + fromClass) * Self.classWidth + toClass].add(amount)
  }

  func put(into month: inout PortfolioMonth) {
    let off = Self.off.map(\.rawValue)
    put(days, .days, PortfolioStates.days.map(\.rawValue) + off, into: &month)
    put(classes, .classes, PortfolioStates.classes.map(\.rawValue) + off, into: &month)
  }

  private func put(
    _ tallies: [Tally64], _ scale: PortfolioMonth.Move.Scale, _ names: [String],
    into month: inout PortfolioMonth
  ) {
    let width = names.count
    for (index, tally) in tallies.enumerated() where tally.loans > 0 {
      let move = PortfolioMonth.Move(
        monthsBefore, scale, line: lines[index / (width * width)],
        from: names[index / width % width], to: names[index % width])
      month.moves[move] = Tally(loans: Int(tally.loans), principal: Int128(tally.principal))
    }
  }
}
