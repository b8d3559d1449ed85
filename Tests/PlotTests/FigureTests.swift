import Foundation
import Raster
import Testing
import Typography

@testable import Fields
@testable import Plot

/// Data of a curve that may be hard to draw.
struct HardData: Sendable, CustomTestStringConvertible {
  var name: String
  var points: [Point]
  var testDescription: String { name }

  init(_ name: String, _ values: [(Double, Double)]) { (self.name, points) = (name, values.map { Point($0.0, $0.1) }) }

  private static let most = Double.greatestFiniteMagnitude

  static let all: [HardData] = [
    HardData("no points", []), HardData("one point", [(3, 4)]), HardData("one point at zero", [(0, 0)]),
    HardData("two equal points", [(1, 1), (1, 1)]), HardData("zeros", [(0, 0), (1, 0), (2, 0)]),
    HardData("negative", [(0, -1), (1, -10)]), HardData("all NaN", [(.nan, .nan), (1, .nan)]),
    HardData("NaN between", [(0, 1), (1, .nan), (2, 3)]), HardData("NaN first", [(.nan, 1), (1, 2)]),
    HardData("infinite", [(0, 1), (1, .infinity), (2, -.infinity)]),
    HardData("infinite x", [(-.infinity, 1), (.infinity, 2)]), HardData("1e300", [(0, 1e300), (1, -1e300)]),
    HardData("the largest numbers", [(-most, -most), (most, most)]),
    HardData("the smallest numbers", [(0, .leastNonzeroMagnitude), (1, 1e10 * .leastNonzeroMagnitude)]),
    HardData("hardly different", [(0, 1), (1, 1.0.nextUp)]),
    HardData("far from zero", [(1e15, 1e15), (1e15 + 2, 1e15 + 2)]),
    HardData("many decades", [(0, 1e-300), (1, 1e300)]), HardData("vertical", [(1, 0), (1, 5)]),
  ]
}

@Suite("Figures") struct FigureTests {
  private func draw(_ figure: Figure, _ format: Format) throws -> Drawing {
    try figure.draw(format, with: Workbench.typesetter)
  }

  private func curves(_ points: [Point], _ scale: Scale.Kind) -> Figure {
    Figure(
      headline: [.init(Phrase("A curve", zh: "一条曲线"))], setting: "$y$",
      panels: [
        Panel(x: Axis("$x$"), y: Axis("$y$", scale), frame: .open) {
          Line(points, as: 0, name: "a", label: "a")
          Band(lower: points, upper: points.map { Point($0.x, 2 * $0.y) }, as: 1)
        }
      ])
  }

  /// A map beside a strip of curves, like a lesson's.
  private func descent(_ points: [Point], title: Phrase = Phrase("Down the valley", zh: "沿山谷而下"), rules: Int = 1)
    -> Figure
  {
    let map = Panel(x: Axis("$x$", domain: -2...2), y: Axis("$y$", domain: -1...3), frame: .box) {
      Surface(Workbench.rosenbrock, start: 12.5)
      for k in 0..<rules {
        Trail(points, as: .init(integerLiteral: k), name: Phrase(same: "Rule \(k)"), named: rules > 1)
      }
      Ring(points.first ?? .zero, label: Phrase("start", zh: "起点"))
      Star(Point(1, 1), label: Phrase("minimum", zh: "最小值"))
    }
    let strip = Panel(
      x: Axis(Phrase("step", zh: "步数"), padding: .tight), y: Axis(Phrase("loss $f$", zh: "损失 $f$"), .log), frame: .open
    ) {
      for k in 0..<rules {
        let losses = points.indices.map { Point(Double($0), exp(-Double($0 * (k + 1)) / 10)) }
        Line(losses, as: .init(integerLiteral: k), name: Phrase(same: "Rule \(k)"), label: Phrase(same: "Rule \(k)"))
      }
    }
    return Figure(
      headline: [.init(title)], setting: Phrase("$(1-x)^2+100(y-x^2)^2$", zh: "$(1-x)^2+100(y-x^2)^2$，学习率"),
      foot: "Learning rates: 0.1.", arrangement: .row([1.75, 1]), panels: [map, strip])
  }

  private static let walk: [Point] = (0...100).map { i in Point(-1.5 + 0.022 * Double(i), 2 - 0.018 * Double(i)) }

  private func flaws(_ record: FigureRecord) -> [String] { Layouts.flaws(record) }

