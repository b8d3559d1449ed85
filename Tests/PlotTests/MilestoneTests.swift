import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Milestones") struct MilestoneTests {
  private let space = Workbench.pixels(1000, 600)

  private func line(_ count: Int) -> [Point] {
    (0..<count).map { Point(40 + 900 * Double($0) / Double(max(1, count - 1)), 300) }
  }

  @Test("short trails have none", arguments: 0...3) func short(count: Int) {
    #expect(Milestones.choose(line(count), in: space).isEmpty)
  }

  @Test(
    "milestones are 1, 2 or 5 times a power of ten, ascending, at most six",
    arguments: [11, 51, 101, 501, 1001, 5001, 100_001]) func numbers(count: Int)
  {
    let steps = Milestones.choose(line(count), in: space)
    #expect((1...6).contains(steps.count))
    #expect(steps == steps.sorted())
    for step in steps {
      var rest = step
      while rest % 10 == 0 { rest /= 10 }
      #expect([1, 2, 5].contains(rest), "\(step)")
      #expect(step > 0 && step < count - 1)
    }
  }

  @Test("milestones keep away from each other, from start and end, and from the frame's edge") func apart() {
    // A trail that winds up in a corner: most of its steps are close together.
    let points = (0..<2000).map { i in
      let t = Double(i) / 2000
      return Point(980 - 900 * (1 - t) * (1 - t) * (1 - t), 590 - 500 * (1 - t) * (1 - t))
    }
    let steps = Milestones.choose(points, in: space)
    #expect(!steps.isEmpty)
    let places = steps.map { points[$0] } + [points[0], points[1999]]
    for (i, a) in places.enumerated() {
      for b in places.dropFirst(i + 1) { #expect(a.distance(to: b) >= 6 * space.style.unit) }
    }
    for step in steps { #expect(space.frame.inset(by: space.style.unit).contains(points[step])) }
  }

  @Test("a trail that stands still has no milestones") func still() {
    let points = [Point](repeating: Point(500, 300), count: 1000)
    #expect(Milestones.choose(points, in: space).isEmpty)
  }

  @Test("points that are none are passed over") func notFinite() {
    var points = line(1001)
    points[500] = Point(.nan, 0)
    points[200] = Point(.infinity, 0)
    #expect(!Milestones.choose(points, in: space).contains(500))
    #expect(!Milestones.choose(points, in: space).contains(200))
  }
}

@Suite("What is in view") struct AxisTests {
  private func span(_ values: [Double]) -> Extent.Span { Extent(values.map { Point(0, $0) }).y }

  @Test("a linear axis leaves 3 % of air, one that counts steps none") func padding() {
    #expect(Axis("y").view(of: span([0, 100])) == -3...103)
    #expect(Axis("y", padding: .tight).view(of: span([0, 100])) == 0...100)
  }

  @Test("without data the view is a unit", arguments: [[], [Double.nan], [.infinity, -.infinity]]) func empty(
    values: [Double]
  ) {
    #expect(Axis("y").view(of: span(values)) == 0...1)
    #expect(Axis("y", .log).view(of: span(values)) == 0.1...10)
  }

  @Test("a single value has air around it", arguments: [0.0, 5, -3, 1e300, 1e-300]) func single(value: Double) {
    let view = Axis("y").view(of: span([value, value]))
    #expect(view.lowerBound < value && value < view.upperBound)
    #expect(view.lowerBound.isFinite && view.upperBound.isFinite)
  }

  @Test(
    "a log axis shows the positive values alone",
    arguments: [[0, 0.001, 10], [-5, 0.001, 10], [0.001, 10, .nan, .infinity]]) func positive(values: [Double])
  {
    let view = Axis("y", .log, padding: .tight).view(of: span(values))
    #expect(view == 0.001...10)
  }

  @Test("a log axis of zeros alone is still an axis") func zeros() {
    #expect(Axis("y", .log).view(of: span([0, 0, -1])) == 0.1...10)
  }

  @Test("a log axis ends sixteen decades below its top") func decades() {
    let view = Axis("y", .log, padding: .tight).view(of: span([1e-200, 1]))
    #expect(abs(view.lowerBound / 1e-16 - 1) < 1e-9 && view.upperBound == 1)
  }

  @Test("a log axis of one value shows a decade on each side") func singleLog() {
    let view = Axis("y", .log).view(of: span([5, 5]))
    #expect(view == 0.5...50)
  }

  @Test("values beyond the limits do not stretch the view") func limits() {
    let axis = Axis("y", .log, limits: 1e-8...1e4, padding: .tight)
    #expect(axis.view(of: span([1e-30, 1e30])) == 1e-8...1e4)
    #expect(axis.view(of: span([1e-3, 10])) == 1e-3...10)
  }

  @Test("the largest numbers there are leave a view with finite ends", arguments: [Scale.Kind.linear, .log]) func huge(
    kind: Scale.Kind
  ) {
    let most = Double.greatestFiniteMagnitude
    let view = Axis("y", kind).view(of: span([1, most]))
    #expect(view.lowerBound.isFinite && view.upperBound.isFinite && view.upperBound >= 1e300)
    let both = Axis("y").view(of: span([-most, most]))
    #expect(both.lowerBound.isFinite && both.upperBound.isFinite)
  }

  @Test("a fixed domain is the view") func fixed() {
    #expect(Axis("y", domain: 2...3).view(of: span([0, 100])) == 2...3)
  }
}
