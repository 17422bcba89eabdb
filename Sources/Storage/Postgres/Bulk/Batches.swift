extension Array {
  /// Parts of at most so many elements, in their order: what one statement takes at once.
  package func batches(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
