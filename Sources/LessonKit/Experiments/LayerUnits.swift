/// What the units of one hidden layer make of a batch of digits before any training, and what batch normalisation makes of
/// that.
///
/// ReLU between the layers, weights of He's size and no biases; pixels have mean 0 and deviation 1 over the batch.
public struct LayerUnits: Sendable {
  /// Units of every layer.
  public static let width = 16
  /// How large a batch the digits allow.
  public static let mostExamples = 1437

  /// The sums of each unit over the batch, examples × units.
  public let sums: Tensor
  /// The same after batch normalisation, scaled by 1 and shifted by 0.
  public let normalised: Tensor

  /// The units of a layer, counted from 1, for the first so many digits.
  public init(layer: Int, batch: Int, seed: Int) {
    require(layer >= 1, "layer \(layer)")
    let inputs = DigitPictures.carried.standardized(train: batch).train.inputs
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let layers = (0..<layer).flatMap { place -> [any Layer] in
      let entering = place == 0 ? inputs.shape[1] : Self.width
      let weights = Linear(entering, Self.width, weight: .kaimingNormal(), bias: .zero)
      return place == 0 ? [weights] : [ReLU(), weights]
    }
    sums = Network(layers, using: &random)(inputs)
    normalised = BatchNorm(Self.width).trainingOutput(for: sums)
  }

  /// The values of the first so many units.
  public static func units(_ count: Int, of values: Tensor) -> [[Double]] {
    let rows = values.shape[0]
    return (0..<count).map { unit in (0..<rows).map { values[$0, unit] } }
  }

  /// The mean of every unit over the batch.
  public static func means(_ values: Tensor) -> Tensor { values.mean(along: [0]) }

  /// The variance of every unit over the batch.
  public static func variances(_ values: Tensor) -> Tensor {
    let centered = values - means(values)
    return (centered * centered).mean(along: [0])
  }
}
