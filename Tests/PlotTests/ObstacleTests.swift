import Raster
import Testing

@testable import Plot

@Suite("Cells that are covered") struct CoveredCellsTests {
  private let frame = Rect(x: 0, y: 0, width: 200, height: 100)

  private func grid(_ build: (inout Obstacles) -> Void) -> CoveredCells {
    var obstacles = Obstacles()
    build(&obstacles)
    return obstacles.covered(in: frame, cell: 4)
  }

  @Test("nothing covers nothing") func empty() {
    let grid = grid { _ in }
    #expect(grid.share(of: frame) == 0)
  }

  @Test("a box on a line is covered, a box beside it is not") func line() {
    let grid = grid { $0.add(line: [Point(0, 50), Point(200, 50)], width: 4) }
    #expect(grid.share(of: Rect(x: 60, y: 48, width: 40, height: 4)) > 0.9)
    #expect(grid.share(of: Rect(x: 60, y: 60, width: 40, height: 20)) == 0)
  }

  @Test("a thick line covers more than a thin one") func width() {
    let shares = [0.1, 4, 9].map { width in
      grid { $0.add(line: [Point(0, 10), Point(200, 90)], width: width) }.share(of: frame)
    }
    #expect(shares[0] < shares[1] && shares[1] < shares[2], "\(shares)")
  }

  @Test("a line covers all of its width, up to twice that of a cell") func solid() {
    let grid = grid { $0.add(line: [Point(0, 50), Point(200, 50)], width: 8) }
    #expect(grid.share(of: Rect(x: 40, y: 46, width: 80, height: 8)) > 0.95)
  }

  @Test("a disc covers about its area") func disc() {
    let grid = grid { $0.add(disc: Point(100, 50), radius: 30) }
    let share = grid.share(of: Rect(x: 70, y: 20, width: 60, height: 60))
    #expect(abs(share - Double.pi / 4) < 0.12)
    #expect(grid.share(of: Rect(x: 0, y: 0, width: 60, height: 100)) == 0)
  }

  @Test("lines beyond the frame, and points that are none, cover nothing") func beyond() {
    let grid = grid {
      $0.add(line: [Point(-50, -50), Point(-10, -10)], width: 5)
      $0.add(line: [Point(.nan, 4), Point(20, 20)], width: 5)
      $0.add(line: [Point(4, .infinity), Point(20, 20)], width: 5)
      $0.add(disc: Point(.nan, 0), radius: 10)
      $0.add(line: [], width: 5)
    }
    #expect(grid.share(of: frame) == 0)
  }

  @Test("a line that is partly outside covers its part inside") func partly() {
    let grid = grid { $0.add(line: [Point(-1e6, 50), Point(1e6, 50)], width: 4) }
    #expect(grid.share(of: Rect(x: 0, y: 48, width: 200, height: 4)) > 0.9)
  }
}
