import Foundation
import Raster
import Testing

@testable import Fields
@testable import Plot

/// A field over a view, and what its levels should be.
struct LevelCase: Sendable, CustomTestStringConvertible {
  var name: String
  var field: Field
  var view = View(x: -2...2, y: -1...3)
  var start: Double?
  var isLog: Bool

  var testDescription: String { name }
  var levels: Levels { Levels.automatic(field, in: view, from: start, map: .mist) }

  static func bowl(_ factor: Double, floor: Double? = 0, height: Double = 0) -> Field {
    Field(floor: floor) { x, y in (factor * (x * x + y * y) + height, 2 * factor * x, 2 * factor * y) }
  }

  static let all: [LevelCase] = [
    LevelCase(name: "Rosenbrock", field: Workbench.rosenbrock, start: 12.5, isLog: true),
    LevelCase(name: "Rosenbrock, wide", field: Workbench.rosenbrock, view: View(x: -10...10, y: -20...80), isLog: true),
    LevelCase(
      name: "Rosenbrock, close to the minimum", field: Workbench.rosenbrock, view: View(x: 0.9...1.1, y: 0.9...1.1),
      isLog: true),
    LevelCase(name: "Rastrigin", field: Workbench.rastrigin, view: View(x: -4...4, y: -4...4), isLog: false),
    LevelCase(name: "bowl", field: bowl(1), view: View(x: -2...2, y: -2...2), isLog: false),
    LevelCase(name: "tiny bowl", field: bowl(1e-9), view: View(x: -2...2, y: -2...2), isLog: false),
    LevelCase(name: "huge bowl", field: bowl(1e200), view: View(x: -2...2, y: -2...2), isLog: false),
    LevelCase(
      name: "bowl below zero", field: bowl(1, floor: -30, height: -30), view: View(x: -2...2, y: -2...2), isLog: false),
    LevelCase(
      name: "bowl of unknown floor", field: bowl(1, floor: nil, height: 7), view: View(x: -2...2, y: -2...2),
      isLog: false),
    LevelCase(name: "bowl far away", field: bowl(1), view: View(x: 100...102, y: 100...102), isLog: false),
    LevelCase(name: "plane", field: Field { x, y in (x + 2 * y, 1, 2) }, isLog: false),
    LevelCase(
      name: "half is no number",
      field: Field(floor: 0) { x, y in x < 0 ? (.nan, .nan, .nan) : (x * x + y * y, 2 * x, 2 * y) }, isLog: false),
    LevelCase(
      name: "half is infinite",
      field: Field(floor: 0) { x, y in x < 0 ? (.infinity, 0, 0) : (x * x + y * y, 2 * x, 2 * y) }, isLog: false),
    LevelCase(
      name: "a valley of many decades",
      field: Field(floor: 0) { x, y in
        let value = pow(10, 8 * x)
        return (value, value * 8 * log(10), 0)
      }, isLog: true),
    LevelCase(name: "a narrow ravine", field: Field(floor: 0) { x, y in (1e6 * x * x, 2e6 * x, 0) }, isLog: true),
  ]
}

@Suite("Levels of surfaces") struct LevelTests {
  /// The rule of the standard: log levels if the 99 % quantile above the floor is a hundred times the 5 % quantile.
  private func ratio(_ item: LevelCase) -> Double {
    let values = item.field.samples(in: item.view, columns: 300, rows: 300).filter(\.isFinite)
    let sorted = values.sorted()
    let floor = item.field.floor ?? sorted[0]
    func quantile(_ q: Double) -> Double { sorted[Int(q * Double(sorted.count - 1))] - floor }
    return quantile(0.99) / quantile(0.05)
  }

  @Test("levels are logarithmic where values spread over two decades, else linear", arguments: LevelCase.all) func kind(
    item: LevelCase
  ) {
    #expect(item.isLog == (ratio(item) >= 100), "q99/q5 is \(ratio(item))")
    #expect(item.levels.scale == (item.isLog ? .log : .linear))
  }

  @Test("there are 10 to 24 bands", arguments: LevelCase.all) func bands(item: LevelCase) {
    let levels = item.levels
    #expect((10...24).contains(levels.bands.count - 1), "\(levels.bands)")
    #expect(levels.bands == levels.bands.sorted() && Set(levels.bands).count == levels.bands.count)
    #expect(levels.bands.allSatisfy { $0.isFinite })
  }

