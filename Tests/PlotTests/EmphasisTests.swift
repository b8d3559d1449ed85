import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("What a headline speaks of stands out") struct EmphasisTests {
  private static let name = Identity("loss", .series(0))

  private func stage(_ mark: any Mark) throws -> Stage {
    var stage = Stage()
    try mark.place(in: Workbench.space(800, 600, x: 0...10, y: 0...10), on: &stage)
    return stage
  }

  @Test("a heavier line is as many times thicker, and says so", arguments: [0.5, 1, 1.7, 3]) func weight(weight: Double)
    throws
  {
    let line = Line([Point(0, 1), Point(10, 9)], as: Self.name)
    let (plain, heavy) = (try stage(line).series[0], try stage(line.with(\.weight, weight)).series[0])
    #expect(abs(heavy.width - weight * plain.width) < 1e-9 && heavy.weight == weight && plain.weight == 1)
  }

  @Test("an arrow leads from words at another place to the dot, and none where they stand at it") func arrow() throws {
    let dot = LabelledDot(Point(5, 2), label: "keep this", as: Self.name, wordsAt: Point(7, 8))
    let shapes = [dot, dot.with(\.hasArrow, true)].map { try? stage($0).items.count { $0.layer == .landmark } }
    #expect(shapes == [0, 3])
    let near = dot.with(\.hasArrow, true).with(\.wordsAt, Point(5, 2.05))
    #expect(try stage(near).items.allSatisfy { $0.layer != .landmark })
  }

  @Test("points stand over lines, or under them where a line is what counts", arguments: [false, true]) func under(
    isUnder: Bool
  ) throws {
    let dots = Dots([Point(2, 2), Point(5, 5)], as: Self.name).with(\.isUnderLines, isUnder)
    let layers = try stage(dots).items.map(\.layer)
    #expect(layers.count == (isUnder ? 2 : 4) && layers.allSatisfy { $0 == (isUnder ? .area : .marker) })
  }

  @Test("a callout may be larger than the lines under it", arguments: [1, 1.4, 2]) func scale(scale: Double) throws {
    let text = Callout("jumps 2.8", at: Point(5, 5), detail: "without clipping").with(\.scale, scale)
    let block = try TextBlock(try stage(text).labels[0].words, .finding, style: Workbench.style())
    #expect(block.lines.map(\.px) == [scale * block.px, block.px])
  }

  @Test("a text that is a finding is larger than a label") func finding() throws {
    let text = Callout("never 0", at: Point(5, 5))
    #expect(try stage(text).labels.map(\.role) == [.label])
    #expect(try stage(text.with(\.role, .finding)).labels.map(\.role) == [.finding])
  }

  @Test("pictures in a column stand beside the plot, all of a size, their words under them", arguments: Preset.all)
  func column(preset: Preset) throws {
    let pictures = (0..<3).map { Thumbnail(Array(repeating: 0.5, count: 64), columns: 8, label: "clean: \($0)") }
    let plot = Panel(x: Axis("x"), y: Axis("y")) { Line.plain([Point(0, 1), Point(1, 2)], as: Self.name) }
    let drawing = try Figure(
      headline: ["A headline"], setting: "a setting", arrangement: .row([3, 1]),
      panels: [plot, Thumbnails.column(pictures, heading: "read as")]
    ).draw(Workbench.format(preset), with: Workbench.typesetter)
    #expect(drawing.omitted.isEmpty && Layouts.flaws(drawing.record).isEmpty)
    let words = drawing.record.texts.filter { $0.text.hasPrefix("clean") }
    #expect(words.count == 3 && zip(words, words.dropFirst()).allSatisfy { $0.box.maxY < $1.box.minY })
    #expect(words.allSatisfy { $0.role == .label })
  }
}
