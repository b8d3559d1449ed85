import Testing

@testable import Raster

@Suite("Lines as lists of points") struct PointListTests {
  private let line = [Point(0, 0), Point(10, 0), Point(10, 10)]

  @Test("the nearest of the points, not of the line") func leastDistance() {
    #expect(line.leastDistance(to: Point(5, 0)) == 5)
    #expect(line.leastDistance(to: Point(10, 12)) == 2)
    #expect([Point]().leastDistance(to: .zero) == .infinity)
  }

  @Test("a line passes what lies beside one of its pieces") func passes() {
    #expect(line.passes(Point(5, 1), within: 1) && line.passes(Point(11, 5), within: 1))
    #expect(!line.passes(Point(5, 3), within: 1) && ![Point.zero].passes(.zero, within: 1))
  }

  @Test("lines coincide point by point, and as many points") func coincides() {
    #expect(line.coincides(with: line.map { $0 + Point(0.5, 0) }, within: 0.5))
    #expect(!line.coincides(with: line.map { $0 + Point(0.5, 0) }, within: 0.4))
    #expect(!line.coincides(with: Array(line.dropLast()), within: 9))
  }

  @Test("a line is cut at its frame, and knows where it last leaves") func visible() throws {
    let frame = Rect(x: 0, y: 0, width: 10, height: 10)
    let visible = VisibleLine([Point(5, 5), Point(15, 5), Point(15, -5), Point(5, -5)], frame: frame, margin: 0)
    #expect(visible.runs.count == 1)
    #expect(visible.runs[0].points.first == Point(5, 5) && visible.runs[0].points.last == Point(10, 5))
    let exit = try #require(visible.lastExit)
    #expect(exit.point == Point(10, 5) && exit.direction == Point(1, 0))
    #expect(VisibleLine([Point(1, 1), Point(9, 9)], frame: frame, margin: 0).lastExit == nil)
  }

  @Test("points of a stretch stand at shares of the length that is seen") func shares() {
    let points = (0...100).map { Point(Double($0), 0) }
    let frame = Rect(x: 20, y: -1, width: 40, height: 2)
    #expect(VisibleLine.points(of: points[...], in: frame, at: [0.5, 0]) == [Point(40, 0), Point(20, 0)])
    #expect(VisibleLine.points(of: points[70...], in: frame, at: [0.5]).isEmpty)
  }
}
