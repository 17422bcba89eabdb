extension SoundCases {
  /// In the public file format of ACTUS.
  static let actus = [
    """
    {"terms": {"contractType": "PAM", "contractRole": "RPA", "statusDate": "2025-12-31T00:00:00",
      "initialExchangeDate": "2026-01-10T00:00:00", "maturityDate": "2027-01-10T00:00:00",
      "notionalPrincipal": "3000", "nominalInterestRate": "0.1", "currency": "CNY",
      "cycleAnchorDateOfInterestPayment": "2026-02-10T00:00:00", "premiumDiscountAtIED": "-200",
      "cycleOfInterestPayment": "P1ML0", "dayCountConvention": "A360",
      "endOfMonthConvention": "SD"}, "to": "", "dataObserved": {}, "eventsObserved": []}
    """,
    """
    {"terms": {"contractType": "ANN", "contractRole": "RPL", "statusDate": "2025-12-31T00:00:00",
      "initialExchangeDate": "2026-01-31T00:00:00", "maturityDate": "2028-01-31T00:00:00",
      "notionalPrincipal": "5000", "nominalInterestRate": "0.07", "currency": "USD",
      "cycleAnchorDateOfPrincipalRedemption": "2026-02-28T00:00:00",
      "cycleOfPrincipalRedemption": "P1ML1", "cycleAnchorDateOfInterestPayment":
      "2026-02-28T00:00:00", "cycleOfInterestPayment": "P1ML1", "dayCountConvention": "30E360",
      "cycleAnchorDateOfRateReset": "2026-07-31T00:00:00", "cycleOfRateReset": "P6ML0",
      "marketObjectCodeOfRateReset": "M", "rateSpread": "0.01", "rateMultiplier": "1.0",
      "endOfMonthConvention": "EOM", "businessDayConvention": "SCMF", "calendar": "MF"},
      "to": "2028-12-31T00:00:00", "dataObserved": {"M": {"identifier": "M", "data": [
        {"timestamp": "2026-01-01T00:00:00", "value": "0.05"},
        {"timestamp": "2027-01-01T00:00:00", "value": "0.06"}]}}, "eventsObserved": []}
    """,
    """
    {"terms": {"contractType": "NAM", "contractRole": "RPA", "statusDate": "2025-12-31T00:00:00",
      "initialExchangeDate": "2026-01-10T00:00:00", "maturityDate": "2028-01-10T00:00:00",
      "notionalPrincipal": 5000, "nominalInterestRate": 0.08, "currency": "EUR",
      "nextPrincipalRedemptionPayment": "500", "interestCalculationBase": "NTIED",
      "cycleAnchorDateOfPrincipalRedemption": "2026-04-10T00:00:00",
      "cycleOfPrincipalRedemption": "P3ML0", "dayCountConvention": "AA",
      "capitalizationEndDate": "2026-07-10T00:00:00", "purchaseDate": "2026-05-01T00:00:00",
      "priceAtPurchaseDate": "5100", "terminationDate": "2027-06-01T00:00:00",
      "priceAtTerminationDate": "4000"}, "to": "2028-12-31T00:00:00"}
    """,
    """
    {"terms": {"contractType": "LAX", "contractRole": "RPA", "statusDate": "2020-01-01T00:00:00",
      "initialExchangeDate": "2020-01-02T00:00:00", "maturityDate": "2024-12-31T00:00:00",
      "notionalPrincipal": "120", "nominalInterestRate": "0.05", "currency": "EUR",
      "arrayCycleAnchorDateOfInterestPayment": "2021-01-01T00:00:00",
      "arrayCycleOfInterestPayment": "P1YL1", "dayCountConvention": "30E360",
      "arrayCycleAnchorDateOfPrincipalRedemption": "2021-01-01T00:00:00",
      "arrayCycleOfPrincipalRedemption": "P1YL1", "arrayNextPrincipalRedemptionPayment": 20,
      "arrayIncreaseDecrease": "DEC", "calendar": "NC", "businessDayConvention": "SCF"},
      "to": "2024-12-31T00:00:00"}
    """,
  ]
}
