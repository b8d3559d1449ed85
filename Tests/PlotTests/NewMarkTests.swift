import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Fans, gaps, basins and named dots") struct NewMarkTests {
  private static let adam = Identity("Adam", .series(3), marker: .diamond)
  private let samples = (1...20).map { i in
    let value = exponential(-0.6 * Double(i))
    return Fan.Sample(x: Double(i), median: value, lower: value / 2, upper: 2 * value)
  }

  private func record(_ panel: Panel, _ preset: Preset = .slide, _ language: Language = .english) throws -> Drawing {
    try Figure(headline: ["A headline"], setting: "a setting", panels: [panel]).draw(
      Workbench.format(preset, language: language), with: Workbench.typesetter)
  }

  private func panel(_ marks: [any Mark]) -> Panel { Panel(x: Axis("layer"), y: Axis("share $s$", .log)) { marks } }

  @Test("a fan is one line with its band, its name over its detail at the end") func fan() throws {
    let drawing = try record(panel([Fan(samples, as: Self.adam, detail: "rate 0.1")]))
    #expect(drawing.record.series.map(\.name) == ["Adam"])
    let name = try #require(drawing.record.texts.first { $0.text == "Adam" })
    let detail = try #require(drawing.record.texts.first { $0.text == "rate 0.1" })
    #expect(name.bold && !detail.bold && name.box.maxY < detail.box.minY)
    #expect(name.box.minX > drawing.record.axes[0].box.maxX)
  }

  @Test("a fan writes one table, and tells where its line ends") func fanTable() {
    let panel = panel([])
    let fan = Fan(samples, as: Self.adam)
    let tables = fan.series(x: panel.x, y: panel.y)
    #expect(tables.map(\.name) == ["adam"])
    #expect(tables[0].columns == ["layer", "median", "lowest", "greatest"])
    #expect(
      tables[0].rows.count == 20 && tables[0].rows[1] == [2, samples[1].median, samples[1].lower, samples[1].upper])
    #expect(fan.told(x: panel.x, y: panel.y).map(\.english) == ["Adam ends at 10⁻¹²"])
    #expect(fan.kind?.english == "line chart")
  }

  @Test("a line's table has the names of the axes without signs of math") func lineTable() {
    let panel = panel([])
    let line = Line([Point(0, 1), Point(1, 0.5)], as: Self.adam)
    #expect(line.series(x: panel.x, y: panel.y)[0].columns == ["layer", "share s"])
    #expect(line.told(x: panel.x, y: panel.y).map(\.chinese) == ["Adam 最终为 0.5"])
    let lost = Line([Point(0, 1)], as: Self.adam, divergedAt: 37)
    #expect(lost.told(x: panel.x, y: panel.y).map(\.english) == ["Adam diverges at step 37"])
    #expect(Line([], as: Self.adam, label: nil).told(x: panel.x, y: panel.y).isEmpty)
  }

  @Test("a panel is of the kind of its first mark that says one, and a scene is a scene") func kinds() {
    let flat = panel([Star(.zero, label: ""), Fan(samples, as: Self.adam)])
    #expect(flat.kind?.english == "line chart" && panel([]).kind == nil)
    let space = Panel(x: Axis("x"), y: Axis("y"), scene: Scene(z: Axis("z"))) { Surface(Workbench.rosenbrock) }
    #expect(space.kind?.english == "surface in space")
    let figure = Figure(headline: ["a"], setting: "b", panels: [flat, flat])
    #expect(figure.series.map(\.name) == ["adam", "adam 2"])
  }

  @Test("tables of one name get names of their own") func unique() {
    let tables = ["a", "b", "a", ""].map { Series($0, columns: [], rows: []) }
    #expect(Series.unique(tables).map(\.name) == ["a", "b", "a 2", "data"])
  }

  @Test("a gap's words stand beside its arrow, the strong line bold", arguments: Preset.all) func gap(preset: Preset)
    throws
  {
    let gap = Gap(x: 1, from: 1, to: 1e-12, "layer 20 learns\nslower", strong: "4 trillion times", takenFrom: 20)
    let drawing = try record(panel([Fan(samples, as: Self.adam), gap]), preset)
    #expect(drawing.omitted.isEmpty)
    let strong = try #require(drawing.record.texts.first { $0.text == "4 trillion times" })
    #expect(strong.bold)
    #expect(Layouts.flaws(drawing.record).isEmpty)
    #expect(gap.told(x: Axis("x"), y: Axis("y")).map(\.english) == ["layer 20 learns slower 4 trillion times"])
  }

  @Test("every pixel of basins has the colour of its cell") func basins() throws {
    let categories = [Basins.Category(0), Basins.Category(1, paleness: 0.5)]
    let map = Basins(columns: 2, rows: 2, cells: [0, 1, 1, 9], over: View(x: 0...2, y: 0...2), categories: categories)
    let bitmap = try Easel.draw(x: 0...2, y: 0...2, marks: [map])
    // The plot area reaches from (10, 10) to (150, 110).
    let (blue, white) = (Theme.light.series[0], Theme.light.background)
    let pale = Theme.light.series[1].mixed(with: white, by: 0.5)
    #expect(bitmap[79, 59].bytes == blue.bytes)
    #expect(bitmap[80, 59].bytes == pale.bytes && bitmap[79, 60].bytes == pale.bytes)
    #expect(bitmap[80, 60].bytes == white.bytes)
    #expect(map.shares == [0.25, 0.5])
  }

  @Test("named dots stand in rows from above, words beside them", arguments: Preset.all) func namedDots(preset: Preset)
    throws
  {
    let dots = NamedDots([
      .init("dense", 3e9, words: "3 billion", as: 0), .init("shared", 1792, words: "1,792", as: 1),
      .init("lost", .nan, words: "none", as: nil),
    ])
    let panel = Panel(x: Axis("weights", .log, domain: 100...1e11), y: dots.axis) { dots }
    let drawing = try record(panel, preset)
    func text(_ word: String) -> TextRecord? { drawing.record.texts.first { $0.text == word } }
    let (dense, shared) = (try #require(text("dense")), try #require(text("shared")))
    #expect(dense.box.maxY < shared.box.minY)
    #expect(try #require(text("3 billion")).bold)
    #expect(text("none") != nil && drawing.omitted.isEmpty)
    #expect(Layouts.flaws(drawing.record).isEmpty)
    #expect(dots.told(x: panel.x, y: panel.y).map(\.english)[0] == "dense 3 billion")
  }

  @Test("a zone's name stands at its top") func zone() throws {
    let marks: [any Mark] = [Shade(2...6, as: 0, name: "underfit"), Fan(samples, as: Self.adam)]
    let drawing = try record(panel(marks))
    let name = try #require(drawing.record.texts.first { $0.text == "underfit" })
    let frame = drawing.record.axes[0].box
    #expect(name.box.minY < frame.minY + 0.15 * frame.height)
  }
}

