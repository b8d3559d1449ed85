import Foundation
import Landscapes
import Optimizers
import Testing

/// Trajectories that PyTorch computed, of every rule that it has.
@Suite("Walks against PyTorch") struct PeerTests {
  struct Trajectory: Decodable, CustomTestStringConvertible {
    let function: String
    let start: [Double]
    let optimizer: String
    let hyperparameters: [String: Setting]
    let rows: [Row]

    var testDescription: String { "\(optimizer) on \(function)" }

    struct Row: Decodable {
      let step: Int
      let x: Double
      let y: Double
      let loss: Double
    }
  }

  enum Setting: Decodable {
    case number(Double)
    case flag(Bool)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .other
      }
    }
  }

  /// PyTorch's class and settings as a rule of ours; the file's variants of one rule have a suffix.
  static let rules = [
    "sgd": "sgd", "momentum": "sgd", "nesterov": "sgd", "adagrad": "adagrad", "adadelta": "adadelta",
    "rmsprop": "rmsprop", "rmsprop_centered_momentum": "rmsprop", "adam": "adam", "adam_amsgrad": "adam",
    "adam_l2": "adam", "adamw": "adamw", "adamax": "adamax", "nadam": "nadam", "radam": "radam", "rprop": "rprop",
  ]

  static let trajectories: [Trajectory] = {
    let url = Bundle.module.url(forResource: "Reference/optimizers", withExtension: "json")!
    return try! JSONDecoder().decode([Trajectory].self, from: Data(contentsOf: url))
  }()

  @Test("every rule is held against the peer on two landscapes") func coverage() {
    #expect(Self.trajectories.count == 30)
    #expect(Self.trajectories.allSatisfy { $0.rows.map(\.step) == [0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000] })
  }

  @Test("a walk equals PyTorch's to nine digits at every listed step", arguments: trajectories) func equal(
    peer: Trajectory
  ) throws {
    var rule = Rule(known: Self.rules[peer.optimizer]!)
    for (key, setting) in peer.hyperparameters {
      switch setting {
      case .number(let value): rule = rule.with(key, value)
      case .flag(let isSet): rule = rule.with(key, isSet ? 1 : 0)
      case .other: Issue.record("setting \(key) is neither a number nor a flag")
      }
    }
    let landscape = try #require(Landscape.named(peer.function))
    let start = Vector2(peer.start[0], peer.start[1])
    let walk = descend(landscape, from: start, by: rule, steps: 1000)
    #expect(walk.outcome == .finished)
    for row in peer.rows {
      let point = walk.points[row.step]
      #expect(abs(point.x - row.x) <= 1e-9 * abs(row.x), "x at step \(row.step)")
      #expect(abs(point.y - row.y) <= 1e-9 * abs(row.y), "y at step \(row.step)")
      // Near the floor the loss is small and steep: what nine digits of the point make of it.
      let slope = landscape.slope(at: point)
      let spread = abs(slope.dx * point.x) + abs(slope.dy * point.y)
      let tolerance = 1e-9 * (row.loss + spread)
      #expect(abs(walk.losses[row.step] - row.loss) <= tolerance, "loss at step \(row.step)")
    }
  }

  @Test("the rules momentum and nesterov are sgd with 0.9, step by step") func shorthands() {
    for name in ["momentum", "nesterov"] {
      let short = Rule(known: name).with(learningRate: 1e-4)
      var long = Rule.sgd.with(learningRate: 1e-4).with("momentum", 0.9)
      if name == "nesterov" { long = long.with("nesterov", 1) }
      let landscape = Landscape.rosenbrock
      let a = descend(landscape, from: landscape.start, by: short, steps: 100)
      let b = descend(landscape, from: landscape.start, by: long, steps: 100)
      #expect(a.points == b.points)
    }
  }
}
