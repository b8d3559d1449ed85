import Landscapes
import Optimizers
import Tensors
import Testing

@Suite("A walk") struct WalkTests {
  static let arrivals: [(String, String, Double)] = [
    ("sphere", "sgd:lr=0.1", 1e-9), ("sphere", "momentum:lr=0.01", 1e-9), ("sphere", "nesterov:lr=0.01", 1e-9),
    ("sphere", "adagrad:lr=1", 1e-9), ("sphere", "rmsprop:lr=0.01", 0.02), ("sphere", "adam:lr=0.05", 1e-6),
    ("sphere", "adamw:lr=0.05", 1e-6), ("ravine", "sgd:lr=0.015", 1e-9), ("ravine", "momentum:lr=0.01", 1e-9),
    ("ravine", "nesterov:lr=0.01", 1e-9), ("ravine", "adagrad:lr=1", 1e-9), ("ravine", "rmsprop:lr=0.01", 0.02),
    ("ravine", "adam:lr=0.05", 1e-6), ("ravine", "adamw:lr=0.05", 1e-6), ("rosenbrock", "sgd:lr=0.0015", 0.02),
    ("rosenbrock", "momentum:lr=0.0005", 1e-3), ("rosenbrock", "nesterov:lr=0.0005", 1e-3),
    ("rosenbrock", "adagrad:lr=0.5", 0.05), ("rosenbrock", "rmsprop:lr=0.001", 0.02),
    ("rosenbrock", "adam:lr=0.01", 1e-3), ("rosenbrock", "adamw:lr=0.01:weight_decay=0", 1e-3),
    ("sphere", "adadelta:lr=1", 1e-9), ("sphere", "adamax:lr=0.03", 1e-9), ("sphere", "nadam:lr=0.03", 1e-9),
    ("sphere", "radam:lr=0.03", 1e-9), ("sphere", "rprop:lr=0.01", 1e-5), ("sphere", "lamb:lr=0.03", 1e-9),
    ("sphere", "lion:lr=0.01", 0.02), ("ravine", "adadelta:lr=0.3", 0.02), ("ravine", "adamax:lr=0.03", 1e-9),
    ("ravine", "nadam:lr=0.03", 1e-9), ("ravine", "radam:lr=0.03", 1e-9), ("ravine", "rprop:lr=0.01", 1e-5),
    ("ravine", "lamb:lr=0.03", 1e-9), ("ravine", "lion:lr=0.01", 0.02), ("rosenbrock", "adadelta:lr=0.02", 0.01),
    ("rosenbrock", "adamax:lr=0.001", 1e-3), ("rosenbrock", "nadam:lr=0.001", 1e-3),
    ("rosenbrock", "radam:lr=0.001", 1e-3), ("rosenbrock", "rprop:lr=0.01", 0.01),
    ("rosenbrock", "lamb:lr=0.002", 0.02), ("rosenbrock", "lion:lr=0.0003", 0.005),
  ]

  @Test("a walk that leaves a tiny view is not lost, and one that runs away is") func horizon() throws {
    let valley = Landscape.rosenbrock
    let tiny = valley.with(view: .init(x: 0...1e-9, y: 0...1e-9))
    let start = Vector2(1e-10, 8e-10)
    let rule = try Rule(parsing: "adam:lr=0.01")
    let walk = descend(tiny, from: start, by: rule, steps: 500)
    #expect(!walk.hasDiverged)
    #expect(walk.points == descend(valley, from: start, by: rule, steps: 500).points)
    #expect(descend(tiny, from: start, by: try Rule(parsing: "sgd:lr=1e7"), steps: 9).hasDiverged)
    #expect(tiny.horizon(from: start) == 1e6)
    #expect(valley.with(view: .init(reach: 1e3)).horizon(from: start) == 1e9)
  }

