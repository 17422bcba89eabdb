import Postgres

extension ConnectionPool {
  /// Reads something for each of some things, several at a time, each in a snapshot of its own.
  ///
  /// - Parameters:
  ///   - things: for which.
  ///   - jobs: how many at the same time.
  ///   - read: reads for one.
  /// - Returns: what was read, in the order of the things.
  /// - Throws: what `read` throws.
  func sideBySide<Thing: Sendable, Part: Sendable>(
    _ things: [Thing], jobs: Int, _ read: @escaping @Sendable (Thing, Connection) throws -> Part
  ) async throws -> [Part] {
    try await withThrowingTaskGroup(of: (Int, Part).self) { group in
      var next = 0
      func start() {
        guard next < things.count else { return }
        let (place, thing) = (next, things[next])
        next += 1
        group.addTask {
          (place, try await self.transaction(.readOnlySnapshot) { try read(thing, $0) })
        }
      }
      for _ in 0..<max(1, jobs) { start() }
      var parts: [Int: Part] = [:]
      while let (place, part) = try await group.next() {
        parts[place] = part
        start()
      }
      return things.indices.compactMap { parts[$0] }
    }
  }
}
