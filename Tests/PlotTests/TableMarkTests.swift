import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Bars, tables, regions and arrows") struct TableMarkTests {
  private let bars = [
    Bars.Bar(at: 0, 3, range: 2...3.6, as: 0), Bars.Bar(at: 1, 0.4, as: 1), Bars.Bar(at: 2, .nan, as: 2),
    Bars.Bar(at: 3, -1, as: nil),
  ]

  @Test("bars to the right, with a range, a value that is no number, and one below zero") func right() throws {
    let bitmap = try Easel.draw(x: -2...4, y: -0.5...3.5, yScale: .category, marks: [Bars(bars, name: "a")])
    try expectGolden(bitmap, "bars-right")
  }

  @Test("bars upwards from the lower end of a log axis") func up() throws {
    let bitmap = try Easel.draw(
      x: -0.5...3.5, y: 0.1...10, xScale: .category, yScale: .log,
      marks: [Bars(Array(bars.prefix(2)), name: "a", direction: .up, thickness: 0.8)])
    try expectGolden(bitmap, "bars-up-log")
  }

  @Test("a bar ends at the pixel of its value") func exactEnd() throws {
    let bitmap = try Easel.draw(
      x: 0...4, y: -0.5...0.5, yScale: .category, marks: [Bars([.init(at: 0, 2, as: 0)], name: "a")])
    // The plot area reaches from column 10 to column 150.
    let row = 60
    let blue = Theme.light.series[0]
    #expect(bitmap[79, row].bytes == blue.bytes)
    #expect(bitmap[80, row].bytes == Theme.light.background.bytes)
  }

  @Test("a histogram counts each value once, the last edge included") func counts() {
    let values: [Double] = [0, 0.5, 1, 1, 2, 3, 5, -1, .nan]
    let histogram = Histogram(values, edges: [0, 1, 2, 3], name: "a", as: 0)
    let share = 2.0 / 9
    #expect(histogram.shares == [share, share, share])
    #expect(Histogram([], edges: [0, 1], name: "a", as: 0).shares == [0])
  }

  @Test("a histogram as touching bins") func histogram() throws {
    let values = (0..<100).map { Double($0 * $0 % 37) / 37 }
    let marks = [Histogram(values, edges: (0...8).map { Double($0) / 8 }, name: "a", as: 1)]
    try expectGolden(try Easel.draw(x: 0...1, y: 0...0.3, marks: marks), "histogram")
  }

  @Test("a heat map with an open cell", arguments: [Theme.light, .dark]) func heat(theme: Theme) throws {
    let map = HeatMap(
      columns: [1, 10, 100], rows: [0, 1], values: [[0, 0.5, 1], [0.2, .nan, 0.8]], bands: [0, 0.25, 0.5, 0.75, 1],
      name: "a")
    var format = Format()
    format.theme = theme
    let right = map.extent.x.range?.upperBound ?? 0
    #expect(abs(right / 316.2278 - 1) < 1e-6)
    let bitmap = try Easel.draw(
      x: 0.31622776601683794...316.22776601683796, y: -0.5...1.5, xScale: .log, yScale: .category, theme: theme,
      levels: map.levels(in: View(x: 0...1, y: 0...1), format: format), marks: [map])
    try expectGolden(bitmap, "heat-\(theme.name)")
  }

  @Test("a square with sharp corners and an ellipse") func regions() throws {
    let marks: [any Mark] = [
      Region(polygon: [Point(1, 1), Point(0, 2), Point(-1, 1), Point(0, 0)], as: 1),
      Region(ellipse: Point(1, 1), Point(0.8, 0.3), Point(-0.2, 0.5), as: 0),
    ]
    try expectGolden(try Easel.draw(marks: marks), "regions")
  }

  @Test("every point of an ellipse satisfies its equation") func ellipse() {
    let (a, b) = (Point(3, 1), Point(-0.5, 2))
    let ellipse = Region(ellipse: Point(1, -1), a, b, as: nil)
    let determinant = a.x * b.y - a.y * b.x
    for p in ellipse.corners {
      let d = p - Point(1, -1)
      let u = (d.x * b.y - d.y * b.x) / determinant
      let v = (a.x * d.y - a.y * d.x) / determinant
      let square: Double = u * u + v * v
      #expect(abs(square - 1) < 1e-12)
    }
  }

  @Test("arrows, one no longer than its head") func arrows() throws {
    let marks: [any Mark] = [
      Arrow(from: Point(-1.5, 0), to: Point(1, 2), as: 2), Arrow(from: Point(0, 0), to: Point(0.06, 0), as: nil),
      Arrow(from: Point(0.5, 0.5), to: Point(0.5, 0.5), as: 0),
      Arrow(from: Point(1.5, 2.5), to: Point(1.5, -0.5), as: 1, weight: 0.6),
    ]
    try expectGolden(try Easel.draw(marks: marks), "arrows")
  }

  private func figure(_ x: Axis, _ y: Axis, _ marks: [any Mark]) -> Figure {
    Figure(headline: [.init("Names on an axis")], setting: "", panels: [Panel(x: x, y: y, frame: .open) { marks }])
  }

  @Test("categories stand from above, each beside its bar, in the colour of its series") func categories() throws {
    let names: [Axis.Category] = [.init("first", as: 0), .init("second", as: 1)]
    let bars = Bars([.init(at: 0, 1, label: "one", as: 0), .init(at: 1, 2, label: "two", as: 1)], name: "a")
    let record = try figure(Axis("value"), Axis(categories: names), [bars]).draw(
      Workbench.format(), with: Workbench.typesetter
    ).record
    func text(_ word: String) -> TextRecord? { record.texts.first { $0.text == word } }
    let (first, second) = (try #require(text("first")), try #require(text("second")))
    let (one, two) = (try #require(text("one")), try #require(text("two")))
    #expect(first.box.maxY < second.box.minY)
    #expect(abs(first.box.center.y - one.box.center.y) < first.px / 2)
    #expect(abs(second.box.center.y - two.box.center.y) < first.px / 2)
    #expect(first.color == Theme.light.seriesText[0])
    #expect(record.axes[0].y.scale == .category)
    #expect(two.box.maxX <= record.axes[0].box.maxX)
  }

  @Test("bars stand on the axis: it ends at zero, with room at their other end alone", arguments: [1.0, -1])
  func ground(sign: Double) {
    let bars = Bars([.init(at: 0, sign), .init(at: 1, 2 * sign)], name: "a", direction: .up)
    let view = Axis("y").view(of: bars.extent.y)
    #expect(sign > 0 ? view.lowerBound == 0 && view.upperBound > 2 : view.upperBound == 0 && view.lowerBound < -2)
  }

  @Test("bars to the right over names on the x axis stop the program, with what mends it") func crossed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let panel = Panel(x: Axis(categories: [.init("a"), .init("b")]), y: Axis("y")) {
        Bars([.init(at: 0, 1), .init(at: 1, 2)], name: "a")
      }
      _ = try Figure(headline: [.init("t")], panels: [panel]).draw(Format(), with: Workbench.typesetter)
    }
    let told = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(told.contains("Bars(…, direction: .up)"), "\(told)")
  }

  @Test("a label without room beyond its bar stands inside") func inside() throws {
    let bars = Bars([.init(at: 0, 1, label: "one", as: 0)], name: "a")
    let drawing = try figure(Axis("value", domain: 0...1), Axis(categories: [.init("first")]), [bars]).draw(
      Workbench.format(), with: Workbench.typesetter)
    #expect(drawing.omitted.isEmpty)
    let label = try #require(drawing.record.texts.first { $0.text == "one" })
    #expect(label.box.maxX < drawing.record.axes[0].box.maxX)
  }
}
