import Foundation
import Raster
import Testing

@testable import Fields
@testable import Plot

/// Single features on fixed data, without text: how texts look depends on the fonts of a machine.
@Suite("Golden pictures") struct GoldenTests {
  private static let walk: [Point] = (0...60).map { i in
    let t = Double(i) / 60
    return Point(-1.5 + 2.5 * t, 2 - 2.2 * t + 1.2 * t * t + 0.25 * cos(25 * t) * (1 - t))
  }

  @Test("a surface with log levels", arguments: [Theme.light, .dark]) func logarithmic(theme: Theme) throws {
    let bitmap = try Easel.draw(theme: theme, field: Workbench.rosenbrock, start: 12.5, marks: [])
    try expectGolden(bitmap, "surface-log-\(theme.name)")
  }

  @Test("a surface with linear levels") func linear() throws {
    let bitmap = try Easel.draw(x: -2...2, y: -2...2, field: Workbench.rastrigin, marks: [])
    try expectGolden(bitmap, "surface-linear")
  }

  @Test("a surface with a hole that is no number") func hole() throws {
    let field = Field(floor: 0) { x, y in
      let square = x * x + y * y
      return square < 0.3 ? (.nan, .nan, .nan) : (square, 2 * x, 2 * y)
    }
    try expectGolden(try Easel.draw(x: -2...2, y: -2...2, field: field, marks: []), "surface-hole")
  }

  @Test("a trail that fades, with milestones, start and minimum") func trail() throws {
    var trail = Trail(Self.walk, as: 1)
    trail.hasMilestones = true
    let marks: [any Mark] = [trail, Ring(Self.walk[0], label: "start"), Star(Point(1, 1), label: "minimum")]
    try expectGolden(try Easel.draw(marks: marks), "trail")
  }

  @Test("two trails on a dark surface") func dark() throws {
    let marks: [any Mark] = [
      Trail(Self.walk, as: 0, name: "a", named: true),
      Trail(Self.walk.map { Point($0.x, $0.y - 0.7) }, as: 2, name: "b", named: true),
    ]
    let bitmap = try Easel.draw(theme: .dark, field: Workbench.rosenbrock, start: 12.5, marks: marks)
    try expectGolden(bitmap, "trails-dark")
  }

  @Test("a trail that leaves the view, with an arrow") func escape() throws {
    let points = Self.walk.prefix(30) + [Point(1, 2), Point(40, 30), Point(1e9, 1e12)]
    let trail = Trail(Array(points), as: 3, name: "a", named: true, divergedAt: 33)
    try expectGolden(try Easel.draw(marks: [trail]), "trail-escape")
  }

  @Test("a trail that stops being a number inside of the view, with a cross") func lost() throws {
    let trail = Trail(Array(Self.walk.prefix(30)), as: 3, name: "a", named: true, divergedAt: 30)
    try expectGolden(try Easel.draw(marks: [trail]), "trail-lost")
  }

  @Test("curves with six markers at their ends") func curves() throws {
    let marks: [any Mark] = (0..<6).map { k in
      let points = (0...40).map { i in
        let t = Double(i) / 40
        return Point(-2 + 3.6 * t, 2.6 - 0.6 * Double(k) - 0.5 * t * t)
      }
      return Line(points, as: .init(integerLiteral: k), name: "a", label: nil)
    }
    try expectGolden(try Easel.draw(marks: marks), "curves")
  }

  @Test("a curve that is interrupted, and one that ends in a cross") func interrupted() throws {
    var points = (0...40).map { Point(-2 + 0.1 * Double($0), 2) }
    for i in 15...22 { points[i].y = .nan }
    let other = points.map { Point($0.x, $0.x > 0.5 ? .infinity : 0.5 + 0.2 * $0.x) }
    let marks: [any Mark] = [
      Line(points, as: 0, name: "a", label: nil), Line(other, as: 1, name: "b", label: nil, divergedAt: 26),
    ]
    try expectGolden(try Easel.draw(marks: marks), "curves-interrupted")
  }

  @Test("a band between two curves") func band() throws {
    let x = (0...30).map { -2 + 4 * Double($0) / 30 }
    let marks: [any Mark] = [
      Band(
        lower: x.map { Point($0, 0.5 + 0.3 * sin(2 * $0)) }, upper: x.map { Point($0, 1.4 + 0.5 * sin(2 * $0)) }, as: 0),
      Line(x.map { Point($0, 1 + 0.4 * sin(2 * $0)) }, as: 0, name: "a", label: nil),
    ]
    try expectGolden(try Easel.draw(marks: marks), "band")
  }

  @Test("the strip of colours beside an axis") func colorBar() throws {
    let levels = Levels.automatic(Workbench.rosenbrock, in: View(x: -2...2, y: -1...3), from: 12.5, map: .mist)
    let scale = Scale(.log, domain: 0.02...900, start: 110, end: 10)
    var canvas = Canvas(width: 160, height: 120, background: .white)
    for (box, color) in ColorBar.boxes(levels, scale: scale, from: 20, to: 60) {
      canvas.fill(.rect(box), with: .solid(color))
    }
    try expectGolden(canvas.bitmap, "color-bar")
  }
}
