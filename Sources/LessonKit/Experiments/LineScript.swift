/// Points and lines under one seed of PyTorch's stream: 200 points around y = 2x + 1, then a fresh `nn.Linear(1, 1)` for
/// every optimizer in turn.
public struct LineScript: Sendable {
  /// The seed of the course's own run.
  public static let seed = 42
  /// How many seeds claims are measured on.
  public static let seeds = 20
  /// The course's optimizers in its order, at its rate.
  public static let rules: [Rule] = [Rule.sgd, .momentum, .rmsprop, .adam, .adamw].map { $0.with(learningRate: 0.01) }
  /// The places of gradient descent and Adam among them.
  public static let (sgd, adam) = (0, 3)

  /// The points.
  public let data: Dataset
  /// The lines that the optimizers start from.
  public let starts: [Network]

  /// Draws the points, then so many lines.
  public init(seed: Int, starts count: Int = Self.rules.count) {
    var stream = TorchGenerator(seed: UInt64(seed))
    data = .line(count: 200, using: &stream)
    starts = (0..<count).map { _ in Network([Linear(1, 1)], using: &stream) }
  }

  /// Slope and intercept that a start has.
  public func line(_ place: Int) -> Vector2 {
    Vector2(starts[place].parameters[0].value.elements[0], starts[place].parameters[1].value.elements[0])
  }

  /// The course's run, as a network trains.
  public func run(_ place: Int) -> LearningRun {
    LearningRun(starts[place], on: data, by: Self.rules[place], epochs: 100)
  }

  /// The loss in the 100th epoch, before its update, of an optimizer that starts from a line; infinite where it is lost.
  public func end(_ rule: Rule, from start: Vector2) -> Double {
    let walk = descend(LineError(data).landscape, from: start, by: rule, steps: 99)
    return walk.hasDiverged ? .infinity : walk.losses[99]
  }

  /// The last losses of gradient descent and of Adam at the course's rate, medians of the seeds.
  public static func medians() -> (sgd: Double, adam: Double) {
    let ends = Repeated(seeds, from: 0) { seed in
      let script = LineScript(seed: seed)
      return [sgd, adam].map { script.end(rules[$0], from: script.line($0)) }
    }
    return (ends.spread { $0[0] }.median, ends.spread { $0[1] }.median)
  }
}