  @Test("any data give a picture", arguments: HardData.all, [Scale.Kind.linear, .log]) func hard(
    data: HardData, scale: Scale.Kind
  ) throws {
    let drawing = try draw(curves(data.points, scale), Workbench.format(.thumb))
    #expect(drawing.bitmap.width == 640 && drawing.bitmap.height == 360)
    for axis in drawing.record.axes.flatMap({ [$0.x, $0.y] }) {
      #expect(axis.min.isFinite && axis.max.isFinite && axis.min < axis.max, "\(axis)")
      #expect(axis.ticks.count == axis.labels.count && !axis.ticks.isEmpty)
    }
    #expect(flaws(drawing.record).isEmpty)
  }

  @Test("any trail gives a picture", arguments: HardData.all) func hardTrail(data: HardData) throws {
    let drawing = try draw(descent(data.points), Workbench.format(.thumb))
    #expect(flaws(drawing.record).isEmpty)
  }

  @Test("every preset has its size in pixels, and twice that at scale 2", arguments: Preset.all) func presets(
    preset: Preset
  ) throws {
    var format = Workbench.format(preset)
    let drawing = try draw(descent(Self.walk), format)
    #expect(drawing.bitmap.width == preset.width && drawing.bitmap.height == preset.height)
    #expect(flaws(drawing.record).isEmpty)
    guard preset.name == "thumb" else { return }
    format.scale = 2
    let twice = try draw(descent(Self.walk), format)
    #expect(twice.bitmap.width == 2 * preset.width && twice.bitmap.height == 2 * preset.height)
    #expect(twice.record.dpi == 2 * drawing.record.dpi)
    #expect(twice.record.texts.map(\.text) == drawing.record.texts.map(\.text))
    for (a, b) in zip(twice.record.texts, drawing.record.texts) { #expect(a.px == 2 * b.px) }
  }

  @Test(
    "any size gives a picture, with what has room",
    arguments: [
      (64, 64), (160, 160), (160, 600), (600, 160), (300, 300), (640, 360), (4000, 300), (300, 2000), (1080, 1080),
      (1000, 2000),
    ], Language.allCases) func sizes(size: (Int, Int), language: Language) throws
  {
    let format = Workbench.format(Workbench.preset(size.0, size.1), language: language)
    let drawing = try draw(descent(Self.walk, rules: 2), format)
    #expect(drawing.bitmap.width == size.0 && drawing.bitmap.height == size.1)
    #expect(!drawing.record.axes.isEmpty)
  }

  @Test(
    "on sizes that people use nothing is cut off and nothing overlaps",
    arguments: [(600, 600), (800, 600), (1024, 576), (1080, 1080), (1200, 400), (900, 1600), (2400, 800)], [1, 4, 6])
  func usualSizes(size: (Int, Int), rules: Int) throws {
    let format = Workbench.format(Workbench.preset(size.0, size.1))
    let drawing = try draw(descent(Self.walk, rules: rules), format)
    #expect(flaws(drawing.record).isEmpty)
  }

  @Test("a long title is wrapped, not cut off", arguments: [Preset.slide, .half, .thumb], Language.allCases)
  func longTitle(preset: Preset, language: Language) throws {
    let words = String(repeating: "A very long title about many optimizers ", count: 3)
    let title = Phrase(english: words, chinese: String(repeating: "关于许多优化器的很长的标题", count: 5))
    let format = Workbench.format(preset, language: language)
    let drawing = try draw(descent(Self.walk, title: title), format)
    #expect(drawing.record.texts.count { $0.role == .title } >= 2)
    #expect(flaws(drawing.record).isEmpty)
  }

  @Test("the line at the foot is one line, and there wherever it must be", arguments: Preset.all) func foot(
    preset: Preset
  ) throws {
    var figure = descent(Self.walk)
    let sentence = "Each at the best of 25 learning rates, by the median distance at the end of 1000 steps each one"
    // A square slide has larger type, and room for fewer words.
    figure.foot = Phrase(same: preset.name == "slide43" ? String(sentence.prefix(78)) : sentence)
    let record = try draw(figure, Workbench.format(preset)).record
    let lines = record.texts.filter { $0.role == .note }
    #expect(lines.count <= 1)
    if ["slide", "slide43", "notes"].contains(preset.name) { #expect(lines.count == 1) }
    if preset.name == "slide" { #expect((lines.first?.px ?? 0) >= 30) }
    #expect(flaws(record).isEmpty)
  }

  @Test("a user's title replaces the figure's", arguments: Language.allCases) func ownTitle(language: Language) throws {
    var format = Workbench.format(.thumb, language: language)
    format.title = "Mine"
    let drawing = try draw(descent(Self.walk), format)
    #expect(drawing.record.title == "Mine")
    #expect(drawing.record.texts.filter { $0.role == .title }.map(\.text) == ["Mine"])
  }

  @Test("a user's view replaces that of the first panel alone") func ownView() throws {
    var format = Workbench.format(.slide)
    format.view = View(x: 0...1.5, y: 0.25...2)
    let axes = try draw(descent(Self.walk), format).record.axes
    #expect(axes[0].x.min == 0 && axes[0].x.max == 1.5 && axes[0].y.min == 0.25 && axes[0].y.max == 2)
    #expect(axes[1].x.min == 0 && axes[1].x.max == 100)
  }

  @Test("the same figure gives the same pixels", arguments: [Preset.thumb, .half]) func same(preset: Preset) throws {
    let format = Workbench.format(preset, language: .chinese)
    let first = try draw(descent(Self.walk, rules: 3), format)
    let second = try draw(descent(Self.walk, rules: 3), format)
    #expect(first.bitmap == second.bitmap)
    #expect(first.record.json == second.record.json)
  }

  @Test("a transparent picture has clear pixels outside and the same texts") func transparent() throws {
    var format = Workbench.format(.thumb, theme: .dark)
    let opaque = try draw(descent(Self.walk), format)
    format.transparent = true
    let clear = try draw(descent(Self.walk), format)
    #expect(clear.bitmap[0, 0].alpha == 0)
    #expect(opaque.bitmap.isOpaque && !clear.bitmap.isOpaque)
    #expect(opaque.record.texts == clear.record.texts)
  }

  @Test("axes of equal aspect have units of equal length", arguments: [Preset.slide, .half, .notesWide, .thumb])
  func equalAspect(preset: Preset) throws {
    var panel = Panel(x: Axis("$x$", domain: -3...5), y: Axis("$y$", domain: 0...2), frame: .box) {
      Line([Point(-3, 0), Point(5, 2)], as: 0, name: "a", label: nil)
    }
    panel.equalAspect = true
    let figure = Figure(headline: [.init("A")], setting: "b", panels: [panel])
    let axes = try #require(try draw(figure, Workbench.format(preset)).record.axes.first)
    let (x, y) = (axes.box.width / (axes.x.max - axes.x.min), axes.box.height / (axes.y.max - axes.y.min))
    #expect(abs(x / y - 1) < 0.01)
  }

  @Test("bad markup is an error, not a crash") func markup() throws {
    let figure = Figure(headline: [.init("$x")], setting: "", panels: descent(Self.walk).panels)
    #expect(throws: TypesettingError.self) { _ = try draw(figure, Workbench.format(.thumb)) }
  }

  @Test("the record tells of every mark") func record() throws {
    let record = try draw(descent(Self.walk, rules: 2), Workbench.format(.slide)).record
    #expect(record.axes.count == 2)
    #expect(record.levels?.scale == .log)
    #expect(record.series.map(\.name) == ["Rule 0", "Rule 1", "Rule 0", "Rule 1"])
    #expect(record.markers.map(\.kind.rawValue).sorted() == ["end", "end", "minimum", "start"])
    #expect(record.series[0].start == Self.walk[0] && record.series[0].end == Self.walk[100])
    #expect(record.preset == "slide" && record.theme == "light" && record.dpi == 144)
  }

  @Test("boxes in the record are where the ink is", arguments: [Theme.light, .dark]) func boxes(theme: Theme) throws {
    let drawing = try draw(descent(Self.walk), Workbench.format(.slide, theme: theme))
    let paper = theme.background.bytes
    for text in drawing.record.texts where text.role == .title || text.role == .tick && !text.halo {
      var ink = Rect.null
      let around = text.box.inset(by: -3)
      for y in Int(around.minY)...Int(around.maxY) {
        for x in Int(around.minX)...Int(around.maxX) {
          let c = drawing.bitmap[x, y].bytes
          let gap = abs(Int(c.red) - Int(paper.red)) + abs(Int(c.blue) - Int(paper.blue))
          if gap > 60 {
            ink.extend(to: Point(Double(x), Double(y)))
            ink.extend(to: Point(Double(x + 1), Double(y + 1)))
          }
        }
      }
      #expect(!ink.isNull, "'\(text.text)' is not there")
      #expect(abs(ink.minY - text.box.minY) <= 1.5 && abs(ink.maxY - text.box.maxY) <= 1.5, "\(text.text)")
    }
  }
}
