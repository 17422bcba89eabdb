/// Splitting an amount into parts that add up to it exactly.
public enum Apportionment {
  /// Parts of `total` in proportion to `weights`: each running sum is rounded half up, so no part
  /// is off its share by a whole minor unit or more, and the parts sum to the total.
  ///
  /// - Parameters:
  ///   - total: the amount to split, of either sign.
  ///   - weights: at least one is positive, none negative.
  /// - Returns: one part for each weight, in their order.
  public static func split(_ total: Money, by weights: [Int64]) -> [Money] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(sum > 0, "an amount is split by weights of which one at least is positive")
    var weightSoFar: Int128 = 0
    var given: Int128 = 0
    return weights.map { weight in
      precondition(weight >= 0, "a weight is never negative: \(weight)")
      weightSoFar += Int128(weight)
      let share = Rounding.halfUp.divide(Int128(total.minorUnits) * weightSoFar, by: sum)
      defer { given = share }
      return Money(minorUnits: Int64(share - given))
    }
  }
}