@Suite("Maps that explain themselves") struct MapTests {
  private static let gradient = Identity("gradient descent", .series(1), marker: .square)
  private static let walk = (0...200).map { i -> Point in
    let t = Double(i) / 200
    return Point(-1.5 + 2.5 * t, 2.25 - 1.25 * t - 2.4 * t * (1 - t))
  }

  private func draw(_ trail: Trail, _ format: Format = Workbench.format(), panels count: Int = 1) throws -> Drawing {
    let panel = Panel(x: Axis("$x$", domain: -2...2), y: Axis("$y$", domain: -1...3), frame: .box) {
      Surface(Workbench.rosenbrock, start: 12.5, numbered: true, name: "Rosenbrock function")
      trail
      Star(Point(1, 1), label: "minimum")
    }
    return try Figure(headline: ["A map"], setting: "b", panels: Array(repeating: panel, count: count)).draw(
      format, with: Workbench.typesetter)
  }

  private func label(_ drawing: Drawing, _ words: String) -> TextRecord? {
    drawing.record.texts.first { $0.text.contains(words) }
  }

  @Test(
    "a corner says what the colours mean, in both themes and languages",
    arguments: [
      (Theme.light, Language.english, "Rosenbrock function: darker = lower loss"),
      (.dark, .english, "Rosenbrock function: brighter = lower loss"), (.light, .chinese, "颜色越深，损失越小"),
      (.dark, .chinese, "颜色越亮，损失越小"),
    ]) func note(theme: Theme, language: Language, words: String) throws
  {
    let format = Workbench.format(theme: theme, language: language)
    let drawing = try draw(Trail(Self.walk, as: Self.gradient), format)
    #expect(label(drawing, words) != nil, "\(drawing.record.texts.map(\.text))")
  }

  @Test("a map of another colour order says so") func viridis() throws {
    var format = Workbench.format(theme: .dark)
    format.map = .viridis
    let drawing = try draw(Trail(Self.walk, as: Self.gradient), format)
    #expect(label(drawing, "darker = lower loss") != nil)
  }

  @Test("of several maps alike the last one says what the colours mean") func once() throws {
    let drawing = try draw(Trail(Self.walk, as: Self.gradient), panels: 4)
    #expect(drawing.record.texts.count { $0.text.contains("darker") } == 1)
  }

  @Test("three contour lines are numbered, one in words") func numbers() throws {
    let drawing = try draw(Trail(Self.walk, as: Self.gradient))
    let inside = drawing.record.texts.filter { $0.role == .tick && $0.halo }.map(\.text)
    #expect(inside.count == 3 && inside.count { $0.hasPrefix("loss ") } == 1, "\(inside)")
  }

  @Test("dots of a trail stand at the steps that are asked for, each with its text") func dots() throws {
    let trail = Trail(
      Self.walk, as: Self.gradient, dots: [.init(40), .init(120, label: "step 120,\nloss 1"), .init(150, label: nil)])
    let drawing = try draw(trail)
    #expect(drawing.record.series[0].milestones == [40, 120, 150])
    #expect(label(drawing, "step 40") != nil)
    #expect(label(drawing, "step 120,") != nil && label(drawing, "loss 1") != nil)
  }

