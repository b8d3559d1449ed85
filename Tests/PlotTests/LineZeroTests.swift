import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Exactly zero on a log axis") struct LineZeroTests {
  private static let adam = Identity("Adam", .series(3), marker: .diamond)
  private static let plain = Identity("SGD", .series(0), marker: .circle)

  private func draw(_ curves: [[Double]], _ preset: Preset = .slide, _ language: Language = .english) throws -> Drawing
  {
    let steps = Axis.counting(Phrase("step", zh: "步数"))
    let panel = Panel(x: steps, y: Axis(Phrase("loss (log scale)", zh: "损失（对数坐标）"), .log)) {
      for (curve, name) in zip(curves, [Self.adam, Self.plain]) {
        Line(curve.enumerated().map { Point(Double($0.offset), $0.element) }, as: name)
      }
    }
    return try Figure(headline: ["A headline"], setting: "a setting", panels: [panel]).draw(
      Workbench.format(preset, language: language), with: Workbench.typesetter)
  }

  @Test("nothing but zeros stands on an axis with a zero and nothing else", arguments: [1, 2]) func zerosAlone(
    count: Int
  ) throws {
    let record = try draw(Array(repeating: [0, 0, 0], count: count)).record
    let axis = record.axes[0].y
    #expect(axis.scale == .linear && axis.min == 0 && axis.ticks == [0] && axis.labels == ["0"])
    #expect(axis.name == "loss")
    #expect(record.texts.count { $0.text.hasPrefix("exactly 0") } == count)
    #expect(Layouts.flaws(record).isEmpty)
  }

  @Test(
    "a curve that arrives at zero goes to the foot of its axis, and says from which step on it is there",
    arguments: [1, 3, 40], [Preset.slide, .notes]) func arrives(step: Int, preset: Preset) throws
  {
    let curve = (0..<60).map { $0 < step ? 1 / Double(1 + $0) : 0 }
    let record = try draw([curve, (0..<60).map { 2 / Double(1 + $0) }], preset).record
    let axis = record.axes[0].y
    #expect(axis.scale == .log && axis.min > 0.01 && axis.max < 3)
    let words = record.texts.map(\.text).joined(separator: " ")
    #expect(words.contains("exactly 0 from step \(step) on"))
    #expect(Layouts.flaws(record).isEmpty)
    #expect(record.series[0].end.y == 0)
  }

  @Test("what is told of a zero and what is written of it") func told() {
    let (x, y) = (Axis.counting(Phrase("step", zh: "步数")), Axis("loss", .log))
    func told(_ values: [Double], _ axis: Axis) -> [Phrase] {
      Line(values.enumerated().map { Point(Double($0.offset), $0.element) }, as: Self.adam).told(x: x, y: axis)
    }
    #expect(told([1, 0.1, 0, 0], y).map(\.english) == ["Adam is exactly 0 from step 2 on"])
    #expect(told([0, 0], y).map(\.english) == ["Adam is exactly 0 throughout"])
    #expect(told([1, 0, 0.5], y).map(\.english) == ["Adam ends at 0.5"])
    #expect(told([1, 0], Axis("loss")).map(\.english) == ["Adam ends at 0"])
    let line = Line([Point(0, 1), Point(1, 0)], as: Self.adam)
    #expect(line.series(x: x, y: y)[0].rows == [[0, 1], [1, 0]])
  }

  @Test("a curve at zero is drawn along the foot of the plot") func foot() throws {
    let curve = [1, 0.1, 0, 0, 0, 0, 0, 0].enumerated().map { Point(Double($0.offset), $0.element) }
    func ink(_ marks: [any Mark]) throws -> Int {
      let picture = try Easel.draw(x: 0...7, y: 0.01...1, yScale: .log, marks: marks)
      // Along the last rows of the plot, away from both ends.
      return (80..<120).count { picture[$0, 109] != Theme.light.background }
    }
    #expect(try ink([Line.plain(curve, as: Self.adam)]) == 40)
    #expect(try ink([Line.plain(Array(curve.prefix(2)), as: Self.adam)]) == 0)
  }
}
