import LessonKit

extension Exploding {
  /// What comes back through deep ReLU stacks whose weights are larger or smaller than He's by some per cent.
  struct Study: Sendable {
    static let width = 100
    /// The sizes of the weights, as multiples of He's, in ascending order; one of them is 1.
    let sizes: [Double]
    /// Which of them is 1.
    let right: Int
    /// By seed and size, the norm of the gradient after 0, 1, … layers.
    let runs: Repeated<[[Double]]>

    /// Weights that are so many per cent too large, or too small below 0, beside the right ones.
    init(depth: Int, percents: [Double], seeds: Int, from first: Int) {
      let sizes = (percents + [0]).sorted().map { 1 + $0 / 100 }
      let stack = DeepStack(depth: depth, width: Self.width, scheme: .he)
      let balance = WeightScheme.he.spread(for: .relu, width: Self.width)
      let kinds = sizes.map { (activation: Activation.relu, spread: $0 * balance) }
      (self.sizes, right) = (sizes, percents.count { $0 < 0 })
      runs = Repeated(seeds, from: first) { stack.shares(kinds, seed: $0) }
    }

    /// The gradient after 0, 1, … layers, against that of the right weights.
    func against(_ index: Int) -> [Spread] { runs.spreads { zip($0[index], $0[right]).map { $0 / $1 } } }

    /// How many times the gradient of the right weights comes back through these, the median of the seeds.
    func ratio(_ index: Int) -> Double { against(index).last?.median ?? .nan }
  }

}
