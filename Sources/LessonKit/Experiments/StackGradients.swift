/// How much of a gradient comes back through deep stacks before any training: several activations, several seeds.
public struct StackGradients: Sendable {
  /// The functions between the layers, a stack each.
  public let activations: [Activation]
  /// For each seed and activation, the shares of the gradient that are left after 0, 1, … layers.
  public let runs: Repeated<[[Double]]>

  /// Runs all seeds, on all processors at once; weights are of the scheme's size for each activation.
  public init(_ activations: [Activation], depth: Int, width: Int, scheme: WeightScheme, seeds: Int, from first: Int) {
    let stack = DeepStack(depth: depth, width: width, scheme: scheme)
    self.activations = activations
    runs = Repeated(seeds, from: first) { stack.shares(activations, seed: $0) }
  }

  /// What is left of an activation's gradient after 0, 1, … layers.
  public func shares(_ index: Int) -> [Spread] { runs.spreads { $0[index] } }

  /// What is left after all layers, a number for each seed; empty for an activation that was not run.
  public func ends(_ activation: Activation) -> [Double] {
    guard let index = activations.firstIndex(of: activation) else { return [] }
    return runs.values.compactMap { $0[index].last }
  }

  /// What is left after all layers, the median of the seeds; NaN for an activation that was not run.
  public func left(_ activation: Activation) -> Double { Spread(ends(activation)).median }

  /// Where an activation's gradient leaves the numbers, and how; nil where something is left.
  public func loss(_ index: Int) -> (layers: Int, how: Phrase)? {
    let medians = shares(index).map(\.median)
    if let layers = medians.firstIndex(where: { !$0.isFinite }) { return (layers, Phrase("overflows", zh: "溢出")) }
    guard let layers = medians.firstIndex(of: 0) else { return nil }
    // What went on shrinking has become too small for a number; else all units are dead.
    let isTiny = layers >= 2 && medians[layers - 1] * min(1, medians[layers - 1] / medians[layers - 2]) < 1e-300
    return (layers, isTiny ? Phrase("too small for a number", zh: "小到无法表示") : Phrase("exactly 0", zh: "恰为 0"))
  }
}
