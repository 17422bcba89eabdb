/// provisional
package struct Cycle: Hashable, Sendable {
  package enum Unit: Hashable, Sendable { case day, week, month }
  package let count: Int
  package let unit: Unit
  package init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }
}
