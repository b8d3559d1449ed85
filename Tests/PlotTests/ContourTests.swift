import Foundation
import Raster
import Testing

@testable import Fields
@testable import Plot

/// contourpy traced Rosenbrock's function through values on a grid of 41 × 31 points, straight between them. Its
/// vertices lie on the edges of that grid, where a linear and a bilinear interpolation agree, and off the true curve by
/// up to several pixels. So the field painted here is the bilinear one through the same values: its lines must pass
/// through contourpy's vertices.
@Suite("Lines of levels against contourpy") struct ContourTests {
  private struct Reference: Decodable {
    struct Level: Decodable {
      var lines: Int
      var points: [[[Double]]]
    }
    var levels: [String: Level]
  }

  private static let reference = ReferenceFile.read("contours.json", as: Reference.self).levels

  /// Pixels a cell of the grid; its lines run through the middle of pixels.
  private static let cell = 24
  private static let columns = 40
  private static let rows = 30

  private static let field = Field(floor: 0) { x, y in
    let (value, slope) = interpolated(x, y)
    return (value, slope.x, slope.y)
  }

  private static func slope(_ x: Double, _ y: Double) -> Point { interpolated(x, y).slope }

  private static let values: [[Double]] = (0...rows).map { j in
    (0...columns).map { i in
      let (x, y) = (-2 + 0.1 * Double(i), -1 + 4 * Double(j) / 30)
      return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
    }
  }

  private static func interpolated(_ x: Double, _ y: Double) -> (value: Double, slope: Point) {
    let (u, v) = ((x + 2) * 10, (y + 1) * 7.5)
    let i = min(max(Int(u), 0), columns - 1)
    let j = min(max(Int(v), 0), rows - 1)
    let (s, t) = (u - Double(i), v - Double(j))
    let (a, b) = (values[j][i], values[j][i + 1])
    let (c, d) = (values[j + 1][i], values[j + 1][i + 1])
    let (low, high) = (a + (b - a) * s, c + (d - c) * s)
    let across = (b - a) * (1 - t) + (d - c) * t
    return (low + (high - low) * t, Point(across * 10, (high - low) * 7.5))
  }

  /// A space in which the grid's points lie in the middle of pixels.
  private var space: Space {
    let (width, height) = (Self.columns * Self.cell + 1, Self.rows * Self.cell + 1)
    let margin = Point(0.5 * 4 / Double(width - 1), 0.5 * 4 / Double(height - 1))
    return Workbench.space(
      Double(width), Double(height), x: (-2 - margin.x)...(2 + margin.x), y: (-1 - margin.y)...(3 + margin.y))
  }

  @Test(
    "lines of the same interpolated field pass contourpy's vertices within half a pixel",
    arguments: ["1.0", "10.0", "100.0", "500.0"]) func vertices(name: String) throws
  {
    let (space, level) = (space, try #require(Double(name)))
    let line = IsoLine(Self.field, at: level, in: space)
    var (checked, merged) = (0, 0)
    for point in try #require(Self.reference[name]).points.joined() {
      let p = space(point[0], point[1])
      guard space.frame.inset(by: 4).contains(p), !isCorner(p) else { continue }
      let onColumn = abs((p.x - 0.5) / Double(Self.cell) - ((p.x - 0.5) / Double(Self.cell)).rounded()) < 1e-4
      let found = onColumn ? line.crossing(column: Int(p.x), near: p.y) : line.crossing(row: Int(p.y), near: p.x)
      guard let found else {
        Issue.record("no line at \(point)")
        continue
      }
      // Where two lines touch, or one runs along the edge of the grid, the middle of the ink says nothing.
      guard found.pixels <= 7, isAlone(p, level, onColumn: onColumn) else {
        merged += 1
        continue
      }
      let along = abs(found.middle - (onColumn ? p.y : p.x))
      let distance = along * steepness(point, onColumn: onColumn)
      #expect(distance <= 0.5, "\(point): \(distance)")
      checked += 1
    }
    #expect(checked >= 30, "\(checked) vertices, \(merged) passed over")
  }

  /// Whether a point is within a pixel of one of the grid's, where four faces meet in creases.
  private func isCorner(_ p: Point) -> Bool {
    [p.x, p.y].allSatisfy { place in
      let cells = (place - 0.5) / Double(Self.cell)
      return abs(cells - cells.rounded()) * Double(Self.cell) < 1
    }
  }

  /// Whether the field crosses the level once within some pixels along an edge of the grid.
  private func isAlone(_ p: Point, _ level: Double, onColumn: Bool) -> Bool {
    let space = space
    let above = stride(from: -7, through: 7, by: 0.25).map { step in
      let q = onColumn ? Point(p.x, p.y + step) : Point(p.x + step, p.y)
      return Self.interpolated(space.x.value(at: q.x), space.y.value(at: q.y)).value > level
    }
    return zip(above, above.dropFirst()).count { $0 != $1 } == 1
  }

  /// How nearly the line crosses an edge of the grid at a right angle there: from a distance along the edge to the
  /// distance from the line. The field has a crease at the edge: both sides count half.
  private func steepness(_ point: [Double], onColumn: Bool) -> Double {
    let sides = [-1e-6, 1e-6].map { nudge in
      let (x, y) = onColumn ? (point[0] + nudge, point[1]) : (point[0], point[1] + nudge)
      // Per pixel, not per unit.
      let slope = Point(Self.slope(x, y).x / 10, Self.slope(x, y).y / 7.5)
      return abs(onColumn ? slope.y : slope.x) / slope.length
    }
    return (sides[0] + sides[1]) / 2
  }

  @Test("where contourpy's grid breaks the valley into pieces, ours is one line") func pieces() {
    #expect(Self.reference["1.0"]?.lines == 11)
    #expect(IsoLine(Workbench.rosenbrock, at: 1, in: space).components().count == 1)
  }
}
