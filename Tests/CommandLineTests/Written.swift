import Synchronization

/// What a reporter wrote.
final class Written: Sendable {
  private let state = Mutex("")

  var text: String { state.withLock { $0 } }

  func add(_ text: String) { state.withLock { $0 += text } }
}
