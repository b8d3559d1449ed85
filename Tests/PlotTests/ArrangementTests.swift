import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Arrangements") struct ArrangementTests {
  private func curve(_ y: Phrase = "loss", heading: Phrase? = "a") -> Panel {
    Panel(x: Axis("step"), y: Axis(y), heading: heading) { Line([Point(0, 1), Point(10, 2)], as: 0) }
  }

  private func record(_ panels: [Panel], _ preset: Preset = .slide, arrangement: Arrangement = .automatic) throws
    -> FigureRecord
  {
    try Figure(headline: ["Several"], setting: "b", arrangement: arrangement, panels: panels).draw(
      Workbench.format(preset), with: Workbench.typesetter
    ).record
  }

  /// How many panels each row has, from above.
  private func rows(_ record: FigureRecord) -> [Int] {
    let tops = Set(record.axes.map(\.box.minY)).sorted()
    return tops.map { top in record.axes.count { $0.box.minY == top } }
  }

  @Test(
    "panels stand in the rows that make their plots largest",
    arguments: [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (6, [3, 3])]) func automatic(count: Int, expected: [Int])
    throws
  {
    let panels = Array(repeating: curve(), count: count)
    #expect(rows(try record(panels)) == expected)
  }

  @Test("like panels of a grid have plots of one size", arguments: Preset.all) func alike(preset: Preset) throws {
    let axes = try record(Array(repeating: curve(), count: 4), preset).axes
    for axis in axes {
      #expect(abs(axis.box.width - axes[0].box.width) <= 1)
      #expect(abs(axis.box.height - axes[0].box.height) <= 1)
    }
  }

  @Test("like panels have labels and names at the left and at the bottom alone") func shared() throws {
    let record = try record(Array(repeating: curve(), count: 4))
    #expect(rows(record) == [2, 2])
    #expect(record.texts.count { $0.text == "step" } == 2)
    #expect(record.texts.count { $0.text == "loss" } == 2)
    let ticks = record.texts.count { $0.role == .tick }
    let axis = record.axes[0]
    #expect(ticks == 2 * (axis.x.ticks.count + axis.y.ticks.count))
  }

  @Test("panels of other things have axes of their own") func unlike() throws {
    let record = try record([curve("loss"), curve("error")])
    let ticks = record.texts.count { $0.role == .tick }
    #expect(ticks == record.axes.map { $0.x.ticks.count + $0.y.ticks.count }.reduce(0, +))
    #expect(record.texts.contains { $0.text == "loss" })
    #expect(record.texts.contains { $0.text == "error" })
  }

  @Test("like panels show one part of the plane where no domain is set, else each its own") func domains() throws {
    func panel(_ high: Double, _ domain: ClosedRange<Double>? = nil) -> Panel {
      Panel(x: Axis("step"), y: Axis("loss", domain: domain)) { Line([Point(0, 0), Point(high, high)], as: 0) }
    }
    let common = try record([panel(1), panel(100)]).axes
    #expect(common[0].y.max == common[1].y.max && common[0].y.max >= 100)
    let own = try record([panel(1, 0...1), panel(100, 0...100)]).axes
    #expect(own[0].y.max == 1 && own[1].y.max == 100)
  }

  @Test("the last row of an odd number leaves its place open, and labels hang over it") func open() throws {
    let record = try record(Array(repeating: curve(), count: 5))
    let heights = record.axes.map(\.box.height)
    #expect((heights.max() ?? 0) - (heights.min() ?? 0) <= 1)
    #expect(Layouts.flaws(record).isEmpty)
  }

  @Test("shares are kept: a row of a broad and a narrow plot") func shares() throws {
    let axes = try record([curve("loss"), curve("error")], arrangement: .row([2, 1])).axes
    #expect(abs(axes[0].box.width / axes[1].box.width - 2) < 0.02)
    let column = try record([curve("loss"), curve("error")], arrangement: .column([1, 1])).axes
    #expect(column[0].box.maxY < column[1].box.minY)
    #expect(column[0].box.minX == column[1].box.minX)
  }

  @Test("a page too narrow for a row stands its panels on one another") func narrow() throws {
    var preset = Preset.half
    preset.width = 500
    let panels = [curve("loss"), curve("error"), curve("time")]
    let axes = try record(panels, preset, arrangement: .row([1])).axes
    #expect(axes[0].box.maxY < axes[1].box.minY)
  }
}
