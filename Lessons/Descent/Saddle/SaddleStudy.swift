import LessonKit

extension Saddle {
  /// Steps of gradient descent from the ridge, at (1, 0), under gradient noise, by seed; NaN where it stays.
  func ridge(_ noise: Double, from seed: Int) -> Repeated<Double> {
    let saddle = NoisyQuadratic(curvatures: [2, -2], noise: noise)
    return Repeated(noise == 0 ? 1 : seeds, from: seed) { seed in
      var stream = SeededGenerator(seed: UInt64(seed))
      let step = saddle.firstStep(
        from: Tensor([1, 0]), by: .sgd.with(learningRate: Self.rate), steps: Self.patience, using: &stream
      ) { abs($0[1]) > 1 }
      return step.map(Double.init) ?? .nan
    }
  }

  /// The rate where no figure names another.
  static let rate = 0.01
  /// Steps after which a walk from the ridge is given up.
  static let patience = 10_000
}
