import Autodiff
import Datasets
import Optimizers
import Tensors

/// How a network is trained: everything but the network, the data and the rule.
///
///     let training = Training(loss: .crossEntropy(), epochs: 10, batchSize: 32)
///     let history = training.run(&network, on: Digits.train, by: Adam(), using: &random)
public struct Training: Sendable {
  /// What is made small.
  public var loss: Loss
  /// How often every example is seen.
  public var epochs: Int
  /// Examples a step; nil for all of them, in their own order and without a draw.
  public var batchSize: Int?
  /// How the learning rate changes from step to step; nil for the rule's own throughout.
  public var schedule: Schedule?
  /// Steps over which the schedule is spread; nil for those of the training.
  public var scheduledSteps: Int?
  /// A bound on gradients.
  public var clipping: Clipping?
  /// A price on large weights, biases and other vectors spared.
  public var penalty: Penalty?
  /// Whether the penalty is a proximal step after each step, not a part of the gradient.
  public var isProximal = false
  /// Epochs without a better validation loss after which training stops; nil for never.
  ///
  /// The network then goes back to its best epoch.
  public var patience: Int?
  /// Whether the history keeps the norm of the gradients.
  public var recordsGradientNorms = false

  /// A plan without schedule, clipping, penalty or early stopping.
  public init(loss: Loss, epochs: Int, batchSize: Int? = nil) {
    require(epochs >= 0, "training for \(epochs) epochs")
    require(batchSize.map { $0 > 0 } ?? true, "training on batches of \(batchSize ?? 0)")
    (self.loss, self.epochs, self.batchSize) = (loss, epochs, batchSize)
  }

  /// Trains a network in place; the order of examples and dropout come from the random stream.
  ///
  /// A loss that is no longer finite ends the training and is reported in the outcome. Steps after the
  /// first allocate no arrays for the tape. `watch` sees the network after
  /// every epoch, unless that diverged.
  public func run(
    _ network: inout Network, on data: Dataset, validation: Dataset? = nil, by rule: any Optimizer,
    using random: inout some RandomStream, watch: (Network) -> Void = { _ in }
  ) -> History { open(rule, &network, data, validation, &random, watch) }

  /// The loss of a network on data, in evaluation.
  public func loss(of network: Network, on data: Dataset) -> Double {
    let tape = Tape()
    let weights = network.parameters.map { tape.constant($0.value) }
    let output = network.evaluate(tape.constant(data.inputs), with: weights)
    return loss.value(output, of: data, rows: nil).scalar
  }

  private func open<Rule: Optimizer>(
    _ rule: Rule, _ network: inout Network, _ data: Dataset, _ validation: Dataset?, _ random: inout some RandomStream,
    _ watch: (Network) -> Void
  ) -> History {
    var run = TrainingRun(plan: self, rule: rule, network: network, data: data)
    run.train(validation: validation, using: &random, watch: watch)
    network = run.network
    return run.history
  }
}
