import Raster
import Testing

@testable import Plot

@Suite("Ridges") struct RidgeTests {
  /// Values of a bell around 1, wider with every group.
  private static func bell(_ count: Int, deviation: Double) -> [Double] {
    (0..<count).map { i in
      let u = (Double(i) + 0.5) / Double(count)
      return 1 + deviation * (decimal(u) - decimal(1 - u))
    }
  }

  private static func ridges(_ groups: [[Double]]) -> Ridges { Ridges(groups, name: "units", as: 1) }

  @Test("means and deviations are those of the values", arguments: [[2.0, 4], [1, 1, 1], [-3, 0, 3, 8], [5]])
  func moments(values: [Double]) {
    let ridges = Self.ridges([values + [.nan, .infinity]])
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    #expect(abs(ridges.means[0] - mean) < 1e-12)
    #expect(abs(ridges.deviations[0] * ridges.deviations[0] - variance) < 1e-12)
  }

  @Test(
    "a hill is as high as values are frequent: even for a bell, with its peak in the middle", arguments: [0.2, 1, 5])
  func density(deviation: Double) throws {
    let ridges = Self.ridges([Self.bell(201, deviation: deviation)])
    let shape = Ridges.density(of: ridges.groups[0], deviation: ridges.deviations[0])
    #expect(shape.map(\.share).max() == 1)
    for (low, high) in zip(shape, shape.reversed()) { #expect(abs(low.share - high.share) < 1e-9) }
    let peak = try #require(shape.max { $0.share < $1.share })
    #expect(abs(peak.value - 1) < 0.1 * ridges.deviations[0])
    // The same shape whatever the unit.
    let unit = Self.ridges([Self.bell(201, deviation: 1)])
    let other = Ridges.density(of: unit.groups[0], deviation: unit.deviations[0])
    for (a, b) in zip(shape, other) { #expect(abs(a.share - b.share) < 1e-9) }
  }

  @Test("no value, one value and equal values are drawn as what they are") func few() throws {
    #expect(Ridges.density(of: [], deviation: .nan).isEmpty)
    #expect(Ridges.density(of: [3], deviation: 0).map(\.value) == [3])
    #expect(Ridges.density(of: [2, 2], deviation: 0).map(\.value) == [2])
    let ridges = Self.ridges([[], [3], [2, 2], [.nan]])
    #expect(ridges.extent.x.range == 2...3 && ridges.extent.y.range == 1...2)
    _ = try Easel.draw(x: 0...4, y: -0.5...3.5, yScale: .category, marks: [ridges])
  }

  @Test("the table has a row a group, and the words tell the deviations") func table() {
    let ridges = Self.ridges([[0, 2], [0, 6]])
    let table = ridges.series(x: Axis("input"), y: Axis("unit"))[0]
    #expect(table.columns == ["unit", "mean", "deviation", "least", "greatest"])
    #expect(table.rows == [[1, 1, 1, 0, 2], [2, 3, 3, 0, 6]])
    #expect(ridges.told(x: Axis("x"), y: Axis("y")).map(\.english) == ["units: standard deviations 1 to 3"])
    #expect(Self.ridges([[]]).told(x: Axis("x"), y: Axis("y")).isEmpty)
  }

  @Test("ridges one below the other", arguments: [Theme.light, .dark]) func picture(theme: Theme) throws {
    let groups = [Self.bell(80, deviation: 0.3), Self.bell(80, deviation: 0.7), [1, 1.1, 2.5]]
    let bitmap = try Easel.draw(
      x: -1...3, y: -0.5...2.5, yScale: .category, isTurned: true, theme: theme, marks: [Self.ridges(groups)])
    try expectGolden(bitmap, "ridges-\(theme.name)")
  }
}
