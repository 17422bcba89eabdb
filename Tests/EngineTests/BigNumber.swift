/// A whole number of any size, not negative: enough to multiply out the powers of an annuity.
struct BigNumber: Comparable {
  /// The lowest first, the last not 0; none for 0.
  private var limbs: [UInt64]

  init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

  static func * (left: BigNumber, right: UInt64) -> BigNumber {
    var product = left
    var carry: UInt64 = 0
    for index in product.limbs.indices {
      let full = product.limbs[index].multipliedFullWidth(by: right)
      let (low, isOver) = full.low.addingReportingOverflow(carry)
      product.limbs[index] = low
      carry = full.high + (isOver ? 1 : 0)
    }
    if carry > 0 { product.limbs.append(carry) }
    if right == 0 { product.limbs = [] }
    return product
  }

  static func + (left: BigNumber, right: BigNumber) -> BigNumber {
    var sum = left
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      if index == sum.limbs.count { sum.limbs.append(0) }
      let other = index < right.limbs.count ? right.limbs[index] : 0
      let (first, isOver) = sum.limbs[index].addingReportingOverflow(other)
      let (second, isOverAgain) = first.addingReportingOverflow(carry)
      sum.limbs[index] = second
      carry = isOver || isOverAgain ? 1 : 0
    }
    if carry > 0 { sum.limbs.append(carry) }
    return sum
  }

  /// The difference without its sign.
  func distance(to other: BigNumber) -> BigNumber {
    let (larger, smaller) = self < other ? (other, self) : (self, other)
    var difference = larger
    var borrow: UInt64 = 0
    for index in difference.limbs.indices {
      let taken = index < smaller.limbs.count ? smaller.limbs[index] : 0
      let (first, isUnder) = difference.limbs[index].subtractingReportingOverflow(taken)
      let (second, isUnderAgain) = first.subtractingReportingOverflow(borrow)
      difference.limbs[index] = second
      borrow = isUnder || isUnderAgain ? 1 : 0
    }
    while difference.limbs.last == 0 { difference.limbs.removeLast() }
    return difference
  }

  static func < (left: BigNumber, right: BigNumber) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }
}
