import Raster
import Testing

@testable import Plot

@Suite("What a trail tells") struct TrailToldTests {
  private func told(_ points: [Point], table: [Point]? = nil) -> [String] {
    let rows = table?.enumerated().map { [Double($0.offset), $0.element.x, $0.element.y, 1] }
    let table = rows.map { Series("walk", columns: ["step", "x", "y", "loss"], rows: $0) }
    return Trail(points, as: 1, name: "walk", table: table).told(x: Axis("x"), y: Axis("y")).map(\.english)
  }

  @Test("an end that is nothing beside the way is zero", arguments: [1e-69, -1e-12, 3e-200, 0]) func nothing(
    rest: Double
  ) {
    #expect(told([Point(1, 2), Point(0.5, 1), Point(rest, -rest)]) == ["walk ends at (0, 0)"])
    #expect(told([Point(1e-3, 2), Point(1e-6, 1), Point(1e-7, rest)]) == ["walk ends at (10⁻⁷, 0)"])
  }

  @Test("an end that is small on a small way is told") func small() {
    #expect(told([Point(1e-20, 1e-20), Point(2e-21, 1e-21)]) == ["walk ends at (2×10⁻²¹, 10⁻²¹)"])
  }

  @Test("a trail that shows less than the run tells where the run ends") func rest() {
    let way = [Point(1, 1), Point(0.5, 0.25), Point(0.3, 0.2), Point(0.25, 0.125)]
    #expect(told(Array(way.prefix(2)), table: way) == ["walk ends at (0.25, 0.125)"])
    // A table of something else has no say.
    #expect(told([Point(2, 2), Point(3, 3)], table: way) == ["walk ends at (3, 3)"])
  }
}