  @Test("every rule reaches the floor of bowl, ravine and valley", arguments: arrivals) func arrives(
    name: String, rule: String, reach: Double
  ) throws {
    let landscape = try #require(Landscape.named(name))
    let steps = name == "rosenbrock" ? 20_000 : 3000
    let walk = descend(landscape, from: landscape.start, by: try Rule(parsing: rule), steps: steps)
    #expect(walk.points.count == steps + 1)
    #expect(landscape.distanceToMinimum(from: walk.end) < reach)
  }

  @Test("the table of arrivals holds every rule on each landscape") func coverage() throws {
    for kind in RuleKind.all {
      let places = try Self.arrivals.filter { try Rule(parsing: $0.1).name == kind.name }
      #expect(places.map(\.0) == ["sphere", "ravine", "rosenbrock"], "\(kind.name)")
    }
  }

  @Test("a schedule sets the rate of every step") func schedule() {
    let walk = descend(
      .sphere, from: Vector2(1, 0), by: .sgd.with(learningRate: 0.25), steps: 3,
      schedule: Schedule("step").with("size", 1).with("gamma", 0.5))
    #expect(walk.points.map(\.x) == [1, 0.5, 0.375, 0.328125])
    let start = Landscape.rosenbrock.start
    let rule = Rule.adam.with(learningRate: 0.05)
    let plain = descend(.rosenbrock, from: start, by: rule, steps: 300)
    #expect(descend(.rosenbrock, from: start, by: rule, steps: 300, schedule: .constant).points == plain.points)
    let settled = descend(.rosenbrock, from: start, by: rule, steps: 300, schedule: .cosine)
    #expect(settled.points != plain.points)
  }

  @Test("a plateau looks at the heights that the walk comes through") func plateau() {
    let schedule = Schedule("plateau").with("patience", 0).with("factor", 0.5)
    let walk = descend(.sphere, from: Vector2(1, 0), by: .sgd.with(learningRate: 1), steps: 5, schedule: schedule)
    #expect(walk.points.map(\.x) == [1, -1, 1, 0, 0, 0])
  }

  @Test("no two rules leave the same trace", arguments: ["sphere", "ravine", "rosenbrock"]) func distinct(name: String)
    throws
  {
    let landscape = try #require(Landscape.named(name))
    let rules = RuleKind.all.map { Rule(known: $0.name) } + [.lambNotes, .momentum.with("ema", 1)]
    let walks = rules.map { descend(landscape, from: landscape.start, by: $0.with(learningRate: 1e-3), steps: 50) }
    for (index, walk) in walks.enumerated() {
      for other in walks[(index + 1)...] {
        #expect(walk.points != other.points, "\(walk.rule?.name ?? "") and \(other.rule?.name ?? "")")
      }
    }
  }

  @Test("row 0 is the start, row k the point before step k + 1") func rows() {
    let walk = descend(.sphere, from: Vector2(1, 2), by: .sgd.with(learningRate: 0.25), steps: 2)
    #expect(walk.points == [Vector2(1, 2), Vector2(0.5, 1), Vector2(0.25, 0.5)])
    #expect(walk.losses == [5, 1.25, 0.3125])
    #expect(walk.steps == 2)
    #expect(walk.end == Vector2(0.25, 0.5))
    #expect(walk.best == (2, Vector2(0.25, 0.5), 0.3125))
    #expect(walk.outcome == .finished)
    #expect(walk.distances(to: Vector2(0, 0)).count == 3)
    #expect(walk.firstStep(within: 1.2, of: Vector2(0, 0)) == 1)
    #expect(walk.firstStep(within: 0.1, of: Vector2(0, 0)) == nil)
  }

  @Test("a walk of no steps is its start") func still() {
    let walk = descend(.sphere, from: Vector2(1, 2), by: .adam, steps: 0)
    #expect(walk.points == [Vector2(1, 2)])
    #expect(walk.outcome == .finished)
  }

  @Test("a rule without a rate walks at PyTorch's") func standardRate() {
    let free = descend(.sphere, from: Vector2(1, 2), by: .rmsprop, steps: 5)
    let named = descend(.sphere, from: Vector2(1, 2), by: .rmsprop.with(learningRate: 0.01), steps: 5)
    #expect(free.points == named.points)
  }

