import Foundation
import Raster
import Testing

@testable import Fields
@testable import Plot

/// A function that ends at a known edge.
struct Domain: Sendable, CustomTestStringConvertible {
  var name: String
  /// Above 0 inside, 0 at the edge; in units of the plane near it.
  var depth: @Sendable (Double, Double) -> Double
  /// The value inside.
  var value: @Sendable (Double, Double) -> Double
  /// Area of the domain in the view.
  var area: Double

  var testDescription: String { name }
  var grid: ReliefGrid {
    let field = Field { x, y in
      let value = value(x, y)
      let step = 1e-7
      return (value, (self.value(x + step, y) - value) / step, (self.value(x, y + step) - value) / step)
    }
    return ReliefGrid(field, in: View(x: -2...2, y: -2...2), columns: 130, rows: 110)
  }

  static let all = [
    Domain(
      name: "half a ball", depth: { x, y in 1 - (x * x + y * y).squareRoot() },
      value: { x, y in (1 - x * x - y * y).squareRoot() }, area: Double.pi),
    Domain(name: "√x + y²", depth: { x, _ in x }, value: { x, y in x.squareRoot() + y * y }, area: 8),
    Domain(
      name: "√(x − 0.3) + y", depth: { x, _ in x - 0.3 }, value: { x, y in (x - 0.3).squareRoot() + y }, area: 6.8),
    Domain(name: "log(x + 0.01)", depth: { x, _ in x + 0.01 }, value: { x, _ in log(x + 0.01) }, area: 8.04),
    Domain(
      name: "asin(xy)", depth: { x, y in (1 - abs(x * y)) / (x * x + y * y).squareRoot() },
      value: { x, y in asin(x * y) }, area: 4 * (1 + log(4))),
    Domain(
      name: "a ring", depth: { x, y in min((x * x + y * y).squareRoot() - 0.5, 1.5 - (x * x + y * y).squareRoot()) },
      value: { x, y in ((x * x + y * y - 0.25) * (2.25 - x * x - y * y)).squareRoot() }, area: 2 * Double.pi),
    Domain(
      name: "√(y − x)", depth: { x, y in (y - x) / 2.0.squareRoot() }, value: { x, y in (y - x).squareRoot() }, area: 8),
  ]
}

@Suite("The rim of a relief") struct ReliefRimTests {
  @Test("corners of the rim have values, and lie inside or at the edge of the domain", arguments: Domain.all)
  func corners(domain: Domain) throws {
    let grid = domain.grid
    let rim = try #require(grid.rim)
    #expect(!rim.corners.isEmpty && rim.corners.count.isMultiple(of: 3))
    for corner in rim.corners {
      let p = grid.plane(corner.u, corner.v)
      #expect(corner.value.isFinite && domain.depth(p.x, p.y) >= -1e-9)
    }
  }

  @Test("what is drawn is as large as the domain: cells are cut along its edge", arguments: Domain.all) func area(
    domain: Domain
  ) throws {
    let grid = domain.grid
    let rim = try #require(grid.rim)
    var cells = Double(grid.states.count { $0 == .whole })
    for start in stride(from: 0, to: rim.corners.count, by: 3) {
      let (a, b, c) = (rim.corners[start], rim.corners[start + 1], rim.corners[start + 2])
      cells += abs((b.u - a.u) * (c.v - a.v) - (c.u - a.u) * (b.v - a.v)) / 2
    }
    let area = cells * grid.cell.x * grid.cell.y
    #expect(abs(area / domain.area - 1) < 3e-4, "\(area) for \(domain.area)")
  }

  @Test("the outermost corners stand at the edge, at its very value", arguments: Domain.all) func edge(domain: Domain)
    throws
  {
    let grid = domain.grid
    let rim = try #require(grid.rim)
    let atEdge = rim.corners.filter { domain.depth(grid.plane($0.u, $0.v).x, grid.plane($0.u, $0.v).y) < 1e-8 }
    #expect(Double(atEdge.count) > 0.1 * Double(rim.corners.count))
    for corner in atEdge {
      let p = grid.plane(corner.u, corner.v)
      #expect(corner.value == domain.value(p.x, p.y) || abs(corner.value - domain.value(p.x, p.y)) < 2e-3)
    }
  }

  @Test("half a ball reaches down to its rim") func range() throws {
    let grid = Domain.all[0].grid
    let range = try #require(grid.range)
    #expect(range.lowerBound < 1e-3 && range.upperBound <= 1)
  }

  @Test("a function without an edge has no rim") func whole() {
    let grid = ReliefGrid(Workbench.rosenbrock, in: View(x: -2...2, y: -1...3), columns: 20, rows: 20)
    #expect(grid.rim == nil)
  }
}
