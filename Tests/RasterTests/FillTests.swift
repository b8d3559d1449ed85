import Testing

@testable import Raster

@Suite struct FillTests {
  @Test("a rectangle of whole pixels covers them and no others") func wholePixels() {
    let ink = Ink.fill(5, 4, .rect(Rect(x: 1, y: 1, width: 3, height: 2)))
    #expect(
      (0..<4).map(ink.row) == [[0, 0, 0, 0, 0], [0, 255, 255, 255, 0], [0, 255, 255, 255, 0], [0, 0, 0, 0, 0]])
  }

  @Test("a pixel is covered by the share of its area") func shares() {
    // Columns ¼, 1, ½; rows ½, 1, ¾.
    let ink = Ink.fill(4, 3, .rect(Rect(minX: 0.75, minY: 0.5, maxX: 2.5, maxY: 2.75)))
    #expect((0..<3).map(ink.row) == [[32, 128, 64, 0], [64, 255, 128, 0], [48, 191, 96, 0]])
  }

  @Test("a diagonal halves the pixels on it, from either side and in either direction") func diagonal() {
    let upper = Ink.fill(4, 4, .shape((0, 0), (4, 0), (4, 4)))
    let lower = Ink.fill(4, 4, .shape((0, 0), (4, 4), (0, 4)))
    for y in 0..<4 {
      for x in 0..<4 {
        let (above, below) = (x > y ? 255 : 0, x < y ? 255 : 0)
        #expect(upper.at(x, y) == (x == y ? 128 : above))
        #expect(lower.at(x, y) == (x == y ? 128 : below))
      }
    }
  }

  @Test("a flat triangle rises by the same amount in each column") func flatTriangle() {
    // Height 1 at x = 8: the average over column k is (k + ½) / 8.
    let ink = Ink.fill(8, 1, .shape((0, 1), (8, 0), (8, 1)))
    let expected = (0..<8).map { Int(((Double($0) + 0.5) / 8 * 255).rounded()) }
    for (ours, exact) in zip(ink.row(0), expected) { #expect(abs(ours - exact) <= 1) }
  }

  @Test(
    "the ink of a triangle is its area",
    arguments: [
      [(3.3, 2.1), (40.7, 17.9), (11.2, 44.4)], [(1.5, 1.5), (45.25, 2), (23.1, 2.9)],
      [(10.1, 3), (10.9, 45), (10.3, 46.2)], [(2, 40), (46, 41.5), (46, 43)],
    ]) func triangleArea(corners: [(Double, Double)])
  {
    let p = corners.map { Point($0.0, $0.1) }
    let (u, v) = (p[1] - p[0], p[2] - p[0])
    let area = abs(u.x * v.y - u.y * v.x) / 2
    // Each pixel is rounded to 1/255, up or down.
    #expect(abs(Ink.fill(48, 48, .polygon(p)).total - area) < 0.1 + 0.003 * area)
  }

  @Test("the ink of a circle is πr²", arguments: [20.0, 33.3, 50, 90.5]) func circleArea(radius: Double) {
    let ink = Ink.fill(200, 200, .circle(Point(100.3, 99.8), radius: radius))
    #expect(isNear(ink.total, Double.pi * radius * radius, within: 0.001))
  }

  @Test("the ink of a small circle is πr² too", arguments: [0.4, 1, 2.5, 5, 9]) func smallCircleArea(radius: Double) {
    let ink = Ink.fill(24, 24, .circle(Point(12.3, 11.8), radius: radius))
    #expect(isNear(ink.total, Double.pi * radius * radius, within: 0.012))
  }

  @Test("a quadratic arch encloses two thirds of its box") func archArea() {
    var path = Path()
    path.move(to: Point(4, 60))
    path.quad(to: Point(124, 60), control: Point(64, -40))
    path.close()
    #expect(isNear(Ink.fill(128, 64, path).total, 120 * 50 * 2 / 3, within: 0.001))
  }

  @Test("non-zero fills what is wound twice, even-odd leaves it out") func twice() {
    var path = Path.rect(Rect(x: 0, y: 0, width: 6, height: 6))
    path.append(.rect(Rect(x: 2, y: 2, width: 2, height: 2)))
    #expect(Ink.fill(6, 6, path).total == 36)
    #expect(Ink.fill(6, 6, path, rule: .evenOdd).total == 32)
    #expect(Ink.fill(6, 6, path, rule: .evenOdd).row(2) == [255, 255, 0, 0, 255, 255])
  }

  @Test("a hole wound the other way is left out by both rules", arguments: [FillRule.nonZero, .evenOdd]) func hole(
    rule: FillRule
  ) {
    var path = Path.rect(Rect(x: 0, y: 0, width: 6, height: 6))
    path.append(.shape((2, 2), (2, 4), (4, 4), (4, 2)))
    #expect(Ink.fill(6, 6, path, rule: rule).total == 32)
  }

  @Test("even-odd counts many windings", arguments: 1...9) func windings(count: Int) {
    var path = Path()
    for _ in 0..<count { path.append(.rect(Rect(x: 1, y: 1, width: 2, height: 2))) }
    #expect(Ink.fill(4, 4, path, rule: .evenOdd).total == (count % 2 == 0 ? 0 : 4))
    #expect(Ink.fill(4, 4, path).total == 4)
  }

  @Test("an open contour is filled as if it were closed") func unclosed() {
    let ink = Ink.fill(6, 6, .line((1, 1), (5, 1), (5, 5), (1, 5)))
    #expect(ink.total == 16)
  }

  @Test("a shape that reaches beyond the canvas is cut there, on every side") func cut() {
    let shape = Path.circle(Point(30, 30), radius: 25)
    let whole = Ink.fill(60, 60, shape)
    for (dx, dy) in [(-20, 0), (20, 0), (0, -20), (0, 20), (-17, 13)] {
      let moved = shape.transformed(by: .translation(Double(dx), Double(dy)))
      let ink = Ink.fill(60, 60, moved)
      for y in max(0, dy)..<min(60, 60 + dy) {
        for x in max(0, dx)..<min(60, 60 + dx) {
          #expect(abs(ink.at(x, y) - whole.at(x - dx, y - dy)) <= 1, "pixel \(x), \(y)")
        }
      }
    }
  }

  @Test("a large shape is the same as its parts painted one by one") func bands() {
    // So wide that the coverage buffer works in bands; the small one does not.
    let large = Ink.fill(3000, 400, .shape((5, 3), (2990, 200), (10, 397)))
    let path = Path.shape((5, 3), (2990, 200), (10, 397))
    for top in stride(from: 0, to: 400, by: 97) {
      let part = Ink.fill(200, 10, path.transformed(by: .translation(-100, -Double(top))))
      for y in 0..<min(10, 400 - top) {
        for x in 0..<200 { #expect(abs(part.at(x, y) - large.at(x + 100, y + top)) <= 1) }
      }
    }
  }

  @Test("a transform moves and scales what is filled") func transform() {
    let ink = Ink(10, 10) { canvas in
      canvas.transform = Transform.scale(2, 3).then(.translation(1, 2))
      canvas.fill(.rect(Rect(x: 0, y: 0, width: 2, height: 2)), with: .solid(.black))
    }
    #expect(ink.total == 24)
    #expect(ink.at(1, 2) == 255 && ink.at(4, 7) == 255 && ink.at(5, 7) == 0)
  }

  @Test("gamma above 1 raises coverage to its inverse, and leaves full and empty as they are") func gamma() {
    let path = Path.rect(Rect(minX: 0.75, minY: 0, maxX: 2.5, maxY: 1))
    let ink = Ink(4, 1) { $0.fill(path, with: .solid(.black), gamma: 2) }
    // √¼ = ½ and √½ = 0.707.
    #expect(ink.row(0) == [128, 255, 181, 0])
  }

  @Test("shares raised to a power agree with the definition") func power() {
    #expect(Power.power(0, 0.5) == 0)
    #expect(Power.power(1, 0.3) == 1)
    for i in 1..<255 {
      let x = Double(i) / 255
      #expect(abs(Power.power(x, 0.5) - x.squareRoot()) < 1e-12)
      #expect(abs(Power.power(x, 3) - x * x * x) < 1e-12)
    }
    #expect(Power.power(1e-300, 5) == 0)
  }
}
