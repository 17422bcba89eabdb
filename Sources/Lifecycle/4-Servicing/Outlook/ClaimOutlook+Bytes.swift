import Accrual
import LoanProducts
package import Quantities
import Scheduling

extension StoredOutlook {
  /// Whole numbers one after the other in the order of `put`, each doubled with its sign in the
  /// lowest bit, seven bits a byte, lowest first, the high bit set on all but the last.
  package var bytes: [UInt8] {
    var writer = NumberWriter()
    writer.put(outlook)
    writer.put(posted)
    writer.put(isRestructured)
    writer.put(Int(madeByRun))
    guard !later.isEmpty else { return writer.bytes }
    writer.put(later.count)
    writer.put(ProductLine.allCases.firstIndex(of: line) ?? 0)
    writer.put(moved)
    writer.put(outlook.through - outlook.from)
    for stage in later {
      writer.put(stage.outlook.through - stage.outlook.from)
      writer.put(stage.outlook)
      writer.put(stage.moved)
      writer.put(stage.oldestUnpaidDueOn)
    }
    return writer.bytes
  }

  /// What bytes tell; nil for those of no outlook, as those of an empty row.
  package init?(_ bytes: UnsafeRawBufferPointer, from: Day, through: Day) {
    guard !bytes.isEmpty else { return nil }
    var reader = NumberReader(bytes)
    outlook = ClaimOutlook(&reader, from: from, through: through)
    posted = AccrualTarget(&reader)
    isRestructured = reader.flag()
    madeByRun = Int64(reader.int())
    if !reader.isWhole { readLater(&reader) }
    guard reader.isWhole, self.through == through else { return nil }
  }

  private mutating func readLater(_ reader: inout NumberReader) {
    let count = reader.index(below: StoredOutlook.mostLater + 1)
    line = ProductLine.allCases[reader.index(below: ProductLine.allCases.count)]
    moved = reader.sums()
    outlook.through = reader.day(from: outlook.from)
    for _ in 0..<count where !reader.isShort {
      let from = self.through < .last ? self.through + 1 : .last
      let through = reader.day(from: from)
      later.append(
        Later(
          outlook: ClaimOutlook(&reader, from: from, through: through), moved: reader.sums(),
          oldestUnpaidDueOn: reader.day() ?? .last))
    }
  }
}

