import Raster
import Testing

@testable import Plot

@Suite("Panels of equal aspect")
struct EqualAspectTests {
  private func map(_ name: Phrase, grows: Bool, repeats: Bool = false) -> Panel {
    var panel = Panel(
      x: Axis("$x$", domain: -2...2), y: Axis(name, domain: -1000...1000), frame: .box
    ) {}
    panel.y.domain = -2...2
    (panel.equalAspect, panel.growsToFill, panel.y.isRepeated) = (true, grows, repeats)
    return panel
  }

  private func axes(_ panels: [Panel], _ format: Format, shares: [Double]) throws -> [AxesRecord] {
    try Figure("Maps", subtitle: "of one shape", arrangement: .row(shares), panels: panels)
      .draw(format, with: Workbench.typesetter).record.axes
  }

  private func aspect(_ axes: AxesRecord) -> Double {
    let x = axes.box.width / (axes.x.max - axes.x.min)
    return x / (axes.box.height / (axes.y.max - axes.y.min))
  }

  @Test("one that does not grow keeps its view, and stands at the top of its cell")
  func kept() throws {
    let maps = try axes(
      [map("$y$", grows: false), map("$y$", grows: false)], Workbench.format(.slide43),
      shares: [1, 1])
    for axes in maps {
      #expect(axes.x.min == -2 && axes.x.max == 2 && axes.y.min == -2 && axes.y.max == 2)
      #expect(abs(aspect(axes) - 1) < 0.01)
      #expect(axes.box.minY == maps[0].box.minY)
    }
  }

  @Test("those that grow fill their frames, and stay alike", arguments: Preset.all)
  func grown(preset: Preset) throws {
    let maps = try axes(
      [map("$y$", grows: true), map("$y$", grows: true, repeats: true)],
      Workbench.format(preset), shares: [1, 1])
    for axes in maps {
      #expect(abs(aspect(axes) - 1) < 1e-9)
      #expect(axes.x.min <= -2 && axes.x.max >= 2 && axes.y.min <= -2 && axes.y.max >= 2)
      #expect(abs(axes.x.min + axes.x.max) < 1e-9 && abs(axes.y.min + axes.y.max) < 1e-9)
    }
    let (a, b) = (maps[0], maps[1])
    #expect((a.box.width, a.box.height) == (b.box.width, b.box.height))
    #expect((a.x.min, a.x.max, a.y.min, a.y.max) == (b.x.min, b.x.max, b.y.min, b.y.max))
  }

  @Test("a user's view of the first panel is not changed")
  func viewed() throws {
    var format = Workbench.format()
    format.view = View(x: 0...1, y: 0...1)
    let map = try axes([map("$y$", grows: true)], format, shares: [1])[0]
    #expect(map.x.min == 0 && map.x.max == 1 && map.y.min == 0 && map.y.max == 1)
    #expect(abs(aspect(map) - 1) < 0.01)
  }

  @Test("panels of equal shares have plot areas of equal width, whatever their labels")
  func shares() throws {
    func curve(_ repeats: Bool) -> Panel {
      var panel = Panel(x: Axis("step"), y: Axis("loss"), frame: .open) {
        Line([Point(0, 10_000), Point(10, 20_000)], name: "a", series: 0)
      }
      panel.y.isRepeated = repeats
      return panel
    }
    let record = try Figure(
      "Multiples", subtitle: "of a curve", arrangement: .row([1, 1, 2]),
      panels: [curve(false), curve(true), curve(true)]
    ).draw(Workbench.format(), with: Workbench.typesetter).record
    let widths = record.axes.map(\.box.width)
    #expect(abs(widths[0] - widths[1]) <= 1)
    #expect(widths[2] > 1.8 * widths[0])
    #expect(record.axes[2].box.maxX < 1920)
  }

  @Test("levels at squares leave contours of a bowl evenly apart, fourteen in view")
  func squares() {
    let bowl = Field(floor: 3) { x, y in (3 + x * x + y * y, 2 * x, 2 * y) }
    let levels = Levels.squares(bowl, in: View(x: -1...1, y: -1...1), map: .mist)
    #expect(levels.bands.count == 15 && levels.lines.count == 14 && levels.bands[0] == 3)
    let radii = levels.bands.map { ($0 - 3).squareRoot() }
    for (a, b) in zip(radii, radii.dropFirst()) { #expect(abs(b - a - radii[1]) < 1e-12) }
    #expect(abs(radii[14] - 1.37) < 0.05)
  }

  @Test("a view as thin as a thread is drawn out of scale", arguments: [1e-3, 1e-9, 1e6])
  func thin(height: Double) throws {
    var panel = map("$y$", grows: false)
    panel.y.domain = -height...height
    let axes = try axes([panel], Workbench.format(.slide), shares: [1])[0]
    #expect(axes.box.width > 400 && axes.box.height > 400)
    #expect(axes.y.max == height)
  }
}
