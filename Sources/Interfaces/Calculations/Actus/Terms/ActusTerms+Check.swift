import Quantities

extension ActusTerms {
  /// Refuses terms that contradict each other, or that no events follow from.
  func check() throws(ActusError) {
    guard notional.isPositive else {
      throw .termNotAllowed(
        name: "notionalPrincipal", found: currency.plain(notional), allowed: "above 0")
    }
    for (name, amount) in [
      ("nextPrincipalRedemptionPayment", nextRedemption),
      ("interestCalculationBaseAmount", baseAmount),
    ] {
      guard let amount, amount.isNegative else { continue }
      throw .termNotAllowed(name: name, found: currency.plain(amount), allowed: "0 or more")
    }
    try inOrder(("initialExchangeDate", initialExchange), ("maturityDate", maturity))
    try inOrder(("initialExchangeDate", initialExchange), ("amortizationDate", amortization))
    try inOrder(("initialExchangeDate", initialExchange), ("terminationDate", termination?.on))
    if let purchase {
      try inOrder(("purchaseDate", purchase.on), ("terminationDate", termination?.on))
    }
    switch kind {
    case .pam: if maturity == nil { throw .missingTerm("maturityDate") }
    case .lam, .nam, .ann:
      if redemption.anchor == nil {
        throw .missingTerm("cycleAnchorDateOfPrincipalRedemption")
      }
      if kind == .nam, nextRedemption == nil {
        throw .missingTerm("nextPrincipalRedemptionPayment")
      }
    case .lax: break
    }
    if base == .notionalLagged, kind != .pam, baseLeg.isEmpty {
      throw .missingTerm("cycleOfInterestCalculationBase")
    }
  }

  private func inOrder(
    _ earlier: (name: String, at: ActusMoment), _ later: (name: String, at: ActusMoment?)
  ) throws(ActusError) {
    guard let at = later.at, at <= earlier.at else { return }
    throw .datesOutOfOrder(
      earlier: earlier.name, on: earlier.at.day, later: later.name, by: at.day)
  }
}
