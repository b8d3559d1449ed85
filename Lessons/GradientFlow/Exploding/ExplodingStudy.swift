import LessonKit

extension Exploding {
  /// What comes back through deep ReLU stacks whose weights are larger or smaller than He's by some per cent.
  struct Study: Sendable {
    static let width = 100
    /// The sizes of the weights, as multiples of He's, in ascending order; the middle one is 1.
    let sizes: [Double]
    /// By seed and size, the norm of the gradient after 0, 1, … layers.
    let runs: Repeated<[[Double]]>

    init(depth: Int, percent: Double, seeds: Int, from first: Int) {
      let sizes = [-1, 0, 1].map { 1 + $0 * percent / 100 }
      let stack = DeepStack(depth: depth, width: Self.width, scheme: .he)
      let balance = WeightScheme.he.spread(for: .relu, width: Self.width)
      let kinds = sizes.map { (activation: Activation.relu, spread: $0 * balance) }
      self.sizes = sizes
      runs = Repeated(seeds, from: first) { stack.shares(kinds, seed: $0) }
    }

    /// The gradient after 0, 1, … layers, against that of the right weights.
    func against(_ index: Int) -> [Spread] { runs.spreads { zip($0[index], $0[1]).map { $0 / $1 } } }

    /// How many times the gradient of the right weights comes back through these, the median of the seeds.
    func ratio(_ index: Int) -> Double { against(index).last?.median ?? .nan }
  }

}
