/// A linear model on random features of which only some matter, with an L1 penalty: ‖Aw − b‖²/2n + λ‖w‖₁.
public struct LassoProblem: Sendable {
  /// How many weights there are, how many of them matter, and how many samples.
  public static let weights = 10, relevant = 5, samples = 30

  /// H = AᵀA/n, a row after another.
  private let curvature: [Double]
  /// Aᵀb/n.
  private let target: [Double]

  /// The problem of a seed: A, the weights that matter and half the noise are NumPy's `RandomState(seed).randn`, in this order.
  public init(seed: Int) {
    var random = RandomState(seed: UInt32(truncatingIfNeeded: seed))
    let (rows, columns) = (Self.samples, Self.weights)
    let features = random.randn(rows, columns).elements
    let truth = random.randn(Self.relevant).elements + [Double](repeating: 0, count: columns - Self.relevant)
    let noise = random.randn(rows).elements
    let answers = (0..<rows).map { i in
      (0..<columns).reduce(0.5 * noise[i]) { $0 + features[i * columns + $1] * truth[$1] }
    }
    func mean(_ value: (Int) -> Double) -> Double { (0..<rows).reduce(0) { $0 + value($1) } / Double(rows) }
    curvature = (0..<(columns * columns)).map { k in
      mean { features[$0 * columns + k / columns] * features[$0 * columns + k % columns] }
    }
    target = (0..<columns).map { j in mean { features[$0 * columns + j] * answers[$0] } }
  }

  /// How a step brings in the penalty.
  public enum Step: Sendable {
    /// Its gradient is added to that of the loss.
    case gradient
    /// A soft threshold follows the loss’s own step.
    case proximal
  }

  /// The slope of the loss alone along each weight.
  private func slopes(_ w: [Double]) -> [Double] {
    w.indices.map { i in w.indices.reduce(-target[i]) { $0 + curvature[i * Self.weights + $1] * w[$1] } }
  }

  /// How far weights are from the conditions of the minimum: the slope is −λ or λ where a weight is above or below zero, and at
  /// most λ where it is zero.
  public func imbalance(at w: [Double], strength: Double) -> Double {
    zip(w, slopes(w)).map { w, slope in
      w > 0 ? abs(slope + strength) : w < 0 ? abs(slope - strength) : max(0, abs(slope) - strength)
    }.max() ?? 0
  }

  /// The weights after so many steps, from 0.1 each so that none begins at zero.
  public func weights(by step: Step, strength: Double, rate: Double, steps: Int) -> [Double] {
    var w = [Double](repeating: 0.1, count: Self.weights)
    let norm = PNorm(1)
    for _ in 0..<steps {
      let slopes = slopes(w)
      for i in w.indices {
        switch step {
        case .gradient: w[i] -= rate * (slopes[i] + strength * (w[i] > 0 ? 1 : w[i] < 0 ? -1 : 0))
        case .proximal: w[i] = norm.proximal(w[i] - rate * slopes[i], strength: rate * strength)
        }
      }
    }
    return w
  }
}
