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

}
