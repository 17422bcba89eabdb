import Glibc
import LoanProducts
import Quantities
import ReferenceLoop
import Scheduling

/// Schedules, daily interest and lives, each printed as `name: value`.
enum EngineBenchmark {
  static func run() throws {
    try schedules()
    try dailyInterest()
    try growth()
    try lives()
  }

  /// The seconds since some moment.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The best of five runs, in seconds: what else the machine does can only slow a run.
  static func best(_ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = now()
      try body()
      best = min(best, now() - start)
    }
    return best
  }

  static func line(_ name: String, _ value: Double, decimals: Int = 0) {
    print("\(name): \(rounded(value, decimals))")
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> String {
    guard decimals > 0 else { return "\(Int(value.rounded()))" }
    let scale = pow(10, Double(decimals))
    return "\((value * scale).rounded() / scale)"
  }
}
