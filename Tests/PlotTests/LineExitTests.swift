import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Where a curve leaves the view") struct LineExitTests {
  private let box = Rect(x: 0, y: 0, width: 100, height: 50)

  private func exits(_ points: [Point], apart: Double = 5) -> [LineExit] {
    LineExit.all(of: [points], in: box, apart: apart)
  }

  @Test("a curve that stays in view has no exit, nor has one of no, one or lost points") func none() {
    #expect(exits([Point(0, 25), Point(100, 30)]).isEmpty)
    #expect(exits([]).isEmpty)
    #expect(exits([Point(10, 80)]).isEmpty)
    #expect(exits([Point(10, 60), Point(90, 70)]).isEmpty)
    #expect(exits([Point(10, .nan), Point(90, 70)]).isEmpty)
    #expect(exits([Point(-20, 60), Point(-20, 10)]).isEmpty, "beside the frame")
  }

  @Test("a curve through the upper and the lower border has an exit on each, at its crossing") func both() {
    let found = exits([Point(20, -10), Point(20, 70), Point(80, -10)])
    #expect(found.map(\.isUp) == [true, false, true, false])
    for (exit, x) in zip(found, [20.0, 20, 72.5, 35]) {
      #expect(abs(exit.point.x - x) < 1e-9)
      #expect(exit.point.y == (exit.isUp ? 0 : 50))
    }
  }

  @Test("crossings closer than the distance share an arrowhead", arguments: [(2.0, 2), (9, 1)]) func close(
    apart: Double, count: Int
  ) { #expect(exits([Point(40, 25), Point(42, -25), Point(44, 25)], apart: apart).count == count) }

  @Test("an arrowhead points out of the view") func direction() throws {
    let style = Workbench.style()
    let up = LineExit(point: Point(10, 0), isUp: true).arrowhead(style).bounds
    let down = LineExit(point: Point(10, 50), isUp: false).arrowhead(style).bounds
    #expect(up.maxY == 0 && up.minY < 0)
    #expect(down.minY == 50 && down.maxY > 50)
  }
}
