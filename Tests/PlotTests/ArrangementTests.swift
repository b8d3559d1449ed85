import Raster
import Testing

@testable import Plot

@Suite("Arrangements")
struct ArrangementTests {
  private static var adaptive: Arrangement {
    .adaptive(
      broad: .row([1, 1, 1, 1]),
      wide: .rows([.init(height: 2, widths: [1, 1, 1]), .init(height: 1, widths: [1])]),
      tall: .column([1]))
  }

  private func rows(_ arrangement: Arrangement, width: Double, height: Double) -> [Int] {
    let body = Rect(x: 0, y: 0, width: width, height: height)
    let cells = Arranger(body: body, style: Workbench.style()).cells(arrangement, count: 4)
    return (0...(cells.last?.row ?? 0)).map { row in cells.count { $0.row == row } }
  }

  @Test(
    "panels stand as the shape of the page asks",
    arguments: [(1820.0, 800.0, [4]), (1820, 1100, [3, 1]), (900, 1600, [1, 1, 1, 1])])
  func shapes(width: Double, height: Double, expected: [Int]) {
    #expect(rows(Self.adaptive, width: width, height: height) == expected)
  }

  @Test("a broad page is a wide one where nothing is said of it")
  func broad() {
    let plain = Arrangement.adaptive(wide: .row([1]), tall: .column([1]))
    #expect(rows(plain, width: 1820, height: 800) == [4])
    #expect(rows(plain, width: 1820, height: 1100) == [4])
  }

  @Test("a broad page whose type is large for it counts as wide")
  func large() { #expect(rows(Self.adaptive, width: 1500, height: 600) == [3, 1]) }
}
