import LessonKit

extension Skips {
  /// Stacks of residual blocks, of several kinds and seeds.
  struct Study: Sendable {
    static let plain = ResidualStack.Kind(hasSkip: false, hasNorm: false)
    static let norm = ResidualStack.Kind(hasSkip: false, hasNorm: true)
    static let skip = ResidualStack.Kind(hasSkip: true, hasNorm: false)
    static let both = ResidualStack.Kind(hasSkip: true, hasNorm: true)
    static let kinds = [plain, norm, skip, both]

    let depths: [Int]
    /// By seed and kind.
    let runs: Repeated<[ResidualStack.Outcome]>

    init(
      _ kinds: [ResidualStack.Kind], depths: [Int], width: Int, batch: Int, weights: Initializer = .kaimingNormal(),
      seeds: Int, from first: Int
    ) {
      self.depths = depths
      let stack = ResidualStack(width: width, batch: max(2, batch), depths: depths, weights: weights)
      runs = Repeated(seeds, from: first) { seed in kinds.map { stack.run($0, seed: seed) } }
    }

    /// The gradient after the first block over that after the last, by depth.
    func shares(_ kind: Int) -> [Spread] { runs.spreads { $0[kind].shares } }
    /// The same at the greatest depth, the median of the seeds.
    func share(_ kind: Int) -> Double { shares(kind).last?.median ?? .nan }
    /// The variance of the stream after 0, 1, … blocks.
    func variances(_ kind: Int) -> [Spread] { runs.spreads { $0[kind].variances } }
  }

  /// What stacks of several depths have learned after some steps, without skips and with them.
  struct Learning: Sendable {
    let depths: [Int]
    /// By seed: the losses without skips, then with them, at each depth; NaN for a run that diverged.
    let runs: Repeated<[[Double]]>

    init(depths: [Int], steps: Int, seeds: Int, from first: Int) {
      self.depths = depths
      let training = ResidualTraining(steps: steps)
      runs = Repeated(seeds, from: first) { seed in
        [false, true].map { hasSkip in
          depths.map { training.lossAfter(blocks: $0, hasSkip: hasSkip, hasNorm: false, seed: seed) }
        }
      }
    }

    /// The losses by depth, without skips or with them.
    func losses(hasSkip: Bool) -> [Spread] { runs.spreads { $0[hasSkip ? 1 : 0] } }

    /// The median at a depth; NaN where it was not measured.
    func loss(blocks: Int, hasSkip: Bool) -> Double {
      depths.firstIndex(of: blocks).map { losses(hasSkip: hasSkip)[$0].median } ?? .nan
    }
  }

  /// What a block x + F(x) passes on of a gradient where F is a ReLU network that computes s·x.
  static func passed(slope: Double) -> Double {
    let tape = Tape()
    let input = tape.variable(Tensor([0.7], shape: [1, 1]))
    // s·x = s·ReLU(x) − s·ReLU(−x).
    let hidden = input.matmul(tape.constant(Tensor([1, -1], shape: [2, 1])), transposingSecond: true)
    let second = tape.constant(Tensor([slope, -slope], shape: [1, 2]))
    let branch = Activation.relu.applied(to: hidden).matmul(second, transposingSecond: true)
    tape.backward(from: (input + branch).sum())
    return tape.gradient(of: input).elements[0]
  }
}
