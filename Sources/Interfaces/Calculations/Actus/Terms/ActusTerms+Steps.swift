import Quantities

extension ActusTerms {
  /// The array schedules of LAX; where an array is missing, the plain term stands for one step.
  mutating func readSteps(_ reader: ActusReader) throws(ActusError) {
    interestSteps = try legs(
      reader, "arrayCycleAnchorDateOfInterestPayment", "arrayCycleOfInterestPayment")
    if interestSteps.isEmpty, !interest.isEmpty { interestSteps = [interest] }
    try readRedemptionSteps(reader)
    try readRateSteps(reader)
  }

  private mutating func readRedemptionSteps(_ reader: ActusReader) throws(ActusError) {
    let name = "arrayCycleAnchorDateOfPrincipalRedemption"
    let legs = try legs(reader, name, "arrayCycleOfPrincipalRedemption")
    guard !legs.isEmpty else {
      let payment = try reader.required(
        "arrayNextPrincipalRedemptionPayment", nextRedemption)
      _ = try reader.required(name, redemption.anchor)
      redemptionSteps = [ActusStep(leg: redemption, amount: payment)]
      return
    }
    let payments = try expanded(
      reader, "arrayNextPrincipalRedemptionPayment", to: legs.count)
    guard !payments.isEmpty else {
      throw .missingTerm("arrayNextPrincipalRedemptionPayment")
    }
    let directions = try expanded(reader, "arrayIncreaseDecrease", to: legs.count)
    for (index, leg) in legs.enumerated() {
      var step = ActusStep(leg: leg)
      step.amount = try ActusReader.value(
        payments[index], of: "arrayNextPrincipalRedemptionPayment", ActusReader.amounts,
        reader.money)
      if !directions.isEmpty {
        step.isIncrease = try ActusReader.value(
          directions[index], of: "arrayIncreaseDecrease", "INC, DEC"
        ) { ["INC": true, "DEC": false][$0] }
      }
      guard !step.amount.isNegative else {
        throw .termNotAllowed(
          name: "arrayNextPrincipalRedemptionPayment", found: payments[index],
          allowed: "0 or more")
      }
      redemptionSteps.append(step)
    }
  }

  private mutating func readRateSteps(_ reader: ActusReader) throws(ActusError) {
    let legs = try legs(reader, "arrayCycleAnchorDateOfRateReset", "arrayCycleOfRateReset")
    guard !legs.isEmpty else {
      if !resetLeg.isEmpty { rateSteps = [ActusStep(leg: resetLeg, isFixedRate: false)] }
      return
    }
    let rates = try expanded(reader, "arrayRate", to: legs.count)
    let fixed = try expanded(reader, "arrayFixedVariable", to: legs.count)
    for (index, leg) in legs.enumerated() {
      var step = ActusStep(leg: leg)
      if !fixed.isEmpty {
        step.isFixedRate = try ActusReader.value(
          fixed[index], of: "arrayFixedVariable", "FIX, VAR"
        ) { ["FIX": true, "F": true, "VAR": false, "V": false][$0] }
      }
      if !rates.isEmpty {
        let rate = try ActusReader.value(
          rates[index], of: "arrayRate", "a decimal, 0.05 for 5 %", ActusReader.rate)
        step.rate = try ActusReader.inRange(rate)
      } else if step.isFixedRate {
        throw .missingTerm("arrayRate")
      }
      rateSteps.append(step)
    }
  }

  /// The anchors with their cycles, the anchors ascending.
  private func legs(
    _ reader: ActusReader, _ anchorName: String, _ cycleName: String
  ) throws(ActusError) -> [ActusLeg] {
    let anchors = try reader.elements(anchorName)
    guard anchors.count <= ActusSchedule.mostEvents else {
      throw .tooManyEvents(largest: ActusSchedule.mostEvents)
    }
    let cycles = try expanded(reader, cycleName, to: anchors.count)
    var legs: [ActusLeg] = []
    for (index, text) in anchors.enumerated() {
      let anchor = try ActusReader.value(text, of: anchorName, ActusMoment.allowed) {
        ActusMoment($0)
      }
      if let previous = legs.last?.anchor, anchor <= previous {
        throw .datesOutOfOrder(
          earlier: anchorName, on: previous.day, later: anchorName, by: anchor.day)
      }
      let cycle = cycles.isEmpty ? nil : try ActusReader.cycle(cycles[index], of: cycleName)
      legs.append(ActusLeg(anchor: anchor, cycle: cycle))
    }
    return legs
  }

  /// The elements of an array, one for each step; a single one stands for all of them.
  private func expanded(
    _ reader: ActusReader, _ name: String, to count: Int
  ) throws(ActusError) -> [String] {
    let elements = try reader.elements(name)
    if elements.isEmpty || elements.count == count { return elements }
    guard elements.count == 1 else {
      throw .arraysDiffer(name: name, count: elements.count, expected: count)
    }
    return Array(repeating: elements[0], count: count)
  }
}
