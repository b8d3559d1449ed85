import LessonKit
import Testing

@testable import Lessons

@Suite("Gradient clipping") struct ClippingTests {
  @Test("the slope at the cliff is that of small differences", arguments: [1, 5, 15, 30]) func slope(length: Int) {
    let (unit, step) = (RecurrentUnit(length: length), 1e-7)
    for bias in [-3.1, -2.66, -2.62, -1.5, -0.3] {
      let difference = (unit.loss(at: bias + step).value - unit.loss(at: bias - step).value) / (2 * step)
      #expect(abs(unit.loss(at: bias).slope - difference) < 1e-4 * max(1, abs(difference)))
    }
  }

  @Test("the loss and its slope are PyTorch's") func peer() {
    for (bias, value, slope) in Self.torch {
      let found = RecurrentUnit(length: 15).loss(at: bias)
      #expect(abs(found.value - value) < 1e-9 * max(1, value))
      #expect(abs(found.slope - slope) < 1e-9 * max(1, abs(slope)))
    }
  }

  @Test("clipping by norm keeps every direction, by value only the diagonals", arguments: 0..<24) func directions(
    place: Int
  ) {
    let angle = Double(place) * .pi / 12
    let gradient = Point(40 * cos(angle), 40 * sin(angle))
    let norm = GradientClipping.clipped(gradient, by: .norm(5))
    #expect(norm.turn < 1e-9 && abs(norm.vector.distance(to: .zero) - 5) < 1e-5)
    let value = GradientClipping.clipped(gradient, by: .value(5))
    #expect(abs(value.vector.x) <= 5 && abs(value.vector.y) <= 5)
    #expect((value.turn < 1e-9) == place.isMultiple(of: 3))
  }

  @Test(
    "the headline is what the run says",
    arguments: [
      ([:], "cliff", "A step on a cliff leaps to loss 8.1; clipped it lands at 0.4"),
      (["clip": "100000"], "cliff", "This bound is never reached: clipping changes nothing"),
      (["clip": "0.2"], "cliff", "Without clipping one step jumps 1.4"),
      (["lr": "5"], "cliff", "At rate 5 even clipped steps jump over the valley"),
      (["lr": "1", "clip": "0.05"], "cliff", "Without clipping one step leaves the picture"),
      (["lr": "1e300"], "cliff", "Step 1 overflows: at this rate clipping does not help"),
      ([:], "directions", "Clipping by norm keeps the direction, by value turns it 37°"),
      (["gradient": "30,30"], "directions", "Both kinds of clipping keep this direction"),
      (["gradient": "1,2"], "directions", "This gradient is short enough: nothing is clipped"),
    ]) func headlines(options: [String: String], figure: String, title: String) throws
  {
    let recipe = try Recipe(GradientClipping.self, given: options.map { .init($0.key, $0.value) })
    #expect(try recipe.draw(recipe.figure(named: figure)).title.english == title)
  }

  @Test(
    "rates that overflow and the shortest network are drawn",
    arguments: [("lr", "1e300"), ("length", "1000"), ("length", "1")]) func ends(key: String, value: String) throws
  {
    let recipe = try Recipe(GradientClipping.self, given: [.init(key, value)])
    #expect(try !recipe.draw(recipe.figures[0]).title.isEmpty)
  }

  @Test(
    "a step that leaves the picture is drawn to its border",
    arguments: [["lr": "1", "clip": "0.05"], ["length": "25"]]) func leaves(options: [String: String]) throws
  {
    let recipe = try Recipe(GradientClipping.self, given: options.map { .init($0.key, $0.value) })
    let panel = try recipe.draw(recipe.figure(named: "cliff")).panels[0]
    let leap = try #require(panel.marks.lazy.compactMap { $0 as? Arrow }.first { $0.bend != 0 })
    let (x, y) = (try #require(panel.x.domain), try #require(panel.y.domain))
    #expect([leap.from, leap.to].allSatisfy { x.contains($0.x) && y.contains($0.y) })
    #expect(abs(leap.to.x - leap.from.x) > 0.2 * (x.upperBound - x.lowerBound))
  }

  @Test("each kind of clipping has a page half of its own, with the gradient across it", arguments: ["30,4", "-3,40"])
  func halves(gradient: String) throws {
    let recipe = try Recipe(GradientClipping.self, given: [.init("gradient", gradient)])
    let panels = try recipe.draw(recipe.figure(named: "directions")).panels
    #expect(panels.count == 2 && panels[0].x.domain == panels[1].x.domain)
    for panel in panels {
      let way = try #require(panel.marks.lazy.compactMap { $0 as? Reference }.first)
      let (x, y) = (try #require(panel.x.domain), try #require(panel.y.domain))
      let tip = way.points[1]
      #expect(x.contains(tip.x) && y.contains(tip.y))
      #expect(max(abs(tip.x) / (x.upperBound - x.lowerBound), abs(tip.y) / (y.upperBound - y.lowerBound)) > 0.75)
    }
  }

  @Test("a gradient without a direction is refused") func refused() {
    #expect(throws: UsageError.self) { try Recipe(GradientClipping.self, given: [.init("gradient", "0,0")]) }
  }

  /// Bias, loss and slope from PyTorch, double precision.
  private static let torch: [(Double, Double, Double)] = [
    (-3.1, 12.378274629906233, -9.58469389524253), (-2.66, 7.341272943827278, -54.46518544628945),
    (-2.6, 0.1006499168976663, 18.264711300965995), (-1.5, 6.899348020584857, 6.309006231272845),
  ]
}
