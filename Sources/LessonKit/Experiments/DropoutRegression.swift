/// A network fitted to few noisy points of a sine wave, with dropout after each of its two hidden layers.
public struct DropoutRegression: Sendable, Hashable {
  /// The mean squared error against the wave at 400 places, in evaluation.
  public let error: Double

  /// Fits 60 points of sin 2x on [−3, 3] with a noise of deviation 0.8, in 600 steps of Adam at 0.01 over all points.
  ///
  /// - Parameters:
  ///   - width: Units of each hidden layer.
  ///   - drop: The probability that a unit is dropped, at least 0 and less than 1.
  ///   - seed: Draws points, weights and masks.
  public init(width: Int, drop: Double, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let inputs = random.uniform(in: -3...3, shape: [60, 1])
    let numbers = inputs.map { sin(2 * $0) } + random.normal(mean: 0, deviation: 0.8, shape: [60, 1])
    var network = Network(
      [Linear(1, width), ReLU(), Dropout(drop), Linear(width, width), ReLU(), Dropout(drop), Linear(width, 1)],
      using: &random)
    let plan = Training(loss: .meanSquare, epochs: 600)
    let data = Dataset(inputs: inputs, numbers: numbers)
    _ = plan.run(&network, on: data, by: Adam(learningRate: 0.01), using: &random)
    let places = Tensor((-3.0...3).evenlySpaced(count: 400), shape: [400, 1])
    error = plan.loss(of: network, on: Dataset(inputs: places, numbers: places.map { sin(2 * $0) }))
  }
}
