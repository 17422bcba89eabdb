import Calculations
import Fixtures
import Interchange
import Testing

/// Goal: whatever the terms, a contract has events or a refusal with a code; nothing traps.
///
/// Method: a sound contract of each type with up to four terms replaced by odd ones; the seed of a
/// failing case is in its message.
@Suite("Any terms")
struct RandomTermsTests {
  private static let days = [
    "1900-01-01", "2199-12-31", "2199-12-31T23:59:59", "2026-01-31", "2028-02-29", "2026-05-31",
    "2025-12-31", "2026-02-30", "soon", "",
  ]
  private static let cycles = [
    "P1DL1", "P1DL0", "P9DL0", "P2WL1", "P1ML0", "P3ML1", "P1YL1", "P110000ML1", "P1M", "L0",
  ]
  private static let numbers = [
    "0", "-1", "0.08", "-0.5", "10", "1e5", "1E-9", "1e60", "0e60", "-99999999999999999999",
    "20000000000", "9223372036854775807", "0.00000000000000001", "many", " 400",
  ]
  private static let places: [(names: [String], values: [String])] = [
    (
      [
        "statusDate", "initialExchangeDate", "maturityDate", "amortizationDate",
        "capitalizationEndDate", "purchaseDate", "terminationDate",
        "cycleAnchorDateOfInterestPayment", "cycleAnchorDateOfPrincipalRedemption",
        "cycleAnchorDateOfRateReset", "cycleAnchorDateOfScalingIndex",
        "arrayCycleAnchorDateOfPrincipalRedemption",
      ], days
    ),
    (
      [
        "cycleOfInterestPayment", "cycleOfPrincipalRedemption", "cycleOfRateReset",
        "cycleOfScalingIndex", "cycleOfFee", "cycleOfInterestCalculationBase",
        "arrayCycleOfPrincipalRedemption",
      ], cycles
    ),
    (
      [
        "notionalPrincipal", "nominalInterestRate", "nextPrincipalRedemptionPayment",
        "premiumDiscountAtIED", "accruedInterest", "rateMultiplier", "rateSpread", "lifeCap",
        "periodFloor", "nextResetRate", "priceAtPurchaseDate", "priceAtTerminationDate", "feeRate",
        "scalingIndexAtContractDealDate", "notionalScalingMultiplier",
        "interestCalculationBaseAmount", "arrayNextPrincipalRedemptionPayment", "arrayRate",
      ], numbers
    ),
    (["dayCountConvention"], ["AA", "A360", "30E360ISDA", "28E336", "B252"]),
    (["businessDayConvention"], ["SCF", "CSMF", "SCMP", "CSP"]),
    (["interestCalculationBase"], ["NT", "NTIED", "NTL"]), (["scalingEffect"], ["IN0", "000"]),
    (["feeBasis"], ["A", "N"]), (["contractRole"], ["RPA", "RPL"]),
  ]

  private func contract(_ seed: UInt64) -> Contract {
    var random = SplitMix64(seed: seed)
    let kind = random.pick("PAM", "LAM", "NAM", "ANN", "LAX")
    var contract = Contract(
      kind,
      .monthly + [
        "maturityDate": "2027-03-15", "nextPrincipalRedemptionPayment": "150", "calendar": "MF",
        "marketObjectCodeOfRateReset": "INDEX", "marketObjectCodeOfScalingIndex": "INDEX",
        "arrayCycleAnchorDateOfPrincipalRedemption": "2026-02-01",
        "arrayCycleOfPrincipalRedemption": "P1ML1", "arrayNextPrincipalRedemptionPayment": "150",
      ]
    ).observing("INDEX", ["1900-01-01": random.pick("0.05", "-0.2", "1e9", "9e18")])
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let place = Self.places[Int.random(in: 0..<Self.places.count, using: &random)]
      let name = place.names[Int.random(in: 0..<place.names.count, using: &random)]
      let value = place.values[Int.random(in: 0..<place.values.count, using: &random)]
      contract.terms[name] = .string(value)
    }
    return contract
  }

  @Test("have events or a refusal with a code", arguments: 0..<8)
  func neverTrap(_ part: UInt64) throws {
    var answered = 0
    for seed in (part * 100)..<(part * 100 + 100) {
      switch try contract(seed).answer() {
      case .array: answered += 1
      case let answer:
        let code = answer["error"]?["code"]?.scalarText
        #expect(code?.hasPrefix("actus.") == true, "seed \(seed): \(answer.compact)")
      }
    }
    #expect(answered > 10)
  }
}
