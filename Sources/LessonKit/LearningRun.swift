/// A network as it learns from all examples at once: its loss in each epoch, and itself after any of them.
public struct LearningRun: Sendable {
  /// The rule that it learned by.
  public let rule: Rule
  /// The loss of each epoch, taken before the epoch's one update, as long as the run was not lost.
  public let losses: [Double]
  /// The loss after the last update; nil for a run that diverged.
  public let lossAfter: Double?

  private let start: Network
  private let data: Dataset
  private let loss: Loss

  /// Trains a network for a number of epochs, each one update along the gradient over all examples.
  public init(
    _ network: Network, on data: Dataset, loss: Loss = .meanSquare, by rule: Rule, epochs: Int
  ) {
    precondition(epochs >= 1, "a run of \(epochs) epochs")
    (self.rule, self.data, self.loss, start) = (rule, data, loss, network)
    let (end, history) = Self.run(network, data, loss, rule, epochs)
    // A loss a million times that of the start is lost, though numbers of double precision may hold it.
    let bound = Self.lostBeyond * (history.stepLosses.first ?? 1)
    losses = Array(history.stepLosses.prefix { $0 <= bound })
    let after = Training(loss: loss, epochs: 0).loss(of: end, on: data)
    let isSound = history.outcome == .finished && losses.count == epochs && after <= bound
    lossAfter = isSound ? after : nil
  }

  /// A run is lost when its loss is so many times that of its start.
  public static let lostBeyond = 1e6

  /// The first epoch whose loss was lost, counted from 1; nil if none was.
  public var divergedIn: Int? { lossAfter == nil ? losses.count + 1 : nil }

  /// The network after so many updates.
  public func network(after updates: Int) -> Network {
    Self.run(start, data, loss, rule, updates).network
  }

  private static func run(
    _ network: Network, _ data: Dataset, _ loss: Loss, _ rule: Rule, _ epochs: Int
  ) -> (network: Network, history: History) {
    var network = network
    // Nothing is drawn: all examples in their own order, and no dropout.
    var random = SeededGenerator(seed: 0)
    let history = Training(loss: loss, epochs: epochs)
      .run(&network, on: data, by: rule.makeOptimizer(), using: &random)
    return (network, history)
  }

  /// The losses as a curve over epochs, the first one called 1, with a label at its end.
  public func lossCurve(_ name: Phrase, label: Phrase?, series: Int) -> Line {
    let points = losses.enumerated().map { Point(Double($0.offset + 1), $0.element) }
    return Line(points, name: name, label: label, series: series, divergedAt: divergedIn)
  }

  /// The losses in numbers: step and loss, row k before update k + 1.
  public func table(named name: String) -> Series {
    let rows = (losses + [lossAfter].compactMap { $0 }).enumerated()
      .map { [Double($0.offset), $0.element] }
    return Series(name, columns: ["step", "loss"], rows: rows)
  }
}
