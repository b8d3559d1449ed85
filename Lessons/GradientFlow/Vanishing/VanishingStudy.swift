import LessonKit

extension Vanishing {
  /// How much of a gradient comes back through deep stacks of several activations, over several seeds.
  struct Study: Sendable {
    let activations: [Activation]
    /// For each seed and activation, the shares of the gradient that are left after 0, 1, … layers.
    let runs: Repeated<[[Double]]>

    init(_ lesson: Vanishing, _ run: Run) {
      self.init(
        lesson.activations, depth: lesson.depth, width: lesson.width, scheme: lesson.scheme, seeds: lesson.seeds,
        from: run.seed)
    }

    /// Runs all seeds, all processors at once.
    init(_ activations: [Activation], depth: Int, width: Int, scheme: WeightScheme, seeds: Int, from first: Int) {
      let stack = DeepStack(depth: depth, width: width, scheme: scheme)
      let kinds = activations.map { DeepStack.Kind(activation: $0, spread: scheme.spread(for: $0, width: width)) }
      self.activations = activations
      runs = Repeated(seeds, from: first) { stack.shares(kinds, seed: $0) }
    }

    /// What is left of an activation's gradient after 0, 1, … layers.
    func shares(_ index: Int) -> [Spread] { runs.spreads { $0[index] } }

    /// What is left of an activation's gradient after all layers, the median of the seeds.
    func left(_ activation: Activation) -> Double? {
      activations.firstIndex(of: activation).map { shares($0).last?.median ?? .nan }
    }

    /// Where an activation's gradient leaves the numbers, and how; nil where something is left.
    func loss(_ index: Int) -> (layers: Int, how: Phrase)? {
      let medians = shares(index).map(\.median)
      if let layers = medians.firstIndex(where: { !$0.isFinite }) { return (layers, Phrase("overflows", zh: "溢出")) }
      guard let layers = medians.firstIndex(of: 0) else { return nil }
      // What went on shrinking has become too small for a number; else all units are dead.
      let isTiny = layers >= 2 && medians[layers - 1] * min(1, medians[layers - 1] / medians[layers - 2]) < 1e-300
      return (layers, isTiny ? Phrase("too small for a number", zh: "小到无法表示") : Phrase("exactly 0", zh: "恰为 0"))
    }
  }
}
