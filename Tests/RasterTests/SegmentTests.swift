import Raster
import Testing

@Suite("Segments") struct SegmentTests {
  private let box = Rect(x: 0, y: 0, width: 10, height: 10)

  @Test(
    "the part inside a rectangle is kept",
    arguments: [
      (Point(2, 3), Point(8, 4), Point(2, 3), Point(8, 4)), (Point(-5, 5), Point(15, 5), Point(0, 5), Point(10, 5)),
      (Point(5, 20), Point(5, -20), Point(5, 10), Point(5, 0)),
      (Point(-5, -5), Point(15, 15), Point(0, 0), Point(10, 10)), (Point(5, 5), Point(5, 5), Point(5, 5), Point(5, 5)),
      (Point(0, 2), Point(0, 8), Point(0, 2), Point(0, 8)), (Point(5, 5), Point(1e300, 5), Point(5, 5), Point(10, 5)),
    ]) func inside(a: Point, b: Point, from: Point, to: Point) throws
  {
    let (p, q) = try #require(Segment(a, b).clipped(to: box))
    #expect(p.distance(to: from) < 1e-9)
    #expect(q.distance(to: to) < 1e-9)
  }

  @Test(
    "a segment outside leaves nothing",
    arguments: [
      (Point(-5, -1), Point(15, -1)), (Point(11, 0), Point(11, 10)), (Point(-5, 4), Point(4, -6)),
      (Point(20, 20), Point(30, 30)), (Point(12, 12), Point(12, 12)),
    ]) func outside(a: Point, b: Point)
  { #expect(Segment(a, b).clipped(to: box) == nil) }

  @Test(
    "a segment with an end that is no point leaves nothing",
    arguments: [(Point(.nan, 1), Point(2, 2)), (Point(1, 1), Point(.infinity, 2)), (Point(1, 1), Point(2, -.infinity))])
  func notFinite(a: Point, b: Point) { #expect(Segment(a, b).clipped(to: box) == nil) }
}
