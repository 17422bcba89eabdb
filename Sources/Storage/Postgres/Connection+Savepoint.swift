extension Connection {
  /// Runs `body` inside the open transaction so that what it wrote is taken back if it throws, and
  /// the transaction goes on.
  ///
  /// - Throws: what `body` throws; a `PostgresError` of the savepoint itself.
  package func savepoint<T>(_ body: () throws -> T) throws -> T {
    try script("SAVEPOINT attempt", name: "SAVEPOINT")
    let value: T
    do {
      value = try body()
    } catch {
      if !isBroken {
        try script(
          "ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt", name: "ROLLBACK TO SAVEPOINT")
      }
      throw error
    }
    try script("RELEASE SAVEPOINT attempt", name: "RELEASE SAVEPOINT")
    return value
  }
}
