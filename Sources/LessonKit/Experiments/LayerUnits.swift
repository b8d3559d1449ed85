/// What the units of one hidden layer make of a batch of digits, before or after training, and what batch normalisation
/// makes of that.
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

  /// The learning rate and the bound on the gradient's norm, where a network is trained.
  public static let rate = 0.1, bound = 5.0

  /// The units of a layer, counted from 1, for the first so many digits, after some steps in which the network, with the
  /// classes behind that layer, learned them all at once by gradient descent with momentum.
  public init(layer: Int, batch: Int, seed: Int, steps: Int = 0) {
    require(layer >= 1 && steps >= 0, "layer \(layer) after \(steps) steps")
    let digits = LabelledData.carried.standardized(train: batch).train
    let inputs = digits.inputs
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let layers = (0..<layer).flatMap { place -> [any Layer] in
      let entering = place == 0 ? inputs.shape[1] : Self.width
      let weights = Linear(entering, Self.width, weight: .kaimingNormal(), bias: .zero)
      return place == 0 ? [weights] : [ReLU(), weights]
    }
    let classes = [ReLU(), Linear(Self.width, 10, weight: .kaimingNormal(), bias: .zero)] as [any Layer]
    var network = Network(steps > 0 ? layers + classes : layers, using: &random)
    if steps > 0 {
      var training = Training(loss: .crossEntropy(), epochs: steps)
      training.clipping = .norm(Self.bound)
      _ = training.run(
        &network, on: digits, by: Rule.momentum.with(learningRate: Self.rate).makeOptimizer(), using: &random)
    }
    var below = Network(layers, using: &random)
    below.parameters = Array(network.parameters.prefix(below.parameters.count))
    sums = below(inputs)
    normalised = BatchNorm(Self.width).trainingOutput(for: sums)
  }

  /// The values of some units, by their places.
  public static func units(_ places: [Int], of values: Tensor) -> [[Double]] {
    let rows = values.shape[0]
    return places.map { unit in (0..<rows).map { values[$0, unit] } }
  }

  /// So many units, from that with the greatest mean to that with the least, in even steps of their order.
  public static func evenly(_ count: Int, by means: Tensor) -> [Int] {
    let order = means.elements.indices.sorted { means.elements[$0] > means.elements[$1] }
    return (0..<count).map { order[count == 1 ? 0 : $0 * (order.count - 1) / (count - 1)] }
  }

  /// The mean of every unit over the batch.
  public static func means(_ values: Tensor) -> Tensor { values.mean(along: [0]) }

  /// The variance of every unit over the batch.
  public static func variances(_ values: Tensor) -> Tensor {
    let centered = values - means(values)
    return (centered * centered).mean(along: [0])
  }
}
