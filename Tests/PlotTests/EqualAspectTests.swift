import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Panels of equal aspect") struct EqualAspectTests {
  private func map(limits: ClosedRange<Double>? = nil) -> Panel {
    Panel(
      x: Axis("$x$", domain: -2...2, limits: limits), y: Axis("$y$", domain: -2...2, limits: limits), frame: .box,
      equalAspect: true
    ) {}
  }

  private func axes(_ panels: [Panel], _ format: Format) throws -> [AxesRecord] {
    try Figure(headline: ["Maps"], setting: "of one shape", panels: panels).draw(format, with: Workbench.typesetter)
      .record.axes
  }

  private func aspect(_ axes: AxesRecord) -> Double {
    let x = axes.box.width / (axes.x.max - axes.x.min)
    return x / (axes.box.height / (axes.y.max - axes.y.min))
  }

  @Test("they fill their frames, and stay alike", arguments: Preset.all, 1...4) func grown(preset: Preset, count: Int)
    throws
  {
    let maps = try axes(Array(repeating: map(), count: count), Workbench.format(preset))
    let first = maps[0]
    for axes in maps {
      #expect(abs(aspect(axes) - 1) < 0.01)
      #expect(axes.x.min <= -2 && axes.x.max >= 2 && axes.y.min <= -2 && axes.y.max >= 2)
      #expect(abs(axes.x.min + axes.x.max) < 1e-9 && abs(axes.y.min + axes.y.max) < 1e-9)
      #expect(abs(axes.box.width - first.box.width) <= 1)
      #expect(abs(axes.box.height - first.box.height) <= 1)
      #expect(abs(axes.x.max / first.x.max - 1) < 0.01)
    }
  }

  @Test(
    "plots alike show the same to the last bit, whatever rounding does to their frames", arguments: Preset.all, 2...6)
  func same(preset: Preset, count: Int) throws {
    let maps = try axes(Array(repeating: map(), count: count), Workbench.format(preset))
    #expect(Set(maps.map { [$0.x.min, $0.x.max, $0.y.min, $0.y.max] }).count == 1)
  }

  @Test("a view does not grow beyond the limits of its axes") func limited() throws {
    let axes = try axes([map(limits: -2.5...2.5)], Workbench.format(.slide))[0]
    #expect(axes.x.min == -2.5 && axes.x.max == 2.5)
    #expect(abs(aspect(axes) - 1) < 0.01)
  }

  @Test("a user's view of the first panel is not changed") func viewed() throws {
    var format = Workbench.format()
    format.view = View(x: 0...1, y: 0...1)
    let map = try axes([map()], format)[0]
    #expect(map.x.min == 0 && map.x.max == 1 && map.y.min == 0 && map.y.max == 1)
    #expect(abs(aspect(map) - 1) < 0.01)
  }

  @Test("levels at squares leave contours of a bowl evenly apart, fourteen in view") func squares() {
    let bowl = Field(floor: 3) { x, y in (3 + x * x + y * y, 2 * x, 2 * y) }
    let levels = Levels.squares(bowl, in: View(x: -1...1, y: -1...1), map: .mist)
    #expect(levels.bands.count == 15 && levels.lines.count == 14 && levels.bands[0] == 3)
    let radii = levels.bands.map { ($0 - 3).squareRoot() }
    for (a, b) in zip(radii, radii.dropFirst()) { #expect(abs(b - a - radii[1]) < 1e-12) }
    #expect(abs(radii[14] - 1.37) < 0.05)
  }

  @Test("a view as thin as a thread is drawn out of scale", arguments: [1e-3, 1e-9, 1e6]) func thin(height: Double)
    throws
  {
    var panel = map()
    panel.y.domain = -height...height
    let axes = try axes([panel], Workbench.format(.slide))[0]
    #expect(axes.box.width > 400 && axes.box.height > 400)
    #expect(axes.y.max == height)
  }
}
