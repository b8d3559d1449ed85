import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Figures with a scene") struct SceneFigureTests {
  private static let walk = (0...30).map { Point(-1.5 + 0.1 * Double($0), 0.9 - 0.05 * Double($0)) }

  private func draw(_ panels: [Panel], _ format: Format = Format()) throws -> Drawing {
    let figure = Figure(headline: [.init("A figure in space")], setting: "what it shows", panels: panels)
    return try figure.draw(format, with: Workbench.typesetter)
  }

  private func panel(_ field: Field = SceneBench.hill, camera: Camera = Camera()) -> Panel {
    SceneBench.panel(field, camera: camera) {
      Trail(Self.walk, as: 1, name: "walk", named: true)
      Ring(Self.walk[0], label: "start")
      Star(Point(0, -1), label: "minimum")
    }
  }

  /// What is wrong with the texts of a drawing.
  private func faults(_ record: FigureRecord) -> [String] {
    let page = Rect(x: 0, y: 0, width: Double(record.width), height: Double(record.height))
    let inside = page.inset(by: 0.005 * page.width)
    var faults = record.texts.filter { !inside.contains($0.box) }.map { "\($0.text) is cut off" }
    for (i, a) in record.texts.enumerated() {
      for b in record.texts.dropFirst(i + 1) {
        let common = a.box.intersection(b.box)
        if !common.isNull, common.width > 2, common.height > 2 { faults.append("\(a.text) runs into \(b.text)") }
      }
    }
    return faults
  }

  @Test(
    "from every side no two texts touch and none leaves the page",
    arguments: stride(from: -180.0, to: 180, by: 45).map { $0 }) func texts(azimuth: Double) throws
  {
    for elevation in [15.0, 45] {
      let camera = Camera(azimuth: azimuth, elevation: elevation)
      let record = try draw([panel(camera: camera)]).record
      #expect(faults(record).isEmpty, "\(elevation)")
      for axis in [record.axes[0].x, record.axes[0].y] {
        #expect((3...8).contains(axis.ticks.count), "\(elevation)")
        #expect(axis.ticks.allSatisfy { $0 >= axis.min && $0 <= axis.max })
      }
    }
  }

  @Test("every preset has room for a scene", arguments: Preset.all) func presets(preset: Preset) throws {
    for theme in [Theme.light, .dark] {
      let record = try draw([panel()], Workbench.format(preset, theme: theme)).record
      #expect(faults(record).isEmpty, "\(theme.name)")
    }
  }

  @Test("the record tells axes, series, markers and levels") func record() throws {
    let record = try draw([panel()]).record
    let z = try #require(record.axes[0].z)
    #expect(z.name == "loss, cube-root scale" && z.ticks.count >= 2)
    #expect(z.height == .root(3) && z.json.members.contains { $0.name == "scale" && $0.value == .string("cube-root") })
    #expect(record.axes[0].x.name == "x" && record.axes[0].y.name == "y")
    #expect(record.axes[0].x.min == -2 && record.axes[0].x.max == 2)
    #expect(record.series.map(\.name) == ["walk"])
    #expect(record.series[0].start == Self.walk[0] && record.series[0].end == Self.walk[30])
    #expect(record.markers.map(\.kind) == [.end, .start, .minimum])
    #expect(record.levels != nil)
    for word in ["x", "y", "loss, cube-root scale", "start", "minimum", "walk"] {
      #expect(record.texts.contains { $0.text == word }, "\(word)")
    }
    // Every text within the panel has a halo.
    let box = record.axes[0].box
    #expect(record.texts.filter { box.contains($0.box) }.allSatisfy { $0.halo })
  }

  @Test("a flat panel has no vertical axis in its record") func flat() throws {
    var map = Panel(x: Axis("x"), y: Axis("y"), frame: .box) { Surface(SceneBench.hill) }
    map.show(SceneBench.view)
    #expect(try draw([map]).record.axes[0].z == nil)
  }

  @Test("a scene and its map show the same part of the plane with the same levels") func pair() throws {
    let scene = panel()
    var map = Panel(x: scene.x, y: scene.y, frame: .box) { scene.marks }
    map.show(SceneBench.view)
    var format = Format()
    format.view = View(x: -1.7...1.9, y: -1.5...1.5)
    let record = try draw([scene, map], format).record
    #expect(record.axes.map(\.x.min) == [-1.7, -1.7] && record.axes.map(\.y.max) == [1.5, 1.5])
    #expect(faults(record).isEmpty)
    #expect(record.axes[0].box.maxX < record.axes[1].box.minX)
  }

  @Test("ticks of heights that are roots are values, well apart") func roots() throws {
    var scene = SceneBench.panel(Workbench.rosenbrock)
    scene.show(View(x: -2...2, y: -1...3))
    let z = try #require(try draw([scene]).record.axes[0].z)
    #expect(z.ticks.first == 0 && z.ticks.count >= 3)
    #expect(Set(z.labels).count == z.labels.count)
  }

  @Test(
    "a trail of no point, of one, out of view, or lost leaves a figure that says so",
    arguments: [
      ([], nil, []), ([Point(1, -1)], nil, [MarkerRecord.Kind.end]), ([Point(1, -1), Point(9, 9)], nil, [.diverged]),
      ([Point(8, 8), Point(9, 9)], nil, [.diverged]), ([Point(1, -1), Point(.nan, 0)], 1, [.diverged]),
    ] as [([Point], Int?, [MarkerRecord.Kind])]) func short(points: [Point], lost: Int?, kinds: [MarkerRecord.Kind])
    throws
  {
    let panel = SceneBench.panel(SceneBench.hill) { Trail(points, as: 0, name: "walk", named: true, divergedAt: lost) }
    let record = try draw([panel]).record
    #expect(record.markers.map(\.kind) == kinds)
    #expect(faults(record).isEmpty)
    if kinds == [.diverged] {
      let wasSeen = points[0] == Point(1, -1)
      let left = wasSeen ? "leaves the view" : "is out of view"
      let word = lost == nil ? left : "diverged at step 1"
      #expect(record.texts.contains { $0.text.contains(word) })
    }
  }
}
