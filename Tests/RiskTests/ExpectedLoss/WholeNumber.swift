/// A whole number of any size, not negative, for sums that no fixed width holds.
struct WholeNumber: Comparable {
  /// Base 2³², the lowest first, the highest never 0.
  private var digits: [UInt32] = []

  init(_ value: Int128) {
    precondition(value >= 0, "\(value) is negative")
    var rest = UInt128(value)
    while rest > 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  static func + (left: WholeNumber, right: WholeNumber) -> WholeNumber {
    var sum = WholeNumber(0)
    var carry: UInt64 = 0
    for place in 0..<max(left.digits.count, right.digits.count) {
      carry += place < left.digits.count ? UInt64(left.digits[place]) : 0
      carry += place < right.digits.count ? UInt64(right.digits[place]) : 0
      sum.digits.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    if carry > 0 { sum.digits.append(UInt32(carry)) }
    return sum
  }

  static func * (left: WholeNumber, right: WholeNumber) -> WholeNumber {
    var product = WholeNumber(0)
    product.digits = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (place, digit) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (other, factor) in right.digits.enumerated() {
        carry += UInt64(digit) * UInt64(factor) + UInt64(product.digits[place + other])
        product.digits[place + other] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product.digits[place + right.digits.count] = UInt32(carry)
    }
    while product.digits.last == 0 { product.digits.removeLast() }
    return product
  }

  static func < (left: WholeNumber, right: WholeNumber) -> Bool {
    if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
    for (one, other) in zip(left.digits, right.digits).reversed() where one != other {
      return one < other
    }
    return false
  }
}