  @Test("there are 8 to 14 lines, all of them at boundaries of bands", arguments: LevelCase.all) func lines(
    item: LevelCase
  ) {
    let levels = item.levels
    #expect((8...14).contains(levels.lines.count), "\(levels.lines)")
    #expect(Set(levels.lines).isSubset(of: levels.bands))
    #expect(Set(levels.heavy).isSubset(of: levels.lines))
  }

  @Test(
    "log levels have equal shares of a decade, with heavy lines at powers of ten",
    arguments: LevelCase.all.filter(\.isLog)) func logarithmic(item: LevelCase)
  {
    let powers = item.levels.bands.map { log10($0) }
    let steps = zip(powers, powers.dropFirst()).map { $1 - $0 }
    for step in steps { #expect(abs(step - steps[0]) < 1e-9) }
    #expect(item.levels.heavy.count >= 2)
    for value in item.levels.heavy { #expect(abs(log10(value) - log10(value).rounded()) < 1e-9) }
  }

  @Test(
    "linear levels stand at multiples of 1, 2, 2.5 or 5 times a power of ten",
    arguments: LevelCase.all.filter { !$0.isLog }) func linear(item: LevelCase)
  {
    let bands = item.levels.bands
    let step = (bands.last! - bands.first!) / Double(bands.count - 1)
    let isNice = [1, 2, 2.5, 5].contains { q in
      let power = log10(step / q)
      return abs(power - power.rounded()) < 1e-6
    }
    #expect(isNice, "step \(step)")
    for band in bands { #expect(abs(band / step - (band / step).rounded()) < 1e-6, "\(band)") }
  }

  @Test("log levels begin two decades below the start of the run") func start() {
    let levels = LevelCase.all[0].levels
    #expect(levels.bands[0] <= 12.5 / 100)
  }

  @Test(
    "most of the view lies between the lowest and the highest level, unless it spans over twelve decades",
    arguments: LevelCase.all.filter { $0.name != "a valley of many decades" }) func cover(item: LevelCase)
  {
    let values = item.field.samples(in: item.view, columns: 200, rows: 200).filter(\.isFinite)
    let range = item.levels.range
    let inside = values.count { range.contains($0) }
    #expect(Double(inside) >= 0.97 * Double(values.count))
  }

  @Test(
    "fields without any shape still have levels",
    arguments: [
      LevelCase(name: "constant", field: Field { _, _ in (5, 0, 0) }, isLog: false),
      LevelCase(name: "zero", field: Field(floor: 0) { _, _ in (0, 0, 0) }, isLog: false),
      LevelCase(name: "huge", field: Field { _, _ in (1e300, 0, 0) }, isLog: false),
      LevelCase(name: "NaN", field: Field(floor: 0) { _, _ in (.nan, .nan, .nan) }, isLog: false),
      LevelCase(name: "infinite", field: Field { _, _ in (.infinity, 0, 0) }, isLog: false),
      LevelCase(name: "one point", field: Field { x, _ in x > 1.99 ? (1e300, 0, 0) : (0, 0, 0) }, isLog: false),
    ]) func shapeless(item: LevelCase)
  {
    let levels = item.levels
    #expect(levels.bands.count >= 2)
    #expect(levels.bands == levels.bands.sorted())
    for value in [-1, 0, 5, 1e300, .nan, .infinity] { _ = levels.color(of: value) }
  }

  @Test("each band has its own colour, and the ends reach beyond the levels") func colors() {
    let levels = LevelCase.all[0].levels
    let colors = (1..<levels.bands.count).map { levels.color(band: $0) }
    #expect(Set(colors).count == colors.count)
    #expect(levels.color(of: levels.bands[0] / 10) == colors.first)
    #expect(levels.color(of: levels.bands.last! * 10) == colors.last)
  }

  @Test("values whose difference overflows still have levels") func enormous() {
    let field = Field(floor: nil) { x, _ in (8e307 * x, 8e307, 0) }
    let levels = Levels.automatic(field, in: View(x: -2...2, y: -2...2), from: nil, map: .mist)
    #expect((8...40).contains(levels.bands.count) && levels.bands.allSatisfy(\.isFinite))
  }

  @Test("a plateau at the height of a level is no line") func plateau() {
    let flat = LevelShape(slope: .zero, xx: 0, xy: 0, yy: 0)
    #expect(flat.distance(to: 1, from: 1) == .infinity)
    let top = LevelShape(slope: .zero, xx: -1, xy: 0, yy: -1)
    #expect(top.distance(to: 1, from: 1) == 0)
    let slope = LevelShape(slope: Point(0.5, 0), xx: 0, xy: 0, yy: 0)
    #expect(slope.distance(to: 1, from: 1) == 0 && slope.distance(to: 1, from: 0.5) == 1)
  }
}
