/// What dropout on the inputs of units does to their outputs on average, against the same units without dropout.
public struct DropoutScale: Sendable, Hashable {
  /// The regression of weighted sums with dropout on those without: 1 where dropout keeps the mean.
  public let beforeReLU: Double
  /// The mean output of ReLU with dropout, over that without.
  public let afterReLU: Double

  /// Normal inputs and weights of 200 units, each unit at 200 places.
  ///
  /// - Parameters:
  ///   - keep: The probability that an input is kept, above 0 and at most 1.
  ///   - inputs: How many inputs a unit has.
  ///   - seed: Draws inputs, weights and masks.
  public init(keep: Double, inputs: Int, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let points = random.normal(shape: [200, inputs])
    let weights = random.normal(shape: [inputs, 200])
    let dropped = Network(Dropout(1 - keep), using: &random).trainingOutputs(for: points, passes: 1, using: &random)[0]
    let (with, without) = (dropped.matmul(weights), points.matmul(weights))
    beforeReLU = with.dot(without) / without.dot(without)
    afterReLU = with.map { max($0, 0) }.mean() / without.map { max($0, 0) }.mean()
  }
}
