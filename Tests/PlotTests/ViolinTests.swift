import Raster
import Testing

@testable import Plot

@Suite("Violins") struct ViolinTests {
  /// Values of a bell around 1, wider with every group.
  private static func bell(_ count: Int, deviation: Double) -> [Double] {
    (0..<count).map { i in
      let u = (Double(i) + 0.5) / Double(count)
      return 1 + deviation * (decimal(u) - decimal(1 - u))
    }
  }

  private static func violins(_ groups: [[Double]]) -> Violins { Violins(groups, name: "units", as: 1) }

  @Test("means and deviations are those of the values", arguments: [[2.0, 4], [1, 1, 1], [-3, 0, 3, 8], [5]])
  func moments(values: [Double]) {
    let violins = Self.violins([values + [.nan, .infinity]])
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    #expect(abs(violins.means[0] - mean) < 1e-12)
    #expect(abs(violins.deviations[0] * violins.deviations[0] - variance) < 1e-12)
  }

  @Test(
    "a shape is as wide as values are frequent: even for a bell, with its peak in the middle", arguments: [0.2, 1, 5])
  func density(deviation: Double) throws {
    let violins = Self.violins([Self.bell(201, deviation: deviation)])
    let shape = Violins.density(of: violins.groups[0], deviation: violins.deviations[0])
    #expect(shape.map(\.share).max() == 1)
    for (low, high) in zip(shape, shape.reversed()) { #expect(abs(low.share - high.share) < 1e-9) }
    let peak = try #require(shape.max { $0.share < $1.share })
    #expect(abs(peak.height - 1) < 0.1 * violins.deviations[0])
    // The same shape whatever the unit.
    let unit = Self.violins([Self.bell(201, deviation: 1)])
    let other = Violins.density(of: unit.groups[0], deviation: unit.deviations[0])
    for (a, b) in zip(shape, other) { #expect(abs(a.share - b.share) < 1e-9) }
  }

  @Test("no value, one value and equal values are drawn as what they are") func few() throws {
    #expect(Violins.density(of: [], deviation: .nan).isEmpty)
    #expect(Violins.density(of: [3], deviation: 0).map(\.height) == [3])
    #expect(Violins.density(of: [2, 2], deviation: 0).map(\.height) == [2])
    let violins = Self.violins([[], [3], [2, 2], [.nan]])
    #expect(violins.extent.y.range == 2...3)
    _ = try Easel.draw(x: -0.5...3.5, y: 0...4, xScale: .category, marks: [violins])
  }

  @Test("the table has a row a group, and the words tell the deviations") func table() {
    let violins = Self.violins([[0, 2], [0, 6]])
    let table = violins.series(x: Axis("unit"), y: Axis("input"))[0]
    #expect(table.columns == ["unit", "mean", "deviation", "least", "greatest"])
    #expect(table.rows == [[0, 1, 1, 0, 2], [1, 3, 3, 0, 6]])
    #expect(violins.told(x: Axis("x"), y: Axis("y")).map(\.english) == ["units: standard deviations 1 to 3"])
    #expect(Self.violins([[]]).told(x: Axis("x"), y: Axis("y")).isEmpty)
  }

  @Test("violins side by side", arguments: [Theme.light, .dark]) func picture(theme: Theme) throws {
    let groups = [Self.bell(80, deviation: 0.3), Self.bell(80, deviation: 0.7), [1, 1.1, 2.5]]
    let bitmap = try Easel.draw(
      x: -0.5...2.5, y: -1...3, xScale: .category, theme: theme, marks: [Self.violins(groups)])
    try expectGolden(bitmap, "violins-\(theme.name)")
  }
}
