import Testing

@testable import Raster

@Suite struct StrokeTests {
  private func butt(_ width: Double) -> Stroke { Stroke(width: width, join: .miter, cap: .butt) }

  @Test("a horizontal line on whole pixels fills them") func horizontal() {
    let ink = Ink.stroke(8, 4, .line((1, 2), (7, 2)), butt(2))
    #expect(
      (0..<4).map(ink.row) == [
        [0, 0, 0, 0, 0, 0, 0, 0], [0, 255, 255, 255, 255, 255, 255, 0], [0, 255, 255, 255, 255, 255, 255, 0],
        [0, 0, 0, 0, 0, 0, 0, 0],
      ])
  }

  @Test(
    "lines of a width have the same ink per length in every direction", arguments: [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3])
  func meanInk(width: Double) {
    func inkPerLength(_ dx: Double, _ dy: Double) -> Double {
      let (from, to) = (Point(10.3, 10.3), Point(10.3 + dx, 10.3 + dy))
      let ink = Ink.stroke(220, 220, .polyline([from, to]), butt(width))
      return ink.total / from.distance(to: to)
    }
    let flat = inkPerLength(200, 0)
    #expect(isNear(flat, width, within: 0.05))
    for (dx, dy) in [(200.0, 1.0), (200, 200), (0, 200), (1, 200), (200, 60)] {
      #expect(isNear(inkPerLength(dx, dy), flat, within: 0.05), "towards \(dx), \(dy)")
    }
  }

  @Test("caps lengthen a line by nothing, half a disc, or half a square") func caps() {
    func total(_ cap: Stroke.Cap) -> Double {
      Ink.stroke(64, 40, .line((20, 20), (44, 20)), Stroke(width: 16, cap: cap)).total
    }
    #expect(isNear(total(.butt), 24 * 16, within: 0.001))
    #expect(isNear(total(.square), 40 * 16, within: 0.001))
    #expect(isNear(total(.round), 24 * 16 + Double.pi * 64, within: 0.002))
  }

  @Test(
    "a line without length is a dot if it has caps",
    arguments: [(Stroke.Cap.round, Double.pi * 16), (.square, 64), (.butt, 0)]) func dot(cap: Stroke.Cap, area: Double)
  {
    let stroke = Stroke(width: 8, cap: cap)
    let twice = Ink.stroke(20, 20, .line((10, 10), (10, 10)), stroke).total
    #expect(abs(twice - area) <= 0.005 * area)
    let closed = Ink.stroke(20, 20, .shape((10, 10)), stroke).total
    #expect(closed == twice)
  }

  @Test("joins fill the corner: bevel, round, miter") func joins() {
    // A right angle; outside it, a square of 10 × 10 belongs to the miter.
    let corner = Path.line((10, 60), (60, 60), (60, 10))
    func total(_ join: Stroke.Join, limit: Double = 4) -> Double {
      let stroke = Stroke(width: 20, join: join, cap: .butt, miterLimit: limit)
      return Ink.stroke(80, 80, corner, stroke).total
    }
    let arms = 2 * 50.0 * 20 - 100
    #expect(isNear(total(.miter), arms + 100, within: 0.001))
    #expect(isNear(total(.bevel), arms + 50, within: 0.001))
    #expect(isNear(total(.round), arms + Double.pi * 25, within: 0.001))
    #expect(total(.miter, limit: 1.4) == total(.bevel))
    #expect(total(.miter, limit: 1.42) == total(.miter))
  }

  @Test("turning left or right makes no difference", arguments: [Stroke.Join.round, .bevel, .miter]) func mirrored(
    join: Stroke.Join
  ) {
    let stroke = Stroke(width: 9, join: join)
    let path = Path.line((10, 40), (30, 12), (50, 44), (54, 20))
    let ink = Ink.stroke(64, 64, path, stroke)
    let mirror = Transform(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: 64)
    let other = Ink.stroke(64, 64, path.transformed(by: mirror), stroke)
    for y in 0..<64 { for x in 0..<64 { #expect(abs(ink.at(x, y) - other.at(x, 63 - y)) <= 2) } }
  }

  @Test("a closed line has a join where it ends and no caps") func closed() {
    let square = Path.shape((10, 10), (50, 10), (50, 50), (10, 50))
    let miter = Ink.stroke(60, 60, square, Stroke(width: 8, join: .miter, cap: .square))
    let ring = Double(48 * 48 - 32 * 32)
    #expect(miter.total == ring)
    let round = Ink.stroke(60, 60, square, Stroke(width: 8, join: .round, cap: .butt))
    #expect(isNear(round.total, ring - (64 - Double.pi * 16), within: 0.001))
  }

  @Test("a ring narrower than its line is a full disc") func fullDisc() {
    let ink = Ink.stroke(48, 48, .circle(Point(24, 24), radius: 6), Stroke(width: 20))
    #expect(ink.at(24, 24) == 255 && ink.at(23, 23) == 255)
    #expect(isNear(ink.total, Double.pi * 256, within: 0.005))
  }

  @Test("a translucent line that crosses and folds back over itself has one opacity") func noDoubleBlend() {
    let path = Path.line((8, 8), (56, 56), (8, 56), (56, 8), (30, 34), (56, 8.01))
    let ink = Ink(64, 64) { canvas in canvas.stroke(path, Stroke(width: 9), with: .solid(Color(hex: 0, alpha: 0.5))) }
    let darkest = (0..<64).flatMap(ink.row).max()
    #expect(darkest == 128)
    #expect(ink.at(32, 32) == 128)
  }

  @Test("short pieces around a bend leave no hole in a wide line") func denseBend() {
    let points = (0...400).map { i -> Point in
      // A path that turns on a radius of 2, drawn 30 wide.
      let spoke = Self.spoke(Double(i) / 400)
      return Point(50, 50) + spoke * 2
    }
    let ink = Ink.stroke(100, 100, .polyline(points), Stroke(width: 30, join: .round, cap: .butt))
    for y in 40..<49 { for x in 44..<57 { #expect(ink.at(x, y) == 255, "pixel \(x), \(y)") } }
  }

  /// A point of the upper half of the unit circle, by the rational parametrisation.
  private static func spoke(_ share: Double) -> Point {
    let t = 2 * share - 1
    return Point(2 * t / (1 + t * t), -(1 - t * t) / (1 + t * t))
  }

  @Test("a stroked circle has the ink of a ring", arguments: [0.3, 1, 3, 12]) func ring(width: Double) {
    let ink = Ink.stroke(120, 120, .circle(Point(60, 60), radius: 40), Stroke(width: width))
    #expect(isNear(ink.total, 2 * Double.pi * 40 * width, within: 0.01))
  }

  @Test("a uniform scale widens the line") func scaled() {
    let ink = Ink(40, 40) { canvas in
      canvas.transform = .scale(2, 2)
      canvas.stroke(.line((5, 10), (15, 10)), butt(3), with: .solid(.black))
    }
    #expect(ink.total == 20 * 6)
  }

  @Test("a stretch widens the line across its direction only") func stretched() {
    let across = Ink(40, 80) { canvas in
      canvas.transform = .scale(1, 4)
      canvas.stroke(.line((5, 10), (35, 10)), butt(2), with: .solid(.black))
    }
    #expect(across.total == 30 * 8)
    let along = Ink(40, 80) { canvas in
      canvas.transform = .scale(1, 4)
      canvas.stroke(.line((20, 5), (20, 15)), butt(2), with: .solid(.black))
    }
    #expect(along.total == 40 * 2)
  }

  @Test("a line without a width that makes sense draws nothing", arguments: [0, -1, Double.nan, -Double.infinity])
  func noWidth(width: Double) { #expect(Ink.stroke(20, 20, .line((2, 2), (18, 18)), Stroke(width: width)).total == 0) }
}
