import Testing

@testable import Raster

@Suite struct DashTests {
  private func row(_ dash: [Double], phase: Double = 0, cap: Stroke.Cap = .butt) -> [Int] {
    let stroke = Stroke(width: 2, cap: cap, dash: dash, dashPhase: phase)
    return Ink.stroke(12, 2, .line((0, 1), (12, 1)), stroke).row(0).map { $0 / 255 }
  }

  @Test("dashes and gaps take turns") func plain() {
    #expect(row([3, 2]) == [1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1])
    #expect(row([1, 2, 3, 1]) == [1, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1])
  }

  @Test("an odd pattern is taken twice") func odd() {
    #expect(row([2]) == [1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0])
    #expect(row([1, 2, 3]) == [1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0, 0])
  }

  @Test(
    "the phase tells how far into the pattern the line starts",
    arguments: [
      (1, [1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1]), (3, [0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0]),
      (6, [1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1]), (-1, [0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1]),
    ] as [(Double, [Int])]) func phase(phase: Double, expected: [Int])
  { #expect(row([3, 2], phase: phase) == expected) }

  @Test("square caps lengthen every dash by half the width at both ends") func squareCaps() {
    #expect(row([1, 5], phase: -2, cap: .square) == [0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0])
  }

  @Test("dashes without length and round caps are dots") func dots() {
    let stroke = Stroke(width: 4, cap: .round, dash: [0, 10])
    let ink = Ink.stroke(50, 8, .line((5, 4), (44, 4)), stroke)
    #expect(isNear(ink.total, 4 * Double.pi * 4, within: 0.01))
    #expect(ink.at(10, 4) == 0 && ink.at(14, 4) == 255 && ink.at(15, 3) == 255)
  }

  @Test(
    "a pattern that makes no sense is a solid line",
    arguments: [[], [0, 0], [-1, 3], [.nan, 2], [.infinity, 1], [0.001, 0.002]]) func senseless(dash: [Double])
  { #expect(row(dash) == [Int](repeating: 1, count: 12)) }

  @Test("dashes go around corners") func corner() {
    let stroke = Stroke(width: 2, join: .miter, cap: .butt, dash: [6, 100], dashPhase: 0)
    let ink = Ink.stroke(8, 8, .line((1, 4), (4, 4), (4, 7)), stroke)
    // Three along, three down, and the outer quarter of the corner.
    #expect(ink.total == 6 + 6)
    #expect(ink.at(4, 3) == 255)
  }

  @Test("a closed line whose last dash meets its first joins them") func closedJoin() {
    let square = Path.shape((4, 4), (16, 4), (16, 16), (4, 16))
    // 48 around: dashes at 0…6, 12…18, 24…30, 36…42, shifted back by 3, so that one lies over the start.
    let stroke = Stroke(width: 2, join: .miter, cap: .butt, dash: [6, 6], dashPhase: 3)
    let ink = Ink.stroke(20, 20, square, stroke)
    #expect(ink.at(3, 3) == 255)
    #expect(ink.total == 4 * 12)
  }

  @Test("one dash longer than a closed line is the closed line") func longDash() {
    let square = Path.shape((4, 4), (16, 4), (16, 16), (4, 16))
    let whole = Ink.stroke(20, 20, square, Stroke(width: 2, join: .miter, cap: .butt))
    let dashed = Ink.stroke(20, 20, square, Stroke(width: 2, join: .miter, cap: .butt, dash: [1000, 1]))
    #expect(dashed.canvas.bitmap == whole.canvas.bitmap)
  }

  @Test("a line from far away keeps its phase and costs no time") func farAway() {
    let stroke = Stroke(width: 2, cap: .butt, dash: [3, 2])
    let near = Ink.stroke(12, 2, .line((-20, 1), (30, 1)), stroke)
    let far = Ink.stroke(12, 2, .line((-1_000_000_000, 1), (1_000_000_000, 1)), stroke)
    #expect(far.row(0) == near.row(0))
    let mapped = Ink(12, 2) { canvas in
      canvas.transform = .scale(1, 2)
      canvas.stroke(
        .line((-1_000_000_000, 0.5), (1_000_000_000, 0.5)), Stroke(width: 1, cap: .butt, dash: [3, 2]),
        with: .solid(.black))
    }
    #expect(mapped.row(0) == near.row(0))
  }

  @Test("lengths of dashes scale with the transform") func scaled() {
    let ink = Ink(12, 4) { canvas in
      canvas.transform = .scale(2, 2)
      let stroke = Stroke(width: 1, cap: .butt, dash: [1, 2])
      canvas.stroke(.line((0, 1), (6, 1)), stroke, with: .solid(.black))
    }
    #expect(ink.row(1).map { $0 / 255 } == [1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0])
  }
}
