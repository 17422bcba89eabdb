import Glibc
import Quantities
import Synchronization

/// Tells on standard error how far a long piece of work has come.
///
/// On a terminal one line is rewritten up to ten times a second; elsewhere (a log, a pipe) a plain
/// line is written every ten seconds and one at the end. Any thread may report.
package final class ProgressReporter: Sendable {
  private struct State {
    var done = 0
    var lastShown: Duration?
  }

  private let title: Phrase
  private let total: Int?
  private let language: Language
  private let isTerminal: Bool
  private let started = ContinuousClock.now
  private let write: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// - Parameters:
  ///   - title: what is done, with a noun for what is counted: "loans accrued".
  ///   - total: how many there are, if that is known.
  package convenience init(_ title: Phrase, total: Int?) {
    self.init(title, total: total, .current, isTerminal: isatty(STDERR_FILENO) == 1) {
      Output.writeError($0)
    }
  }

  package init(
    _ title: Phrase, total: Int?, _ language: Language, isTerminal: Bool,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.title = title
    self.total = total
    self.language = language
    self.isTerminal = isTerminal
    self.write = write
  }

  /// Notes that `count` more are done.
  package func advance(by count: Int = 1) {
    state.withLock { state in
      state.done += count
      let elapsed = started.duration(to: .now)
      let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(10)
      if let last = state.lastShown, elapsed - last < pause { return }
      if state.lastShown == nil, !isTerminal, elapsed < pause { return }
      state.lastShown = elapsed
      show(&state, elapsed: elapsed, isLast: false)
    }
  }

  /// Writes the last line; none if there was nothing to do.
  package func finish() {
    state.withLock { state in
      guard state.done > 0 else { return }
      show(&state, elapsed: started.duration(to: .now), isLast: true)
    }
  }

  private func show(_ state: inout State, elapsed: Duration, isLast: Bool) {
    let text = ProgressReporter.line(
      title, done: state.done, total: total, milliseconds: elapsed.milliseconds)(language)
    guard isTerminal else { return write(text + "\n") }
    // Carriage return, the text, and erase to the end of the line.
    write("\r\(text)\u{1B}[K" + (isLast ? "\n" : ""))
  }

  /// `loans accrued: 1,000 of 4,000 (25 %), 500/s, 0:06 left`.
  package static func line(
    _ title: Phrase, done: Int, total: Int?, milliseconds: Int
  ) -> Phrase {
    var zh = "\(title.zh)：\(grouped(done))"
    var en = "\(title.en): \(grouped(done))"
    if let total, total > 0 {
      zh += " / \(grouped(total))（\(done * 100 / total)%）"
      en += " of \(grouped(total)) (\(done * 100 / total) %)"
    }
    guard milliseconds > 0, done > 0 else { return Phrase(zh: zh, en: en) }
    let rate = done * 1_000 / milliseconds
    zh += "，每秒 \(grouped(rate))"
    en += ", \(grouped(rate))/s"
    if let total, total > done {
      let seconds = (total - done) * milliseconds / done / 1_000
      zh += "，还需 \(clock(seconds))"
      en += ", \(clock(seconds)) left"
    }
    return Phrase(zh: zh, en: en)
  }

  /// Minutes and seconds, with hours where there are any: `0:06`, `1:02:03`.
  private static func clock(_ seconds: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let minutes = seconds / 60
    if minutes < 60 { return "\(minutes):\(two(seconds % 60))" }
    return "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))"
  }

  private static func grouped(_ count: Int) -> String {
    FixedPoint.text(Int128(count), decimals: 0, grouped: true)
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
