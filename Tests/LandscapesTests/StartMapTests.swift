import Landscapes
import Optimizers
import Tensors
import Testing

@Suite("A map of starts") struct StartMapTests {
  private static let box = Landscape.rastrigin

  @Test("walks side by side end to the last bit where they end alone", arguments: RuleKind.all.map(\.name)) func alone(
    name: String
  ) {
    var generator = SeededGenerator(seed: 8)
    let starts = Self.box.view.randomPoints(53, using: &generator)
    let rule = Rule(known: name).with(learningRate: 1e-3)
    let ends = Self.box.ends(of: rule, from: starts, steps: 60)
    for (start, end) in zip(starts, ends) { #expect(descend(Self.box, from: start, by: rule, steps: 60).end == end) }
  }

  @Test(
    "a walk for each column and row tells what a walk for each cell tells",
    arguments: ["momentum:momentum=0.98:lr=0.001", "adam:lr=0.1", "adagrad:lr=5.6", "sgd:lr=1e9"]) func columns(
      rule: String
    ) throws
  {
    let rule = try Rule(parsing: rule)
    let map = StartMap(of: Self.box, by: rule, over: Self.box.view, columns: 23, rows: 17, steps: 200)
    let (width, height) = (10.24 / 23, 10.24 / 17)
    for (cell, end) in map.ends.enumerated() {
      let (column, row) = (Double(cell % 23) + 0.5, Double(cell / 23) + 0.5)
      let start = Vector2(-5.12 + column * width, 5.12 - row * height)
      let walk = descend(Self.box, from: start, by: rule, steps: 200)
      #expect(walk.hasDiverged ? end.x.isNaN : end == walk.end)
    }
  }

  @Test("a landscape that is no sum is walked over cell by cell") func cells() {
    let valley = Landscape.rosenbrock
    let rule = Rule.adam.with(learningRate: 0.05)
    let map = StartMap(of: valley, by: rule, over: valley.view, columns: 3, rows: 2, steps: 50)
    let start = Vector2(
      valley.view.x.lowerBound + (valley.view.x.upperBound - valley.view.x.lowerBound) / 6,
      valley.view.y.upperBound - (valley.view.y.upperBound - valley.view.y.lowerBound) / 4)
    #expect(map.ends.count == 6)
    #expect(map.ends[0].distance(to: descend(valley, from: start, by: rule, steps: 50).end) < 1e-12)
  }

  @Test("ends belong to the group of the nearest target, lost ones to none") func nearest() {
    let map = StartMap(
      of: .sphere, by: .sgd.with(learningRate: 1e-9), over: .init(reach: 2), columns: 4, rows: 1, steps: 1)
    let groups = [[Vector2(2, 0)], [Vector2(-2, 0), Vector2(0.4, 0)]]
    #expect(map.nearest(of: groups) == [1, 1, 1, 0])
    let lost = StartMap(
      of: .sphere, by: .sgd.with(learningRate: 1e300), over: .init(reach: 2), columns: 4, rows: 1, steps: 3)
    #expect(lost.nearest(of: groups) == [255, 255, 255, 255])
  }
}

@Suite("The ending of a walk") struct WalkEndingTests {
  @Test("a walk that comes to rest has settled in its minimum") func settles() throws {
    let walk = descend(.styblinskiTang, from: Vector2(0.5, -4.5), by: .adam.with(learningRate: 0.02), steps: 2000)
    let ending = WalkEnding(of: walk, on: .styblinskiTang, within: 0.1)
    let minimum = try #require(ending.minimum)
    #expect(abs(minimum.value + 64.1956) < 1e-3)
    if case .settled = ending {} else { Issue.record("\(ending)") }
  }

  @Test("a walk that swings about a minimum circles, one under way or lost does neither") func others() {
    let swinging = descend(.rastrigin, from: Vector2(0.3, 0.2), by: .rmsprop.with(learningRate: 0.01), steps: 1000)
    let ending = WalkEnding(of: swinging, on: .rastrigin, within: 0.1)
    if case .circling(let minimum, _) = ending { #expect(minimum.value == 0) } else { Issue.record("\(ending)") }
    let short = descend(.sphere, from: Vector2(2, 0), by: .sgd.with(learningRate: 1e-3), steps: 40)
    #expect(WalkEnding(of: short, on: .sphere, within: 0.05) == .neither)
    let lost = descend(.sphere, from: Vector2(2, 0), by: .sgd.with(learningRate: 1e9), steps: 40)
    #expect(WalkEnding(of: lost, on: .sphere, within: 0.05) == .neither)
  }
}
