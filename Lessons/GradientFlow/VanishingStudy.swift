import LessonKit

/// How much of a gradient comes back through deep stacks of several activations, over several seeds.
struct VanishingStudy: Sendable {
  let activations: [Activation]
  let stack: DeepStack
  /// The first seed.
  let first: Int
  /// For each activation and seed, the shares of the gradient that are left after 0, 1, … layers.
  let shares: [[[Double]]]

  /// Runs all seeds, all processors at once.
  init(_ activations: [Activation], stack: DeepStack, first: Int, seeds: Int) {
    (self.activations, self.stack, self.first) = (activations, stack, first)
    let kinds = activations.map {
      DeepStack.Kind(activation: $0, spread: stack.scheme.spread(for: $0, width: stack.width))
    }
    let runs = (0..<seeds).map { first + $0 }.concurrentMap { stack.shares(kinds, seed: $0) }
    shares = activations.indices.map { index in runs.map { $0[index] } }
  }

  /// A study of shares that are known: an activation, a seed and a number of layers each.
  init(_ activations: [Activation], stack: DeepStack, first: Int, shares: [[[Double]]]) {
    (self.activations, self.stack, self.first) = (activations, stack, first)
    self.shares = shares
  }

  var seeds: Int { shares[0].count }

  /// What is left after so many layers, a seed each.
  func left(_ index: Int, after layers: Int) -> [Double] { shares[index].map { $0[layers] } }

  /// The median over the seeds after 0, 1, … layers.
  func medians(_ index: Int) -> [Double] {
    (0...stack.depth).map { left(index, after: $0).median() }
  }

  /// What becomes of the median gradient of an activation.
  func fate(_ index: Int) -> Fate {
    let medians = medians(index)
    if let layers = medians.firstIndex(where: { !$0.isFinite }) {
      return layers == 1 ? .flooded : .overflow(layers)
    }
    if let layers = medians.firstIndex(of: 0) {
      return Self.isUnderflow(medians, at: layers) ? .underflow(layers) : .zero(layers)
    }
    return .left(medians[medians.count - 1])
  }

  /// Whether a share that is 0 has shrunk to it, rather than been cut off by units that all are dead: going on as before,
  /// the layer would have made it smaller than any number.
  private static func isUnderflow(_ shares: [Double], at layers: Int) -> Bool {
    guard layers >= 2 else { return false }
    let (last, before) = (shares[layers - 1], shares[layers - 2])
    return last * min(1, last / before) < 1e-300
  }

  /// What becomes of a gradient.
  enum Fate: Equatable {
    /// This share of it is left after all layers.
    case left(Double)
    /// It is smaller than the smallest number after so many layers, and so told as 0.
    case underflow(Int)
    /// It is exactly 0 after so many layers: all units are dead.
    case zero(Int)
    /// It is too large for a number after so many layers.
    case overflow(Int)
    /// The signal is too large for a number before it comes out: there is no gradient.
    case flooded

    /// The share left, 0 and infinity included.
    var share: Double {
      switch self {
      case .left(let share): share
      case .underflow, .zero: 0
      case .overflow, .flooded: .infinity
      }
    }
  }

  /// Layers passed, and median, least and greatest share for each activation: a table an activation.
  var tables: [Series] {
    activations.enumerated().map { index, activation in
      let rows = (0...stack.depth).map { layers in
        let all = left(index, after: layers)
        return [Double(layers), all.median(), all.min() ?? .nan, all.max() ?? .nan]
      }
      return Series(
        activation.rawValue, columns: ["layers", "median", "least", "greatest"], rows: rows)
    }
  }
}