  @Test(
    "every rule diverges at a rate of 1e9, but Rprop, whose steps are bounded, and keeps what was sound",
    arguments: RuleKind.all.map(\.name).filter { $0 != "rprop" }) func diverges(name: String)
  {
    let valley = Landscape.rosenbrock
    let rule = Rule(known: name).with(learningRate: 1e9)
    let walk = descend(valley, from: valley.start, by: rule, steps: 1000)
    #expect(walk.hasDiverged)
    #expect(walk.outcome == .diverged(step: walk.points.count))
    #expect(walk.points[0] == valley.start)
    #expect(walk.points.allSatisfy { $0.isFinite })
    #expect(walk.losses.allSatisfy { $0.isFinite })
    #expect(walk.points.count == walk.losses.count)
    #expect(walk.settledDistance(to: Vector2(1, 1)) == .infinity)
  }

  @Test("just above the stable rate the walk grows for a while before it is lost") func growing() {
    let walk = descend(.ravine, from: Vector2(-1.8, 0.6), by: .sgd.with(learningRate: 0.021), steps: 1000)
    #expect(walk.hasDiverged)
    #expect(walk.steps > 100)
    #expect(abs(walk.end.y) > 1e6)
  }

  @Test("a NaN gradient ends the walk at the next step") func nanGradient() {
    let landscape = Landscape(
      name: "hole", displayName: "Hole", formula: "", minima: [.init(at: 0, 0, value: 0)], view: .init(reach: 2),
      start: Vector2(1, 1), slope: { x, y in Slope(value: x * x, dx: x < 0.5 ? .nan : 2 * x, dy: 0) },
      hessian: { _, _ in Hessian(xx: 2, xy: 0, yy: 0) })
    let walk = descend(landscape, from: Vector2(1, 0), by: .sgd.with(learningRate: 0.2), steps: 9)
    #expect(walk.outcome == .diverged(step: 3))
    #expect(walk.points.map(\.x) == [1, 0.6, 0.36])
    let sweep = Sweep(rates: [0.2], starts: [Vector2(1, 0)], steps: 9, window: 3)
    #expect(sweep.run(.sgd, on: landscape).ends(atRate: 0) == [.infinity])
  }

  @Test("a walk from where the height is not finite is its start") func badStart() async {
    let landscape = Landscape(
      name: "pole", displayName: "Pole", formula: "", view: .init(reach: 2), start: Vector2(1, 1),
      slope: { x, _ in Slope(value: 1 / x, dx: -1 / (x * x), dy: 0) },
      hessian: { x, _ in Hessian(xx: 2 / (x * x * x), xy: 0, yy: 0) })
    let walk = descend(landscape, from: Vector2(0, 0), by: .adam, steps: 9)
    #expect(walk.outcome == .diverged(step: 0))
    #expect(walk.points == [Vector2(0, 0)])
    await #expect(processExitsWith: .failure) { _ = descend(.sphere, from: Vector2(.nan, 0), by: .adam, steps: 1) }
  }

  @Test("a start far outside the view is no divergence") func farStart() {
    let walk = descend(.sphere, from: Vector2(1e8, 0), by: .sgd.with(learningRate: 0.1), steps: 300)
    #expect(walk.outcome == .finished)
    #expect(walk.distance(to: Vector2(0, 0)) < 1e-9)
  }

  @Test("a saddle without a known minimum can be walked on") func saddle() {
    let saddle = Landscape(
      name: "saddle", displayName: "Saddle", formula: "$f(x,y)=x^2-y^2$", view: .init(reach: 2),
      start: Vector2(1, 1e-3), slope: { x, y in Slope(value: x * x - y * y, dx: 2 * x, dy: -2 * y) },
      hessian: { _, _ in Hessian(xx: 2, xy: 0, yy: -2) })
    let walk = descend(saddle, from: saddle.start, by: .sgd.with(learningRate: 0.01), steps: 400)
    #expect(walk.points.firstIndex { abs($0.y) > 1 } == 349)
    #expect(saddle.distanceToMinimum(from: walk.end).isNaN)
  }
}
