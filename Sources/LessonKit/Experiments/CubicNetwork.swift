/// A network of two hidden layers, before or after it is fitted to 100 points around x³ − x².
public struct CubicNetwork: Sendable {
  /// What the network learns from, and the curve behind that at places midway between the samples.
  public let samples: Dataset, truth: Dataset
  /// The network, as it is.
  public private(set) var network: Network
  /// Masks of dropout are drawn from it.
  private var stream: TorchGenerator
  /// The loss of every epoch, in training mode, before the step.
  public private(set) var losses: [Double] = []
  /// Mean squared errors against the curve after each of the last epochs, in evaluation mode.
  public private(set) var errors: [Double] = []
  /// Whether the numbers went beyond all bounds.
  public private(set) var isLost = false

  /// Units of both hidden layers, and the share that is dropped after each.
  public typealias Shape = (units: Int, dropout: Double)

  /// Networks that one stream draws: first the samples, then the weights of one network after the other.
  ///
  /// Without dropout a training draws nothing, so that all can be built before the first is trained.
  public static func all(_ shapes: [Shape], seed: Int) -> [CubicNetwork] {
    var stream = TorchGenerator(seed: UInt64(seed))
    let samples = Dataset.polynomial(using: &stream)
    let xs = samples.inputs
    let last = xs.count - 1
    let places = (xs.rows(0..<last) + xs.rows(1..<(last + 1))) / 2
    let truth = Dataset(inputs: places, numbers: places.map(curve))
    return shapes.map { units, dropout in
      let layers: [any Layer] = [
        Linear(1, units), ReLU(), Dropout(dropout), Linear(units, units), ReLU(), Dropout(dropout), Linear(units, 1),
      ]
      let network = Network(layers, using: &stream)
      return CubicNetwork(samples: samples, truth: truth, network: network, stream: stream)
    }
  }

  /// The curve behind the samples.
  public static func curve(_ x: Double) -> Double { x * x * (x - 1) }

  private init(samples: Dataset, truth: Dataset, network: Network, stream: TorchGenerator) {
    (self.samples, self.truth, self.network, self.stream) = (samples, truth, network, stream)
  }

  /// Fitted to all samples at once by Adam, with a weight decay of 0.01 in the gradient.
  public func trained(epochs: Int, rate: Double) -> CubicNetwork {
    var course = self
    let training = Training(loss: .meanSquare, epochs: epochs)
    let first = epochs - max(1, min(20, epochs / 10))
    var (epoch, errors) = (0, [Double]())
    let history = training.run(
      &course.network, on: samples, by: Adam(learningRate: rate, weightDecay: 0.01), using: &course.stream
    ) { network in
      if epoch >= first { errors.append(training.loss(of: network, on: truth)) }
      epoch += 1
    }
    (course.losses, course.errors) = (history.stepLosses, errors)
    let bound = LearningRun.lostBeyond * (course.losses.first ?? 1)
    course.isLost = errors.isEmpty || course.losses.contains { !($0 <= bound) }
    return course
  }

  /// The error against the curve after the last epoch; NaN for a network that is lost.
  public var error: Double { isLost ? .nan : errors.last ?? .nan }
  /// The same as a median over the last epochs, since it jumps from one to the next.
  public var level: Double { isLost ? .nan : errors.median() }

  /// The network's outputs at the samples' places in training mode, pass after pass.
  public func passes(_ count: Int) -> [Tensor] {
    var stream = stream
    return network.trainingOutputs(for: samples.inputs, passes: count, using: &stream)
  }
  /// The mean squared distance of outputs from the samples.
  public func loss(_ outputs: Tensor) -> Double {
    let distances = outputs - samples.numbers
    return (distances * distances).mean()
  }
  /// The loss on the samples: the mean of passes in training mode, and in evaluation mode.
  public func losses(of passes: [Tensor]) -> (training: Double, evaluation: Double) {
    (passes.map(loss).mean, loss(network(samples.inputs)))
  }
}
