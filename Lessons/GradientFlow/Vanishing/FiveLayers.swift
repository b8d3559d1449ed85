import LessonKit

/// What five layers of ReLU or Leaky ReLU leave of a gradient, as mean derivatives multiply out and as measured.
struct FiveLayers: Sendable {
  /// An activation with its weights.
  struct Case: Sendable {
    let activation: Activation
    let scheme: WeightScheme
    /// What is left of the gradient, a network each.
    let shares: [Double]

    /// The mean derivative of each layer, multiplied.
    var stated: Double {
      let mean = (1 + activation.lowerSlope) / 2
      return (0..<FiveLayers.depth).reduce(1) { product, _ in product * mean }
    }

    /// The mean over the networks.
    var mean: Double { shares.reduce(0, +) / Double(shares.count) }
  }

  static let depth = 5
  let width: Int
  /// ReLU and Leaky ReLU with weights of variance 1/n, then with He's.
  let cases: [Case]

  init(width: Int, first: Int, networks: Int) {
    self.width = width
    let stack = DeepStack(depth: Self.depth, width: width, scheme: .lecun)
    let pairs = [WeightScheme.lecun, .he].flatMap { scheme in
      [Activation.relu, .leakyrelu].map { (activation: $0, scheme: scheme) }
    }
    let kinds = pairs.map { pair in
      DeepStack.Kind(activation: pair.activation, spread: pair.scheme.spread(for: pair.activation, width: width))
    }
    let runs = (0..<networks).map { first + $0 }.concurrentMap { stack.shares(kinds, seed: $0) }
    cases = pairs.indices.map { index in
      Case(activation: pairs[index].activation, scheme: pairs[index].scheme, shares: runs.map { $0[index][Self.depth] })
    }
  }

  /// The case of an activation and a scheme.
  func of(_ activation: Activation, _ scheme: WeightScheme) -> Case {
    guard let found = cases.first(where: { $0.activation == activation && $0.scheme == scheme }) else {
      fatalError("five layers of \(activation) with \(scheme)")
    }
    return found
  }

  /// How many times as much Leaky ReLU leaves as ReLU, with weights of one variance.
  var ratio: (stated: Double, measured: Double) {
    let (plain, leaky) = (of(.relu, .lecun), of(.leakyrelu, .lecun))
    return (leaky.stated / plain.stated, leaky.mean / plain.mean)
  }
}