private struct NumberWriter {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(128) }

  mutating func put(_ number: Int128) {
    var rest = UInt128(truncatingIfNeeded: number << 1 ^ (number >> 127))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func put(_ number: Int) { put(Int128(number)) }
  mutating func put(_ money: Money) { put(Int128(money.minorUnits)) }
  mutating func put(_ day: Day?) { put(day.map { $0 - Day.first + 1 } ?? 0) }
  mutating func put(_ flag: Bool) { put(flag ? 1 : 0) }

  mutating func put(_ sums: [Int64]) {
    put(sums.count)
    for sum in sums { put(Int128(sum)) }
  }

  mutating func put(_ interest: InterestByPayer) {
    for payer in Payer.allCases { put(interest[payer]) }
  }

  mutating func put(_ target: AccrualTarget) {
    put(target.interest)
    put(target.penalty)
    put(target.compound)
    put(target.suspended)
  }

  mutating func put(_ line: ClaimOutlook.Line) {
    put(line.at)
    put(line.daily)
  }

  mutating func put(_ outlook: ClaimOutlook) {
    put(Rounding.allCases.firstIndex(of: outlook.rounding) ?? 0)
    put(outlook.payer.flatMap { Payer.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    put(DayCount.allCases.firstIndex(of: outlook.dayCount) ?? 0)
    put(Int(outlook.interest.denominator))
    put(outlook.interest.total)
    put(outlook.interest.subsidised)
    put(outlook.interest.shareBasisPoints)
    put(outlook.interestDaily)
    put(outlook.subsidisedDaily)
    put(outlook.penalty)
    put(outlook.compound)
    put(outlook.standing)
    put(outlook.rateMark?.count ?? -1)
    put(outlook.rateMark?.lastOn)
    put(outlook.rateMark?.followsEach ?? false)
  }

  mutating func put(_ standing: ClaimOutlook.Standing) {
    put(standing.billed)
    put(standing.carried)
    for money in [
      standing.principal, standing.principalDue, standing.bookPrincipal, standing.lost,
      standing.interestDue, standing.penaltyGone, standing.compoundGone, standing.credit,
    ] { put(money) }
    put(standing.recognised != nil)
    put(standing.recognised?.interest ?? .zero)
    put(standing.recognised?.penalty ?? .zero)
    put(standing.recognised?.compound ?? .zero)
    put(standing.oldestPrincipalDueOn)
    put(standing.oldestInterestDueOn)
    put(standing.graceDays)
    put(standing.flags.bits)
  }
}

extension ClaimOutlook.Flags {
  fileprivate var bits: Int {
    (isWaived ? 1 : 0) + (isSettled ? 2 : 0) + (isWrittenOff ? 4 : 0) + (isObserved ? 8 : 0)
      + (isOnProbation ? 16 : 0) + (isExcused ? 32 : 0)
      + (rating.flatMap { RatedClass.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0) * 64
  }

  fileprivate init(bits: Int) {
    isWaived = bits & 1 != 0
    isSettled = bits & 2 != 0
    isWrittenOff = bits & 4 != 0
    isObserved = bits & 8 != 0
    isOnProbation = bits & 16 != 0
    isExcused = bits & 32 != 0
    let place = bits >> 6
    rating = (1...RatedClass.allCases.count).contains(place) ? RatedClass.allCases[place - 1] : nil
  }
}

private struct NumberReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  /// Whether something was missing, or was no number that can stand there.
  private(set) var isShort = false

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether all was read, and nothing was missing or out of place.
  var isWhole: Bool { !isShort && place == bytes.count }

  mutating func int() -> Int {
    guard place < bytes.count else {
      isShort = true
      return 0
    }
    // Most numbers fit one byte, nearly all nine.
    var byte = bytes[place]
    place += 1
    if byte < 0x80 { return Int(byte >> 1) ^ -Int(byte & 1) }
    var value = UInt64(byte & 0x7F)
    var shift: UInt64 = 7
    while place < bytes.count, shift < 64 {
      byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
      }
      shift += 7
    }
    isShort = true
    return 0
  }

  mutating func wide() -> Int128 {
    var value: UInt128 = 0
    var shift: UInt128 = 0
    while place < bytes.count, shift < 128 {
      let byte = bytes[place]
      place += 1
      value |= UInt128(byte & 0x7F) << shift
      if byte < 0x80 {
        return Int128(truncatingIfNeeded: value >> 1) ^ -Int128(truncatingIfNeeded: value & 1)
      }
      shift += 7
    }
    isShort = true
    return 0
  }

  mutating func money() -> Money { Money(minorUnits: Int64(int())) }

  mutating func day() -> Day? {
    let number = int()
    guard number != 0 else { return nil }
    guard (1...(Day.last - Day.first + 1)).contains(number) else {
      isShort = true
      return nil
    }
    return Day.first + (number - 1)
  }

  /// The day so many days after another one.
  mutating func day(from start: Day) -> Day {
    let number = int()
    guard number >= 0, number <= Day.last - start else {
      isShort = true
      return start
    }
    return start + number
  }

  /// A number from 0 to before another; 0 for one that is none.
  mutating func index(below count: Int) -> Int {
    let number = int()
    guard (0..<count).contains(number) else {
      isShort = true
      return 0
    }
    return number
  }

  mutating func flag() -> Bool { int() != 0 }

  mutating func sums() -> [Int64] {
    let count = int()
    guard count >= 0, count <= bytes.count - place else {
      isShort = true
      return []
    }
    return (0..<count).map { _ in Int64(int()) }
  }

  mutating func interest() -> InterestByPayer {
    InterestByPayer(borrower: money(), finance: money(), programme: money())
  }

  mutating func line() -> ClaimOutlook.Line {
    ClaimOutlook.Line(at: wide(), daily: wide())
  }
}

extension AccrualTarget {
  fileprivate init(_ reader: inout NumberReader) {
    self.init(
      interest: reader.interest(), penalty: reader.money(), compound: reader.money(),
      suspended: reader.money())
  }
}

extension ClaimOutlook {
  fileprivate init(_ reader: inout NumberReader, from: Day, through: Day) {
    self.from = from
    self.through = through
    rounding = Rounding.allCases[reader.index(below: Rounding.allCases.count)]
    let place = reader.index(below: Payer.allCases.count + 1)
    payer = place > 0 ? Payer.allCases[place - 1] : nil
    dayCount = DayCount.allCases[reader.index(below: DayCount.allCases.count)]
    var sums = InterestSums(denominator: max(1, Int64(reader.int())))
    sums.total = reader.wide()
    sums.subsidised = reader.wide()
    sums.shareBasisPoints = reader.wide()
    interest = sums
    interestDaily = reader.wide()
    subsidisedDaily = reader.wide()
    penalty = reader.line()
    compound = reader.line()
    standing = Standing(&reader)
    let count = reader.int()
    let lastOn = reader.day()
    let followsEach = reader.flag()
    rateMark =
      count < 0
      ? nil : RateMark(count: count, lastOn: lastOn ?? .first, followsEach: followsEach)
  }
}

extension ClaimOutlook.Standing {
  fileprivate init(_ reader: inout NumberReader) {
    billed = reader.interest()
    carried = reader.interest()
    principal = reader.money()
    principalDue = reader.money()
    bookPrincipal = reader.money()
    lost = reader.money()
    interestDue = reader.money()
    penaltyGone = reader.money()
    compoundGone = reader.money()
    credit = reader.money()
    let isRecognised = reader.flag()
    let amounts = ClaimOutlook.Recognised(
      interest: reader.money(), penalty: reader.money(), compound: reader.money())
    recognised = isRecognised ? amounts : nil
    oldestPrincipalDueOn = reader.day()
    oldestInterestDueOn = reader.day()
    graceDays = reader.int()
    flags = ClaimOutlook.Flags(bits: reader.int())
  }
}
