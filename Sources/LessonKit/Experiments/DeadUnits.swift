/// How many units of a hidden layer are dead once a network has learned raw digits, by activation and learning rate.
public struct DeadUnits: Sendable {
  /// Digits that the networks learn from.
  public static let pictures = 1000
  /// The activations.
  public let activations: [Activation]
  /// The learning rates, ascending.
  public let rates: [Double]
  /// For each seed, activation and rate, what became of the units; nil where the run diverged.
  public let runs: Repeated<[[HiddenUnits.Census?]]>

  /// Trains a network by momentum for each activation, rate and seed.
  ///
  /// - Parameters:
  ///   - activations: The activations of the layer.
  ///   - width: Units of the layer.
  ///   - rates: The learning rates, ascending.
  ///   - epochs: How often all digits are seen.
  ///   - seeds: How many seeds.
  ///   - first: The first of them.
  public init(_ activations: [Activation], width: Int, rates: [Double], epochs: Int, seeds: Int, from first: Int) {
    (self.activations, self.rates) = (activations, rates)
    let layers = activations.map { HiddenUnits($0, width: width, by: .momentum, on: .rawDigits(Self.pictures)) }
    runs = Repeated(seeds, from: first) { seed in
      layers.map { layer in rates.map { layer.census(after: [epochs], rate: $0, seed: seed)[0] } }
    }
  }

  /// The share of dead units at every rate, for the activation at a place.
  public func shares(_ index: Int) -> [Spread] { runs.spreads { $0[index].map { $0?.dead ?? .nan } } }

  /// The share at the highest rate, median of the seeds; nil for an activation that is not there or diverged.
  public func atHighest(_ activation: Activation) -> Double? {
    guard let index = activations.firstIndex(of: activation) else { return nil }
    let median = shares(index)[rates.count - 1].median
    return median.isNaN ? nil : median
  }

  /// The best accuracy that any of the activations has at the highest rate, 0 to 1, each the median of the seeds.
  public var bestAtHighest: Double {
    let accuracies = activations.indices.map { index in runs.spread { $0[index][rates.count - 1]?.accuracy ?? 0 }.median
    }
    return accuracies.max() ?? 0
  }

  /// The curves of the medians in percent by rate, each with its last number under its name, or with the word that it diverges.
  public var fans: [Fan] { activations.indices.map(fan) }

  private func fan(_ index: Int) -> Fan {
    let all = shares(index)
    let sound = Array(all.prefix { !$0.median.isNaN })
    var fan = Fan(percentOf: sound, at: rates, as: activations[index].identity)
    (fan.hasBand, fan.line.weight, fan.line.fillsFrom) = (false, 1.8, 0)
    if sound.count == all.count, let last = sound.last {
      fan.line.finding = "\(percent: last.median)"
    } else {
      (fan.line.detail, fan.line.hasDots) = (Phrase("diverges", zh: "发散"), true)
    }
    return fan
  }
}
