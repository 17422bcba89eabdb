import Banks
import Postgres
import Quantities
import Reporting
import Repositories
import Risk

/// The loans of a month's end as their losses are drawn.
struct LossBook {
  let owner: ReportOwner
  private(set) var loans: [LoanRisk] = []
  private(set) var segments: [RiskSegment] = []
  /// The divisions borrowers live in: loans of one share its years.
  private(set) var regions: [String] = []
  private(set) var groups: [(bank: String, line: String)] = []
  private(set) var stands: [SimulatedLosses.Stand] = []
  private var lines: [String: (segment: Int32, assumptions: LossAssumptions)] = [:]
  private var regionPlaces: [String: Int32] = [:]
  private var standPlaces: [String: Int] = [:]

  /// - Throws: as `ReportRisk.run`; `OperationError.historyTooShort`.
  init(_ request: RiskRequest, _ connection: Connection) throws {
    owner = try request.scope.owner(BankRepository(connection))
    let report = try ReportRisk.read(request, connection).report
    let names = report.members(of: .line).map(\.key.member)
    let whole = report.transitions(.days, monthsBefore: 12, over: 12)
    guard whole.origins.indices.contains(where: { whole.before($0).loans > 0 }) else {
      throw OperationError.historyTooShort(request.month, needed: 12)
    }
    let rates = DefaultRates(
      whole: whole,
      lines: Dictionary(
        uniqueKeysWithValues: names.map {
          ($0, report.transitions(.days, monthsBefore: 12, over: 12, line: $0))
        }))
    let table = try CatalogRepository(connection).lossPolicy()
      .lossGivenDefault(on: request.month.lastDay)
    for name in names {
      let assumptions = LossAssumptions.of(line: name, table)
      lines[name] = (Int32(segments.count), assumptions)
      segments.append(
        RiskSegment(
          assetCorrelation: assumptions.assetCorrelation,
          regionCorrelation: assumptions.regionCorrelation))
    }
    for bank in owner.banks { try add(bank, request, rates, connection) }
  }

  private mutating func add(
    _ bank: Bank, _ request: RiskRequest, _ rates: DefaultRates, _ connection: Connection
  ) throws {
    guard let version = try request.version(of: bank, connection) else { return }
    let repository = TraitRepository(connection, bankID: bank.id)
    let traits = try repository.traits(bank.currency)
    var groupOfLine: [String: Int32] = [:]
    var next = 0
    try repository.eachPosition(of: version) { position in
      guard position.principal.isPositive,
        let place = traits.place(of: position.loanID, from: next)
      else { return }
      next = place + 1
      let (line, region) = traits.lineAndDivision(place, borrowerID: position.borrowerID)
      guard let (segment, assumptions) = lines[line] else { return }
      if groupOfLine[line] == nil {
        groupOfLine[line] = Int32(groups.count)
        groups.append((bank.code, line))
      }
      if regionPlaces[region] == nil {
        regionPlaces[region] = Int32(regions.count)
        regions.append(region)
      }
      let exposure = position.principal + position.interestDue
      let probability = count(line, assumptions, position, exposure, rates)
      loans.append(
        LoanRisk(
          exposure: exposure, lossGivenDefault: assumptions.lossGivenDefault,
          probability: probability, segment: segment, region: regionPlaces[region] ?? 0,
          group: groupOfLine[line] ?? 0))
    }
  }

  /// Counts a loan to those that stand alike, whose probability it has.
  private mutating func count(
    _ line: String, _ assumptions: LossAssumptions, _ position: LoanPosition, _ exposure: Money,
    _ rates: DefaultRates
  ) -> Int64 {
    let state = DueState(overdueDays: position.overdueDays)
    let key = "\(line) \(state.rawValue)"
    let place: Int
    if let known = standPlaces[key] {
      place = known
    } else {
      place = stands.count
      standPlaces[key] = place
      stands.append(
        SimulatedLosses.Stand(
          line: line, state: state, assumptions: assumptions,
          probability: rates.probability(state, line: line),
          seen: rates.seen(state, line: line)))
    }
    stands[place].loans += 1
    stands[place].exposure += Int128(exposure.minorUnits)
    return stands[place].probability
  }
}
