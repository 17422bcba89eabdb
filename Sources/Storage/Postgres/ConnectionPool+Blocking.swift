import Glibc
import Synchronization

extension ConnectionPool {
  /// A pool of its own to the same database, for work beside a unit that holds one of this pool's
  /// connections; waiting for one of this pool's could wait for itself.
  package func sibling(size: Int) -> ConnectionPool {
    ConnectionPool(info, size: size, logger: logger)
  }

  /// Runs `body` on Swift's own threads while this one, a connection's, waits; then closes the
  /// pool.
  ///
  /// It is for a unit of work of another pool, whose transaction stays open meanwhile.
  ///
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws.
  package func blocking<R: Sendable>(_ body: @escaping @Sendable () async throws -> R) throws -> R {
    try blocking(taking: { (_: Never) in }, { _ in try await body() })
  }

  /// Runs `body` on Swift's own threads while this one, a connection's, takes what it hands over;
  /// then closes the pool.
  ///
  /// - Parameters:
  ///   - take: is called on this thread with each, in the order in which they were handed over;
  ///     after an error of its own no more.
  ///   - body: is given what hands over.
  /// - Returns: what `body` returns, when all is taken.
  /// - Throws: what `body` throws, or else the error of `take`.
  package func blocking<Element: Sendable, R: Sendable>(
    taking take: (Element) throws -> Void,
    _ body: @escaping @Sendable (_ hand: @escaping @Sendable (Element) -> Void) async throws -> R
  ) throws -> R {
    let passage = Passage<Element, R>()
    Task {
      let result: Result<R, any Error>
      do {
        result = .success(try await body { passage.hand(.element($0)) })
      } catch {
        result = .failure(error)
      }
      await close()
      passage.hand(.end(result))
    }
    var failure: (any Error)?
    while true {
      switch passage.next() {
      case .element(let element):
        guard failure == nil else { continue }
        do { try take(element) } catch { failure = error }
      case .end(let result):
        let result = try result.get()
        if let failure { throw failure }
        return result
      }
    }
  }
}

/// What one thread hands to another that waits for it, in order.
private final class Passage<Element: Sendable, R: Sendable>: Sendable {
  enum Handed: Sendable {
    case element(Element)
    case end(Result<R, any Error>)
  }

  private let handed = Mutex<[Handed]>([])
  /// Counts what was handed over and not taken.
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func hand(_ next: Handed) {
    handed.withLock { $0.append(next) }
    sem_post(semaphore)
  }

  func next() -> Handed {
    while sem_wait(semaphore) != 0 {}
    return handed.withLock { $0.removeFirst() }
  }
}
