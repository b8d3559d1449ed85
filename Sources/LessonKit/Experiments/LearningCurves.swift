/// A network as it learns: its loss after every epoch, on what it learns from and on data that it does not see.
public struct LearningCurves: Sendable {
  /// The loss on what it learns from, in evaluation: entry n after n epochs, as long as the run was not lost.
  public private(set) var training: [Double] = []
  /// The same on each of the other data sets.
  public private(set) var others: [[Double]]
  /// The share of right answers on each of the other data sets, entry n after n epochs.
  public private(set) var accuracies: [[Double]]
  /// The epoch in which the numbers went beyond all bounds, or the loss a million times its start, counted from 1; nil if in none.
  public private(set) var divergedIn: Int?
  /// The network after the last epoch.
  public let network: Network

  /// Trains a classifier by cross-entropy.
  ///
  /// - Parameters:
  ///   - network: The network before it learns.
  ///   - data: What it learns from.
  ///   - others: What it is only measured on.
  ///   - rule: The optimizer with its rate.
  ///   - epochs: How often all examples are seen.
  ///   - batch: Examples of a step.
  ///   - random: Draws the batches.
  public init(
    _ network: Network, on data: Dataset, others: [Dataset], by rule: any Optimizer, epochs: Int, batch: Int,
    using random: inout some RandomStream
  ) {
    let plan = Training(loss: .crossEntropy(), epochs: epochs, batchSize: batch)
    var network = network
    var curves: (training: [Double], others: [[Double]], accuracies: [[Double]]) = (
      [], others.map { _ in [] }, others.map { _ in [] }
    )
    func measure(_ network: Network) {
      curves.training.append(plan.loss(of: network, on: data))
      for (place, other) in others.enumerated() {
        curves.others[place].append(plan.loss(of: network, on: other))
        curves.accuracies[place].append(network.accuracy(on: other))
      }
    }
    measure(network)
    let history = plan.run(&network, on: data, by: rule, using: &random) { measure($0) }
    (training, self.others, accuracies) = curves
    self.network = network
    if case .diverged = history.outcome { divergedIn = training.count }
    // A loss a million times that of the start is lost, though numbers of double precision may hold it.
    let bound = LearningRun.lostBeyond * (training.first ?? 1)
    let sound = training.prefix { $0 <= bound }.count
    if sound < training.count { divergedIn = max(1, sound) }
    if let divergedIn { keep(divergedIn) }
  }

  private mutating func keep(_ count: Int) {
    training = Array(training.prefix(count))
    others = others.map { Array($0.prefix(count)) }
    accuracies = accuracies.map { Array($0.prefix(count)) }
  }

  /// Where early stopping by one of the other data sets would have stopped, and which epoch it would have kept.
  ///
  /// It stops as soon as the loss has not been lower than the lowest for so many epochs; `at` is nil where that never
  /// happened. The start, epoch 0, is not kept.
  public func stop(by place: Int, patience: Int) -> (best: Int, at: Int?) {
    let losses = others[place]
    guard losses.count > 1 else { return (0, nil) }
    var best = 1
    for epoch in 1..<losses.count {
      if losses[epoch] < losses[best] { best = epoch }
      if epoch - best >= patience { return (best, epoch) }
    }
    return (best, nil)
  }
}