  @Test("phases of a trail have their words beside it, bold") func phases() throws {
    let trail = Trail(
      Self.walk, as: Self.gradient, phases: [.init("overshoots", steps: 0...60), .init("crawls", steps: 80...1000)])
    let drawing = try draw(trail)
    #expect(label(drawing, "overshoots")?.bold == true)
    #expect(label(drawing, "crawls")?.bold == true)
    #expect(Layouts.flaws(drawing.record).isEmpty)
  }

  @Test("a trail that ends under a star has no mark of its own there") func covered() throws {
    func marks(_ at: Point) throws -> Int {
      let space = Workbench.space(900, 600, x: -2...2, y: -1...3)
      var covered = space
      covered.covered = [at]
      var stage = Stage()
      try Trail(Self.walk, as: Self.gradient).place(in: covered, on: &stage)
      return stage.items.count { $0.layer == .marker }
    }
    let open = try marks(Point(-1, -1))
    #expect(try marks(Point(1, 1)) == open - 2)
  }

  @Test("a trail's table is the caller's, and its end is told") func told() {
    let table = Series("run", columns: ["step"], rows: [[0]])
    let trail = Trail([Point(0, 0), Point(1, 0.5)], as: Self.gradient, table: table)
    #expect(trail.series(x: Axis("x"), y: Axis("y")) == [table])
    #expect(trail.told(x: Axis("x"), y: Axis("y")).map(\.english) == ["gradient descent ends at (1, 0.5)"])
  }
}

@Suite("A page is full of its plots") struct PageTests {
  private static let samples = (0...30).map { (i: Int) -> Fan.Sample in
    let value = 1 / Double(i + 1)
    return Fan.Sample(x: Double(i), median: value, lower: 0.5 * value, upper: 2 * value)
  }

  private func figure(_ count: Int, foot: Phrase = "each at its best rate") -> Figure {
    let curves = Panel(x: Axis("step"), y: Axis("loss", .log), heading: count > 1 ? "a" : nil) {
      Fan(Self.samples, as: 1, label: count > 1 ? nil : "Momentum", detail: count > 1 ? nil : "rate 0.1")
    }
    return Figure(
      headline: ["One thing on a page"], setting: "a setting", foot: foot,
      panels: Array(repeating: curves, count: count))
  }

  @Test("plots take 55 % of a slide where there is one, 45 % where there are several", arguments: [1, 2, 3, 4])
  func full(count: Int) throws {
    let record = try figure(count).draw(Workbench.format(), with: Workbench.typesetter).record
    let (isFull, isOneThing) = (Layouts.isFull(record), Layouts.isOneThing(record))
    #expect(isFull, "\(count) panels take \(Layouts.area(record))")
    #expect(isOneThing)
    #expect(Layouts.flaws(record).isEmpty)
  }

  @Test("a page of which half is white is found out") func white() throws {
    var figure = figure(1)
    figure.arrangement = .rows([.init(height: 1, widths: [1, 1])])
    let record = try figure.draw(Workbench.format(), with: Workbench.typesetter).record
    #expect(!Layouts.isFull(record))
  }

  @Test("three panels of several kinds, and seven of one, are found out") func tooMany() throws {
    var several = figure(3)
    several.panels[2].y = Axis("error")
    let format = Workbench.format()
    #expect(!Layouts.isOneThing(try several.draw(format, with: Workbench.typesetter).record))
    let seven = try figure(7).draw(format, with: Workbench.typesetter).record
    #expect(!Layouts.isOneThing(seven))
  }

  @Test("a long title is set smaller before it is broken") func title() throws {
    let long = "In 5 dimensions one critical point in 7,000 is a true minimum"
    let figure = Figure(headline: [.init(Phrase(same: long))], setting: "a") {
      Panel(x: Axis("x"), y: Axis("y")) { Line([.zero, Point(1, 1)], as: 0) }
    }
    for preset in [Preset.slide, .notes] {
      let record = try figure.draw(Workbench.format(preset), with: Workbench.typesetter).record
      #expect(record.texts.count { $0.role == .title } == 1, "\(preset.name)")
    }
  }

  @Test(
    "a square slide sets a long title in two lines at its full size, broken where its sense ends",
    arguments: [
      ("With skips 32 blocks train like 4; without, they do not", "With skips 32 blocks train like 4;"),
      ("A step on a cliff leaps, but once it is clipped it stays", "A step on a cliff leaps,"),
      ("Weights 10 % too large make the gradient explode for all", "Weights 10 % too large make"),
      ("悬崖上的一步使损失升到高处，裁剪之后的一步使它降到低处", "悬崖上的一步使损失升到高处，"),
    ]) func lines(title: String, first: String) throws
  {
    let figure = Figure(headline: [.init(Phrase(same: title))], setting: "a") {
      Panel(x: Axis("x"), y: Axis("y")) { Line([.zero, Point(1, 1)], as: 0) }
    }
    let record = try figure.draw(Workbench.format(.slide43), with: Workbench.typesetter).record
    let lines = record.texts.filter { $0.role == .title }
    #expect(lines.map(\.text).first == first && lines.count == 2)
    #expect(lines.allSatisfy { abs($0.px - Preset.slide43.type.title * Preset.slide43.dpi / 72) < 0.01 })
  }
}
