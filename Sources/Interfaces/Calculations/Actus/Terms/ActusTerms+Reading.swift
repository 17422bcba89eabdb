import Interchange
import Quantities

extension ActusTerms {
  /// The terms of one case of the public test files.
  ///
  /// - Parameter document: the case, with `terms` and `to`.
  /// - Throws: `ActusError`, or `DocumentError` if there are no terms.
  init(reading document: Fields) throws {
    var reader = ActusReader(fields: try document.object("terms"))
    let kind = try Self.kind(reader)
    reader.decimals = try Self.decimals(reader, kind)
    self.init(
      kind: kind, sign: try Self.sign(reader),
      currency: Currency(code: try reader.text("currency") ?? "", decimals: reader.decimals),
      statusDate: try reader.required("statusDate", reader.moment("statusDate")),
      initialExchange: try reader.required(
        "initialExchangeDate", reader.moment("initialExchangeDate")))
    to = try ActusReader(fields: document).moment("to")
    maturity = try reader.moment("maturityDate")
    amortization = try reader.moment("amortizationDate")
    notional = try reader.required("notionalPrincipal", reader.amount("notionalPrincipal"))
    premium = try reader.amount("premiumDiscountAtIED") ?? .zero
    rate = try reader.rate("nominalInterestRate")
    accrued = try reader.amount("accruedInterest")
    try readConventions(reader)
    try readLegs(reader)
    try readReset(reader)
    try readScaling(reader)
    try readFee(reader)
    if let settlement = try reader.text("settlementCurrency"), settlement != currency.code {
      throw ActusError.notSupported(name: "settlementCurrency", found: settlement)
    }
    purchase = try Self.sale(reader, "purchaseDate", "priceAtPurchaseDate")
    termination = try Self.sale(reader, "terminationDate", "priceAtTerminationDate")
    if kind == .lax { try readSteps(reader) }
    try check()
  }

  private static func kind(_ reader: ActusReader) throws(ActusError) -> ActusKind {
    let found = try reader.required("contractType", reader.text("contractType"))
    guard let kind = ActusKind(rawValue: found) else {
      throw .unknownContractType(found: found, known: ActusKind.allCases.map(\.rawValue))
    }
    return kind
  }

  /// +1 for a claim, −1 for an obligation.
  ///
  /// Source: ACTUS Technical Specification 1.1, section Contract Role Sign Convention.
  private static let signs: [String: Int64] = [
    "RPA": 1, "RPL": -1, "LG": 1, "ST": -1, "BUY": 1, "SEL": -1, "RFL": 1, "PFL": -1, "RF": 1,
    "PF": -1, "COL": 1, "CNO": 1, "GUA": -1, "OBL": 1, "UDL": 1, "UDLP": 1, "UDLM": -1,
  ]

  private static func sign(_ reader: ActusReader) throws(ActusError) -> Int64 {
    let sign = try reader.read("contractRole", signs.keys.sorted().joined(separator: ", ")) {
      signs[$0]
    }
    return try reader.required("contractRole", sign)
  }

  /// The most decimals with which the contract's amounts leave room to grow: 10, else 8 or 6.
  private static func decimals(
    _ reader: ActusReader, _ kind: ActusKind
  ) throws(ActusError) -> Int {
    let names = [
      "notionalPrincipal", "interestCalculationBaseAmount", "priceAtPurchaseDate",
      "priceAtTerminationDate", "nextPrincipalRedemptionPayment", "accruedInterest",
    ]
    var texts: [String] = []
    for name in names {
      if let text = try reader.text(name) { texts.append(text) }
    }
    if kind == .lax { texts += try reader.elements("arrayNextPrincipalRedemptionPayment") }
    let numbers = texts.compactMap { ActusNumber($0) }
    for decimals in [10, 8, 6] {
      let roomy = numbers.allSatisfy { number in
        guard let units = number.units(decimals: decimals) else { return false }
        return units.magnitude <= ActusReader.largest.minorUnits.magnitude / 5
      }
      if roomy { return decimals }
    }
    throw .amountTooLarge
  }

  private static func sale(
    _ reader: ActusReader, _ day: String, _ price: String
  ) throws(ActusError) -> ActusSale? {
    guard let on = try reader.moment(day) else { return nil }
    return ActusSale(on: on, price: try reader.required(price, reader.amount(price)))
  }

  private mutating func readConventions(_ reader: ActusReader) throws(ActusError) {
    let dayCounts: [String: DayCount] = [
      "AA": .actualActualISDA, "A360": .actual360, "A365": .actual365, "30E360": .thirtyE360,
      "30E360ISDA": .thirtyE360ISDA, "28E336": .twentyEight336, "B252": .business252,
    ]
    let found = try reader.read(
      "dayCountConvention", dayCounts.keys.sorted().joined(separator: ", ")
    ) { dayCounts[$0] }
    if rate != nil || found != nil { dayCount = try reader.required("dayCountConvention", found) }
    let endOfMonth = try reader.read("endOfMonthConvention", "SD, EOM") {
      ["SD": false, "EOM": true][$0]
    }
    schedule = ActusSchedule(endOfMonth: endOfMonth ?? false)
    let shifts: [String: (BusinessDayShift, calculatesFirst: Bool)] = [
      "NULL": (.none, true), "NOS": (.none, true), "SCF": (.following, false),
      "SCMF": (.modifiedFollowing, false), "CSF": (.following, true),
      "CSMF": (.modifiedFollowing, true), "SCP": (.preceding, false),
      "SCMP": (.modifiedPreceding, false), "CSP": (.preceding, true),
      "CSMP": (.modifiedPreceding, true),
    ]
    let shift = try reader.read(
      "businessDayConvention", shifts.keys.sorted().joined(separator: ", ")
    ) { shifts[$0] }
    let calendar = try reader.read("calendar", "NC, MF") {
      ["NC": false, "NoCalendar": false, "MF": true, "MondayToFriday": true][$0]
    }
    self.shift = ActusShift(
      shift: shift?.0 ?? .none, calculatesFirst: shift?.calculatesFirst ?? true,
      hasWeekends: calendar ?? false)
    if dayCount == .business252, !self.shift.hasWeekends {
      throw .notSupported(name: "dayCountConvention", found: "B252, calendar NC")
    }
  }

