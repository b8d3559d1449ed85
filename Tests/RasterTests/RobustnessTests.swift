import Testing

@testable import Raster

@Suite struct RobustnessTests {
  static let oddNumbers: [Double] = [
    .nan, .infinity, -.infinity, 1e300, -1e300, .greatestFiniteMagnitude, 1e-300, -1e-300, .leastNonzeroMagnitude, 0,
    -0.0, 1e12, -1e15, 4_294_967_296, -2_147_483_649,
  ]

  static let strokes = [
    Stroke(width: 3), Stroke(width: 1e-300), Stroke(width: 1e300), Stroke(width: .infinity),
    Stroke(width: 2, join: .miter, cap: .square, miterLimit: .infinity),
    Stroke(width: 2, join: .bevel, cap: .butt, dash: [5, 3], dashPhase: .nan),
    Stroke(width: 1e6, dash: [0, 1], dashPhase: 1e300),
    Stroke(width: 0.3, join: .miter, miterLimit: .nan, dash: [1e300, 1e300]),
  ]

  /// Whether every pixel has been left white or painted some grey, and alpha is full.
  private func isSound(_ canvas: Canvas) -> Bool {
    (0..<canvas.bitmap.height).allSatisfy { y in
      (0..<canvas.bitmap.width).allSatisfy { x in
        let color = canvas.bitmap[x, y]
        return color == Color(red: color.red, green: color.red, blue: color.red)
      }
    }
  }

  @Test("coordinates of any kind are painted or left out, never a trap", arguments: oddNumbers) func anyCoordinate(
    value: Double
  ) {
    var canvas = Canvas(width: 37, height: 29, background: .white)
    for other in Self.oddNumbers {
      var path = Path()
      path.move(to: Point(3, 4))
      path.line(to: Point(value, 20))
      path.line(to: Point(30, other))
      path.quad(to: Point(value, other), control: Point(other, 5))
      path.cubic(to: Point(10, 10), control1: Point(other, value), control2: Point(7, value))
      path.close()
      path.line(to: Point(other, value))
      canvas.fill(path, with: .solid(Color(hex: 0, alpha: 0.1)))
      canvas.fill(path, with: .solid(Color(hex: 0, alpha: 0.1)), rule: .evenOdd, gamma: 1.4)
      for stroke in Self.strokes { canvas.stroke(path, stroke, with: .solid(Color(hex: 0, alpha: 0.05))) }
      canvas.clipped(to: path) { $0.fill(path, with: .solid(.black)) }
    }
    #expect(isSound(canvas))
  }

  @Test("transforms of any kind never trap", arguments: oddNumbers) func anyTransform(value: Double) {
    var canvas = Canvas(width: 37, height: 29, background: .white)
    let ramp = Gradient(.linear(from: .zero, to: Point(9, 9)), stops: [.init(0, .black), .init(1, .white)])
    for map in [
      Transform(a: value, b: 0, c: 0, d: 1, tx: 0, ty: 0), Transform(a: 1, b: value, c: 0, d: 1, tx: 0, ty: 0),
      Transform(a: value, b: 0, c: 0, d: value, tx: 3, ty: 3), Transform(a: 1, b: 0, c: 0, d: 1, tx: value, ty: value),
      Transform(a: value, b: value, c: value, d: value, tx: 0, ty: 0),
    ] {
      canvas.transform = map
      let path = Path.circle(Point(10, 10), radius: 6)
      canvas.fill(path, with: .gradient(ramp))
      for stroke in Self.strokes { canvas.stroke(path, stroke, with: .solid(.black)) }
      canvas.draw(Bitmap(width: 3, height: 3, fill: .black), in: Rect(x: 1, y: 1, width: 9, height: 9))
      canvas.clipped(to: path) { $0.fill(path, with: .gradient(ramp)) }
    }
    #expect(isSound(canvas))
  }

  @Test("a rectangle from one end of the numbers to the other fills the canvas") func huge() {
    for size in [1e6, 1e12, 1e15, 1e300] {
      let rect = Rect(minX: -size, minY: -size, maxX: size, maxY: size)
      #expect(Ink.fill(20, 10, .rect(rect)).total == 200)
    }
  }

