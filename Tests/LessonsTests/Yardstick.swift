import Foundation

/// How long things take, however much else the machine has to do.
enum Yardstick {
  /// How much slower than a core of the machine on which limits were set a core is here; at least 1.
  static let slowness: Double = {
    // The best of several: what else the machine does makes some of them late, not all.
    let best = (0..<9).map { _ in loop() }.min() ?? quiet
    return max(1, best / quiet)
  }()

  /// Seconds of the loop on that machine.
  private static let quiet = 0.0007

  private static func loop() -> Double {
    let start = ContinuousClock.now
    var x = 0.5
    for _ in 0..<100_000 { x = 3.7 * x * (1 - x) }
    let took = (ContinuousClock.now - start) / .seconds(1)
    return x > 0 ? took : 0
  }

  private static let one = NSLock()

  /// What comes of some work, and the seconds of processor time that all threads of the process took meanwhile. One work
  /// at a time.
  static func measured<Value>(_ work: () throws -> Value) rethrows -> (Value, Double) {
    try one.withLock {
      let start = processorTime
      let value = try work()
      return (value, processorTime - start)
    }
  }

  private static var processorTime: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
