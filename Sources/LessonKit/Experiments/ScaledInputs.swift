/// How far the outputs of batch normalisation move when some of a layer's inputs are given in other units.
///
/// Three inputs of normal numbers, 16 units with weights of variance 1/3, a batch of 64; scale and shift are 1 and 0.
public struct ScaledInputs: Sendable {
  /// Inputs of the layer.
  public static let inputs = 3
  /// Units of the layer.
  public static let units = 16
  /// Examples of the batch.
  public static let batch = 64

  /// By seed, the outputs' change: the largest, and the root of its mean square.
  public let runs: Repeated<(largest: Double, typical: Double)>

  /// Multiplies the first so many inputs by a factor, under several seeds.
  public init(scaling count: Int, by factor: Double, seeds: Int, from first: Int) {
    runs = Repeated(seeds, from: first) { seed in
      let (before, after) = Self.outputs(scaling: count, by: factor, seed: seed)
      let change = (after - before).magnitude()
      return (change.greatest(), change.norm() / Double(change.count).squareRoot())
    }
  }

  /// The outputs, examples × units, as they are and with the first so many inputs multiplied by a factor.
  public static func outputs(scaling count: Int, by factor: Double, seed: Int) -> (before: Tensor, after: Tensor) {
    require((0...inputs).contains(count), "\(count) inputs of \(inputs)")
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let values = random.normal(shape: [batch, inputs])
    let weights = Initializer.lecun.draw([units, inputs], using: &random)
    let scales = Tensor((0..<inputs).map { $0 < count ? factor : 1 })
    func output(_ values: Tensor) -> Tensor {
      BatchNorm(units).trainingOutput(for: values.matmul(weights, transposingSecond: true))
    }
    return (output(values), output(values * scales))
  }
}
