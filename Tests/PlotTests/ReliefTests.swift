import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("A field as a relief") struct ReliefTests {
  private func patch(_ grid: ReliefGrid, _ p: Point) -> ReliefPatch {
    let place = grid.place(p)
    return grid.nodes.withUnsafeBufferPointer {
      ReliefPatch($0, columns: grid.columns, rows: grid.rows, place.x, place.y)
    }
  }

  @Test("patches give a quadratic field back exactly: value, slopes and curvature") func quadratic() {
    let field = Field { x, y in (1 + x - 2 * y + 3 * x * x + x * y - y * y, 1 + 6 * x + y, -2 + x - 2 * y) }
    let grid = ReliefGrid(field, in: SceneBench.view, columns: 8, rows: 5)
    let cell = grid.cell
    for p in [Point(-2, -2), Point(0.13, 1.7), Point(2, 2), Point(-1.02, 0.4)] {
      let patch = patch(grid, p)
      #expect(abs(patch.value - field.value(p.x, p.y)) < 1e-12)
      #expect(abs(patch.u - (1 + 6 * p.x + p.y) * cell.x) < 1e-12)
      #expect(abs(patch.v - (-2 + p.x - 2 * p.y) * cell.y) < 1e-12)
      #expect(abs(patch.uu - 6 * cell.x * cell.x) < 1e-11)
      #expect(abs(patch.uv - cell.x * cell.y) < 1e-11)
      #expect(abs(patch.vv + 2 * cell.y * cell.y) < 1e-11)
    }
  }

  @Test("between samples a narrow valley is known to a millionth of its height") func valley() {
    let view = View(x: -2...2, y: -1...3)
    let grid = ReliefGrid(Workbench.rosenbrock, in: view, columns: 400, rows: 400)
    for i in 0..<200 {
      let x = -1.7 + 3.4 * Double(i) / 199
      let p = Point(x, min(x * x + 0.003, 2.99))
      #expect(abs(patch(grid, p).value - Workbench.rosenbrock.value(p.x, p.y)) < 1e-5)
    }
  }

  @Test("a constant stays the same to the last bit") func constant() {
    let grid = ReliefGrid(Field { _, _ in (0.1, 0, 0) }, in: SceneBench.view, columns: 7, rows: 7)
    for i in 0..<50 { #expect(patch(grid, Point(-2 + 0.08 * Double(i), 1.7 - 0.07 * Double(i))).value == 0.1) }
  }

  @Test("where there is no value the relief ends as the field does, not as the cells do") func hole() {
    let field = Field { x, y in x * x + y * y < 0.5 ? (.nan, .nan, .nan) : (x, 1, 0) }
    let grid = ReliefGrid(field, in: SceneBench.view, columns: 20, rows: 20)
    #expect(grid.hasHoles)
    for i in 0..<400 {
      let p = Point(-1 + 0.1 * Double(i % 20) + 0.03, -1 + 0.1 * Double(i / 20) + 0.01)
      let place = grid.place(p)
      #expect(grid.isKnown(place.x, place.y) == (p.x * p.x + p.y * p.y >= 0.5))
      if grid.isKnown(place.x, place.y) { #expect(abs(patch(grid, p).value - p.x) < 1e-9) }
    }
  }

  @Test("a field without any value is a grid without a range") func nothing() {
    let field = Field { _, _ in (.nan, .infinity, 0) }
    let grid = ReliefGrid(field, in: SceneBench.view, columns: 4, rows: 4)
    #expect(grid.range == nil)
    #expect(grid.states.allSatisfy { $0 == .void })
  }

  @Test(
    "heights rise with values, and their slope is the derivative", arguments: [Height.linear, .log, .root(2), .root(3)])
  func heights(height: Height) {
    let levels = Levels.automatic(Workbench.rosenbrock, in: View(x: -2...2, y: -1...3), from: nil, map: .mist)
    let scale = HeightScale(height, levels: levels, base: 0, median: 100, top: 2500)
    let values = [0, 1e-3, 0.1, 1, 30, 400, 2500]
    for (a, b) in zip(values, values.dropFirst()) { #expect(scale(a) < scale(b)) }
    for value in values.dropFirst() {
      let step = 1e-6 * value
      let measured = (scale(value + step) - scale(value - step)) / (2 * step)
      #expect(abs(measured / scale.slope(at: value) - 1) < 1e-6)
    }
  }

  @Test("log levels make heights roots, the deeper the more of the surface lies near the ground") func automatic() {
    let view = View(x: -2...2, y: -1...3)
    let steep = Levels.automatic(Workbench.rosenbrock, in: view, from: nil, map: .mist)
    let even = Levels.automatic(SceneBench.saddle, in: view, from: nil, map: .mist)
    #expect(HeightScale(.automatic, levels: steep, base: 0, median: 150, top: 2500).kind == .root(2))
    #expect(HeightScale(.automatic, levels: steep, base: 0, median: 20, top: 2500).kind == .root(3))
    #expect(HeightScale(.automatic, levels: even, base: -1, median: 0, top: 4).kind == .linear)
  }
}
