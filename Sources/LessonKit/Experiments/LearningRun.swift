/// A network as it learns from all examples at once: its loss in each epoch, and itself after any of them.
public struct LearningRun: Sendable {
  /// The rule that it learned by.
  public let rule: Rule
  /// How its rate changed.
  public let schedule: Schedule
  /// The loss of each epoch, taken before the epoch's one update, as long as the run was not lost.
  public let losses: [Double]
  /// The loss after the last update; nil for a run that diverged.
  public let lossAfter: Double?
  /// The first loss that was lost; infinite where it was no finite number, nil for a run that did not diverge.
  public let lostLoss: Double?

  private let start: Network
  private let data: Dataset
  private let loss: Loss
  private let epochs: Int

  /// Trains a network for a number of epochs, each one update along the gradient over all examples.
  public init(
    _ network: Network, on data: Dataset, loss: Loss = .meanSquare, by rule: Rule, schedule: Schedule = .constant,
    epochs: Int
  ) {
    require(epochs >= 1, "a run of \(epochs) epochs")
    (self.rule, self.schedule, self.epochs) = (rule, schedule, epochs)
    (self.data, self.loss, start) = (data, loss, network)
    var training = Training(loss: loss, epochs: epochs)
    training.schedule = schedule == .constant ? nil : schedule
    let (end, history) = Self.run(training, network, data, rule)
    let after = training.loss(of: end, on: data)
    // A loss a million times that of the start is lost, though numbers of double precision may hold it.
    let bound = Self.lostBeyond * (history.stepLosses.first ?? 1)
    losses = Array(history.stepLosses.prefix { $0 <= bound })
    let isSound = history.outcome == .finished && losses.count == epochs && after <= bound
    lossAfter = isSound ? after : nil
    let next = (history.stepLosses + [after])[losses.count]
    lostLoss = isSound ? nil : next.isFinite ? next : .infinity
  }

  /// A run is lost when its loss is so many times that of its start.
  public static let lostBeyond = 1e6

  /// The first epoch whose loss was lost, counted from 1; nil if none was.
  public var divergedIn: Int? { lossAfter == nil ? losses.count + 1 : nil }
  /// The loss of the last epoch; infinite for a run that diverged.
  public var lastLoss: Double { divergedIn == nil ? losses[losses.count - 1] : .infinity }

  /// The network after so many updates.
  public func network(after updates: Int) -> Network {
    var training = Training(loss: loss, epochs: updates)
    training.schedule = schedule == .constant ? nil : schedule
    training.scheduledSteps = epochs
    return Self.run(training, start, data, rule).network
  }

  private static func run(_ training: Training, _ network: Network, _ data: Dataset, _ rule: Rule) -> (
    network: Network, history: History
  ) {
    var network = network
    // Nothing is drawn: all examples in their own order, and no dropout.
    var random = SeededGenerator(seed: 0)
    let history = training.run(&network, on: data, by: rule.makeOptimizer(), using: &random)
    return (network, history)
  }

  /// Whether no loss differs from the first by more than a thousandth, and the run is sound.
  public var isStill: Bool {
    guard let first = losses.first, divergedIn == nil else { return false }
    return losses.allSatisfy { abs($0 - first) <= 1e-3 * first }
  }

  /// The losses as a curve over epochs, the first one called 1, with a label at its end.
  ///
  /// A run that diverged goes on to the loss that was lost, mostly far above the picture; where that was no finite number,
  /// it ends at the last one that was.
  public func lossCurve(as identity: Identity, label: Phrase?, detail: Phrase? = nil) -> Line {
    let heights = losses + [lostLoss].compactMap { $0 }.filter(\.isFinite)
    let points = heights.enumerated().map { Point(Double($0.offset + 1), $0.element) }
    var line = Line(points, as: identity, label: label, detail: detail, divergedAt: divergedIn)
    line.hasExits = divergedIn != nil
    return line
  }

  /// The losses in numbers, row k before update k + 1: the epoch that reports the loss, the updates until then, the loss.
  ///
  /// The last row of a run that diverged is the loss that was lost. That of any other is the loss after the last update,
  /// which no epoch reports: its epoch is NaN.
  public func table(named name: String) -> Series {
    let rows = (losses + [lossAfter ?? lostLoss].compactMap { $0 }).enumerated().map { updates, loss in
      [updates < epochs ? Double(updates + 1) : .nan, Double(updates), loss]
    }
    return Series(name, columns: ["epoch", "updates", "loss"], rows: rows)
  }
}
