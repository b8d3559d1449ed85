import Dispatch
import Optimizers
import Tensors

/// Many walks on one landscape, every rate from every start, of which only the end is kept.
///
/// What a walk is judged by is a median over its last rows: at a large rate the last point alone is noise.
/// The result does not hang on the order of threads.
public struct Sweep: Sendable {
  /// What a walk is judged by.
  public enum Quantity: Sendable, Hashable {
    /// The distance to the nearest known minimum.
    case distance
    /// The height.
    case height
  }

  /// The rates that every rule is tried at.
  public var rates: [Double]
  /// The points that every walk is tried from.
  public var starts: [Vector2]
  /// Steps of a walk.
  public var steps: Int
  /// How many rows at the end of a walk are looked at.
  public var window: Int
  /// What a walk is judged by.
  public var quantity: Quantity

  /// A sweep; by default 25 rates from 1e-5 to 10, four a decade, and 1000 steps.
  public init(
    rates: [Double] = (1e-5...10).logSpaced(count: 25), starts: [Vector2], steps: Int = 1000, window: Int = 100,
    measuring quantity: Quantity = .distance
  ) {
    require(window >= 1 && window <= steps, "a window of \(window) rows in walks of \(steps) steps")
    (self.rates, self.starts, self.steps, self.window) = (rates, starts, steps, window)
    self.quantity = quantity
  }

  /// Tries a rule at every rate from every start.
  ///
  /// To measure distances the landscape needs a known minimum. The rule's own rate is not used.
  public func run(_ rule: Rule, on landscape: Landscape) -> SweepResult {
    require(quantity == .height || !landscape.minima.isEmpty, "\(landscape.name) has no known minimum")
    let blockSize = rule.makeOptimizer().isElementwise ? WalkBatch.size : 1
    let blocks = (starts.count + blockSize - 1) / blockSize
    var ends = [Double](repeating: .infinity, count: rates.count * starts.count)
    ends.withUnsafeMutableBufferPointer { buffer in
      // Every iteration writes to a part of its own.
      nonisolated(unsafe) let cells = buffer
      DispatchQueue.concurrentPerform(iterations: rates.count * blocks) { job in
        let (rate, first) = (job / blocks, job % blocks * blockSize)
        let count = min(blockSize, starts.count - first)
        let offset = rate * starts.count + first
        let batch = WalkBatch(landscape: landscape, starts: starts[first..<first + count], steps: steps)
        let optimizer = rule.with(learningRate: rates[rate]).makeOptimizer()
        let medians = batch.medians(by: optimizer, measuring: quantity, overLast: window)
        for (index, end) in medians.enumerated() { cells[offset + index] = end }
      }
    }
    return SweepResult(rule: rule, rates: rates, starts: starts, ends: ends)
  }
}
