import Foundation
import Raster
import Testing

@testable import Fields
@testable import Plot

/// A function of a family, by its name.
struct Shape: Sendable, CustomTestStringConvertible {
  var name: String
  var floor: Double?
  var view = View(x: -2...2, y: -2...2)
  var value: @Sendable (Double, Double) -> Double

  var testDescription: String { name }
  var field: Field {
    Field(floor: floor) { x, y in
      let step = 1e-6
      let slopes = (value(x + step, y) - value(x - step, y), value(x, y + step) - value(x, y - step))
      return (value(x, y), slopes.0 / (2 * step), slopes.1 / (2 * step))
    }
  }
  var levels: Levels { Levels.automatic(field, in: view, from: nil, map: .mist) }

  static let wild: [Shape] = [
    Shape(name: "1/x") { x, _ in max(1 / x, -101) }, Shape(name: "1/(xy)") { x, y in max(1 / (x * y), -101) },
    Shape(name: "-1/x²") { x, _ in max(-1 / (x * x), -1700) }, Shape(name: "tan x + y") { x, y in tan(x) + y },
    Shape(name: "tan 3x tan 3y") { x, y in tan(3 * x) * tan(3 * y) }, Shape(name: "x/y") { x, y in x / y },
    Shape(name: "1/r⁴", floor: nil) { x, y in 1 / pow(x * x + y * y, 2) },
    Shape(name: "exp exp r²", floor: 0) { x, y in exp(exp(x * x + y * y)) - exp(1) },
    Shape(name: "exp exp 2x", floor: 0) { x, y in exp(exp(2 * x)) + y * y - 1 },
    Shape(name: "exp 100x", floor: 0) { x, y in exp(100 * x) + 1e-60 * y * y },
    Shape(name: "x⁵⁰ + y²", floor: 0) { x, y in pow(x, 50) + y * y }, Shape(name: "x⁹⁹ + y") { x, y in pow(x, 99) + y },
    Shape(name: "a well of 1000", floor: -1000) { x, y in
      let square = x * x + y * y
      return square - 1000 * exp(-1000 * square)
    }, Shape(name: "a well of a million", floor: -1e6) { x, y in -1 / (x * x + y * y + 1e-6) },
    Shape(name: "-exp exp r²") { x, y in -exp(exp(x * x + y * y)) },
    Shape(name: "-exp exp 2x") { x, y in -exp(exp(2 * x)) - y * y },
    Shape(name: "-exp 100x") { x, y in -exp(100 * x) - 1e-60 * y * y },
    Shape(name: "sinh sinh 3x") { x, y in sinh(sinh(3 * x)) + y },
    Shape(name: "-1/r⁸") { x, y in -1 / pow(x * x + y * y, 4) },
    Shape(name: "-exp exp exp x") { x, y in y - exp(exp(exp(x))) },
    Shape(name: "a plateau with a spike") { x, y in 1e9 * exp(-300 * (x * x + y * y)) + sin(x) + y },
  ]

  static let tame: [Shape] = [
    Shape(name: "Rosenbrock", floor: 0, view: View(x: -2...2, y: -1...3)) { x, y in
      pow(1 - x, 2) + 100 * pow(y - x * x, 2)
    }, Shape(name: "sphere", floor: 0) { x, y in x * x + y * y }, Shape(name: "saddle") { x, y in x * x - y * y },
    Shape(name: "Rastrigin", floor: 0, view: View(x: -5.12...5.12, y: -5.12...5.12)) { x, y in
      20 + x * x - 10 * cos(2 * Double.pi * x) + y * y - 10 * cos(2 * Double.pi * y)
    },
    Shape(name: "Himmelblau", floor: 0, view: View(x: -5...5, y: -5...5)) { x, y in
      pow(x * x + y - 11, 2) + pow(x + y * y - 7, 2)
    },
    Shape(name: "Easom", floor: -1, view: View(x: 0...6, y: 0...6)) { x, y in
      -cos(x) * cos(y) * exp(-pow(x - Double.pi, 2) - pow(y - Double.pi, 2))
    }, Shape(name: "log r²") { x, y in log(x * x + y * y) }, Shape(name: "plane") { x, y in x + 2 * y },
  ]
}

@Suite("Levels on the bulk of a map") struct LevelsOnBulkTests {
  /// The largest share of a fine grid between two neighbouring lines, or beyond all of them.
  private func share(_ shape: Shape) -> Double {
    let heights = shape.field.samples(in: shape.view, columns: 300, rows: 300).filter(\.isFinite).sorted()
    return shape.levels.largestShare(of: heights)
  }

  @Test("no two neighbouring lines have more than half of the map between them", arguments: Shape.wild) func share(
    shape: Shape
  ) {
    #expect(share(shape) <= 0.52, "\(shape.levels.lines)")
    #expect((6...24).contains(shape.levels.bands.count - 1), "\(shape.levels.bands)")
  }

  @Test("what lies beyond the levels is told to be one colour", arguments: Shape.wild) func told(shape: Shape) {
    let (levels, surface) = (shape.levels, Surface(shape.field))
    let heights = shape.field.samples(in: shape.view, columns: 300, rows: 300).filter(\.isFinite)
    let above = Double(heights.count { $0 > levels.range.upperBound }) / Double(heights.count)
    if above > 0.03 {
      #expect(surface.remark(levels).english.contains("above \(Digits.text(levels.range.upperBound))"))
    }
  }

  @Test("lines that part the map and not its heights say so", arguments: Shape.wild + Shape.tame) func parting(
    shape: Shape
  ) {
    let (levels, surface) = (shape.levels, Surface(shape.field))
    #expect(surface.remark(levels).english.contains("lines part the map evenly") == levels.partsMap)
    if Shape.tame.contains(where: { $0.name == shape.name }) { #expect(!levels.partsMap) }
    if shape.name == "-exp exp r²" { #expect(levels.partsMap) }
  }

  @Test("levels that tell most heights apart stay as they are", arguments: Shape.tame) func tame(shape: Shape) {
    let levels = shape.levels
    #expect(levels.isCut == Levels.Sides(below: false, above: false))
    let heights = shape.field.samples(in: shape.view, columns: 96, rows: 72).sorted()
    let top = heights[Int(0.995 * Double(heights.count - 1))]
    #expect(levels.range.lowerBound <= heights[heights.count / 100] && levels.range.upperBound >= 0.99 * top)
  }
}