  @Test("a half-plane with a distant border has its edge where it belongs") func halfPlane() {
    let ink = Ink.fill(10, 10, .shape((-1e9, -1e9), (5.5, -1e9), (5.5, 1e9), (-1e9, 1e9)))
    for y in 0..<10 { #expect(ink.row(y) == [255, 255, 255, 255, 255, 128, 0, 0, 0, 0]) }
    let slanted = Ink.fill(10, 10, .shape((-1e6, -1e6), (1e6, 1e6), (-1e6, 1e6)))
    for i in 0..<10 { #expect(abs(slanted.at(i, i) - 128) <= 1) }
    #expect(slanted.at(2, 6) == 255 && slanted.at(6, 2) == 0)
  }

  @Test("nothing, a point, or a line has no area") func noArea() {
    #expect(Ink.fill(8, 8, Path()).total == 0)
    #expect(Ink.fill(8, 8, .polygon([Point(4, 4)])).total == 0)
    #expect(Ink.fill(8, 8, .polyline([Point(4, 4)])).total == 0)
    #expect(Ink.fill(8, 8, .line((1, 1), (7, 6))).total == 0)
    #expect(Ink.fill(8, 8, .shape((1, 1), (7, 1), (3, 1))).total == 0)
  }

  @Test("points that are not finite are left out of a line") func leftOut() {
    let stroke = Stroke(width: 2, cap: .butt)
    let whole = Ink.stroke(20, 10, .line((2, 5), (9, 5), (18, 5)), stroke)
    let points = [Point(2, 5), Point(.nan, 3), Point(9, 5), Point(4, .infinity), Point(18, 5)]
    #expect(Ink.stroke(20, 10, .polyline(points), stroke).canvas.bitmap == whole.canvas.bitmap)
    let curve = Path.line((2, 5), (9, 5))
    var broken = curve
    broken.quad(to: Point(18, 5), control: Point(.nan, .nan))
    #expect(Ink.stroke(20, 10, broken, stroke).canvas.bitmap == whole.canvas.bitmap)
  }

  @Test("a path that does not begin with a move begins at its first point") func noMove() {
    var path = Path()
    path.line(to: Point(1, 1))
    path.line(to: Point(5, 1))
    path.line(to: Point(5, 5))
    path.line(to: Point(1, 5))
    #expect(Ink.fill(6, 6, path).total == 16)
    var closes = Path()
    closes.close()
    closes.close()
    #expect(Ink.fill(6, 6, closes).total == 0)
  }

  @Test("after a close a contour goes on from where the last one began") func afterClose() {
    var path = Path.shape((2, 2), (8, 2), (8, 8))
    path.line(to: Point(2, 12))
    let ink = Ink.stroke(12, 14, path, Stroke(width: 2, join: .miter, cap: .butt))
    #expect(ink.at(1, 10) == 255 && ink.at(2, 10) == 255 && ink.at(5, 10) == 0)
  }

  @Test("dashes beyond number are a solid line") func countlessDashes() {
    // In the path's units the canvas is a billion high, and the pattern is 5 long.
    let ink = Ink(10, 10) { canvas in
      canvas.transform = .scale(1, 1e-9)
      let line = Path.line((5, -1e11), (5, 1e11))
      canvas.stroke(line, Stroke(width: 2, cap: .butt, dash: [3, 2]), with: .solid(.black))
    }
    #expect(ink.total == 20)
  }

  @Test("shapes outside the canvas leave it alone", arguments: [-1e7, -50, 60, 1e7]) func outside(offset: Double) {
    let disc = Path.circle(.zero, radius: 20)
    for (x, y) in [(offset, 10), (10, offset), (offset, offset)] {
      let moved = disc.transformed(by: .translation(x, y))
      #expect(Ink.fill(30, 30, moved).total == 0)
      #expect(Ink.stroke(30, 30, moved, Stroke(width: 9, dash: [3, 3])).total == 0)
    }
  }

  @Test("colours with components that are no numbers paint something or nothing") func oddColors() {
    for value in Self.oddNumbers {
      var canvas = Canvas(width: 6, height: 6, background: .white)
      let color = Color(red: value, green: value, blue: value, alpha: value)
      canvas.fill(.circle(Point(3, 3), radius: 2), with: .solid(color))
      canvas.fill(.circle(Point(3, 3), radius: 2), with: .solid(color), gamma: value)
      #expect(isSound(canvas))
    }
  }
}