  private mutating func readLegs(_ reader: ActusReader) throws(ActusError) {
    interest = try reader.leg("cycleAnchorDateOfInterestPayment", "cycleOfInterestPayment")
    if let point = try reader.text("cyclePointOfInterestPayment"), point != "E" {
      throw .notSupported(name: "cyclePointOfInterestPayment", found: point)
    }
    capitalizationEnd = try reader.moment("capitalizationEndDate")
    if kind != .pam {
      redemption = try reader.leg(
        "cycleAnchorDateOfPrincipalRedemption", "cycleOfPrincipalRedemption")
      nextRedemption = try reader.amount("nextPrincipalRedemptionPayment")
      base =
        try reader.read("interestCalculationBase", "NT, NTIED, NTL") { ActusBase(rawValue: $0) }
        ?? .notional
      baseAmount = try reader.amount("interestCalculationBaseAmount")
      baseLeg = try reader.leg(
        "cycleAnchorDateOfInterestCalculationBase", "cycleOfInterestCalculationBase")
    }
    resetLeg = try reader.leg("cycleAnchorDateOfRateReset", "cycleOfRateReset")
    scalingLeg = try reader.leg("cycleAnchorDateOfScalingIndex", "cycleOfScalingIndex")
    for leg in [\ActusTerms.interest, \.redemption, \.baseLeg, \.resetLeg, \.scalingLeg] {
      self[keyPath: leg] = try anchored(self[keyPath: leg])
    }
  }

  /// A leg without an anchor starts one cycle after the initial exchange.
  private func anchored(_ leg: ActusLeg) throws(ActusError) -> ActusLeg {
    guard leg.anchor == nil, leg.cycle != nil else { return leg }
    var leg = leg
    leg.anchor = initialExchange
    leg.anchor = try schedule.time(1, of: leg)
    return leg
  }

  private mutating func readReset(_ reader: ActusReader) throws(ActusError) {
    reset.market = try reader.text("marketObjectCodeOfRateReset")
    reset.multiplier = try reader.factor("rateMultiplier") ?? ActusReset.one
    reset.spread = try reader.rate("rateSpread") ?? .zero
    reset.lifeFloor = try reader.rate("lifeFloor")
    reset.lifeCap = try reader.rate("lifeCap")
    reset.periodFloor = try reader.rate("periodFloor")
    reset.periodCap = try reader.rate("periodCap")
    reset.next = try reader.rate("nextResetRate")
  }

  private mutating func readScaling(_ reader: ActusReader) throws(ActusError) {
    let effect = try reader.read("scalingEffect", "000, I00, 0N0, IN0") { text in
      text.allSatisfy { "INMOC0".contains($0) } ? text : nil
    }
    scaling.scalesInterest = effect?.contains("I") ?? false
    scaling.scalesNotional = effect?.contains("N") ?? false
    scaling.interest = try ratio(reader, "interestScalingMultiplier")
    scaling.notional = try ratio(reader, "notionalScalingMultiplier")
    guard scaling.scalesInterest || scaling.scalesNotional else {
      scalingLeg = ActusLeg()
      return
    }
    scaling.market = try reader.required(
      "marketObjectCodeOfScalingIndex", reader.text("marketObjectCodeOfScalingIndex"))
    let names = ["scalingIndexAtContractDealDate", "scalingIndexAtStatusDate"]
    let name = try reader.text(names[0]) == nil ? names[1] : names[0]
    let index = try reader.required(names[0], reader.factor(name))
    guard index > 0 else {
      throw .termNotAllowed(name: name, found: String(index), allowed: "above 0")
    }
    scaling.indexAtDeal = index
  }

  private func ratio(_ reader: ActusReader, _ name: String) throws(ActusError) -> ActusRatio {
    guard let factor = try reader.factor(name) else { return .one }
    return ActusRatio(numerator: factor, denominator: ActusReset.one)
  }

  private mutating func readFee(_ reader: ActusReader) throws(ActusError) {
    guard let text = try reader.text("feeRate"), ActusNumber(text)?.units(decimals: 12) != 0 else {
      return
    }
    let isAmount = try reader.required(
      "feeBasis", reader.read("feeBasis", "A, N") { ["A": true, "N": false][$0] })
    fee.leg = try anchored(reader.leg("cycleAnchorDateOfFee", "cycleOfFee"))
    fee.accrued = try reader.amount("feeAccrued") ?? .zero
    if isAmount {
      fee.amount = try reader.amount("feeRate")
    } else {
      fee.rate = try reader.rate("feeRate")
    }
  }
}
