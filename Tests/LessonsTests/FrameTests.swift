import LessonKit
import Raster
import Testing

@testable import Lessons
@testable import Plot

@Suite("Figures that build up") struct FrameTests {
  /// A figure of each kind: lines, bars, maps with trails, many panels, a diagram, pictures of digits, a surface in space.
  static let kinds = [
    "vanishing", "exploding", "rosenbrock", "bn-conditioning", "activations --figure functions", "backprop", "dropout",
    "robustness", "surface --3d", "saddle", "l1-l2", "rastrigin", "clipping", "overfitting",
    "norm-batch-size --figure blocks", "bias-variance --figure sum", "schedules --figure change",
  ]

  private static func figure(_ line: String) throws -> Figure {
    var words = line.split(separator: " ").map(String.init)
    let type = try #require(catalog.lessons.first { $0.page.name == words[0] })
    words.removeFirst()
    let isSpatial = words.first == "--3d"
    let recipe = try Recipe(type, given: isSpatial ? [Options.Given("3d", "true", spelled: "--3d")] : [])
    return try recipe.draw(recipe.figure(named: words.first == "--figure" ? words[1] : nil))
  }

  private static let format = Pictures.format(.thumb, .light, .english)

  @Test("the last frame is the figure, and there are two to eight", arguments: kinds) func whole(_ line: String) throws
  {
    let figure = try Self.figure(line)
    let sequence = try figure.frames(Self.format, with: Pictures.typesetter)
    let alone = try figure.draw(Self.format, with: Pictures.typesetter)
    #expect((2...FrameSequence.most).contains(sequence.count))
    #expect(sequence.drawing(sequence.count - 1).bitmap == alone.bitmap)
  }

  @Test(
    "from frame to frame pixels change only where something is added, and something is", arguments: kinds,
    [Pictures.format(.thumb, .light, .english), Pictures.format(.half, .dark, .chinese)]) func still(
      _ line: String, _ format: Format
    ) throws
  {
    let sequence = try Self.figure(line).frames(format, with: Pictures.typesetter)
    var before = sequence.drawing(0)
    for frame in 1..<sequence.count {
      let after = sequence.drawing(frame)
      let places = Self.added(in: frame, of: sequence) + Self.titles(before, after)
      let changed = Self.changed(before.bitmap, after.bitmap)
      #expect(!changed.isEmpty, "frame \(frame + 1) adds nothing")
      let stray = changed.first { p in !places.contains { $0.contains(p) } }
      #expect(stray == nil, "\(line), frame \(frame + 1)")
      before = after
    }
  }

  @Test("what has a place keeps it: axes in all frames, texts from when they come", arguments: kinds) func places(
    _ line: String
  ) throws {
    let sequence = try Self.figure(line).frames(Self.format, with: Pictures.typesetter)
    let records = (0..<sequence.count).map { sequence.drawing($0).record }
    for (earlier, later) in zip(records, records.dropFirst()) {
      #expect(earlier.axes == later.axes)
      let texts = Set(later.texts)
      #expect(earlier.texts.allSatisfy { $0.role == .title || texts.contains($0) })
      #expect(earlier.series.count <= later.series.count)
    }
    let asked = records[0].texts.filter { $0.role == .title }.map(\.text).joined(separator: " ")
    #expect(asked == records[0].title, "the question is the title")
    #expect(records[0].title.contains("?") && records.last?.title != records[0].title)
  }

  /// Where the marks and texts that come in a frame reach, with their halos.
  private static func added(in frame: Int, of sequence: FrameSequence) -> [Rect] {
    sequence.composition.parts.enumerated().flatMap { panel, part -> [Rect] in
      func isNew(_ source: Source) -> Bool { sequence.order.frame(of: source, panel: panel) == frame }
      let shapes = part.stage.items.filter { isNew($0.source) }.map { item in
        switch item.shape {
        case .fill(let path, _): path.bounds
        // A corner reaches out further than half a width.
        case .stroke(let path, let stroke, _): path.bounds.inset(by: -2 * stroke.width)
        case .image(let image, let x, let y):
          Rect(x: Double(x), y: Double(y), width: Double(image.width), height: Double(image.height))
        case .map: part.space.frame
        }
      }
      let texts = part.texts.filter { isNew($0.source) }.map { $0.box.inset(by: -0.25 * $0.px) }
      let leaders = part.leaders.filter { isNew($0.source) }.map { leader in
        Path.polyline([leader.segment.a, leader.segment.b]).bounds
      }
      return (shapes + texts + leaders).filter { !$0.isNull }.map { $0.inset(by: -2) }
    }
  }

  private static func titles(_ a: Drawing, _ b: Drawing) -> [Rect] {
    [a, b].flatMap { $0.record.texts }.filter { $0.role == .title }.map { $0.box.inset(by: -2) }
  }

  /// The middles of pixels that differ.
  private static func changed(_ a: Bitmap, _ b: Bitmap) -> [Point] {
    var points: [Point] = []
    let width = 4 * a.width
    a.pixels.withUnsafeBytes { a in
      b.pixels.withUnsafeBytes { b in
        // Most rows are the same, and that is told at once.
        for y in 0..<a.count / width where memcmp(a.baseAddress! + y * width, b.baseAddress! + y * width, width) != 0 {
          for i in stride(from: y * width, to: (y + 1) * width, by: 4)
          where a.loadUnaligned(fromByteOffset: i, as: UInt32.self)
            != b.loadUnaligned(fromByteOffset: i, as: UInt32.self)
          { points.append(Point(Double(i % width / 4) + 0.5, Double(y) + 0.5)) }
        }
      }
    }
    return points
  }
}

@Suite("The first steps of a walk") struct UptoTests {
  /// Every figure of the course with its defaults.
  static let figures: [Drawn] = catalog.lessons.flatMap { type in
    Recipe.standard(of: type).figures.map { Drawn(lesson: type.page.name, figure: $0, recipe: .standard(of: type)) }
  }

  struct Drawn: Sendable, CustomTestStringConvertible {
    let lesson: String
    let figure: LessonFigure
    let recipe: Recipe
    var testDescription: String { "\(lesson), \(figure.name)" }
  }

  @Test("a figure says that it takes --upto where it draws walks as trails") func declared() throws {
    // There a run that diverges is a curve, not a trail.
    let except = ["learning-rate"]
    for drawn in Self.figures where !except.contains(drawn.lesson) {
      let hasTrail = try drawn.recipe.draw(drawn.figure).longestTrail != nil
      #expect(hasTrail == drawn.figure.hasTrail, "\(drawn.testDescription)")
    }
  }

  @Test(
    "the axes are those of the whole, the walk is no longer than asked for, and nothing is told of its end",
    arguments: figures.filter(\.figure.hasTrail), [0, 1, 5]) func axes(_ drawn: Drawn, _ steps: Int) throws
  {
    let format = Pictures.format(.thumb, .light, .english)
    let whole = try drawn.recipe.draw(drawn.figure)
    let part = whole.upto(steps)
    let (all, some) = try (
      whole.outline(format, with: Pictures.typesetter), part.outline(format, with: Pictures.typesetter)
    )
    #expect(some.record.axes == all.record.axes)
    #expect(part.title == whole.ask)
    for trail in part.panels.flatMap(\.marks).compactMap({ $0 as? Trail }) {
      #expect(trail.points.count <= steps + 1 && trail.dots.allSatisfy { $0.step <= steps } && trail.ending == nil)
    }
    #expect(part.series.allSatisfy { $0.columns.first != "step" || $0.rows.count <= steps + 1 })
  }

  @Test("up to its end a figure is as it was", arguments: figures.filter(\.figure.hasTrail)) func end(_ drawn: Drawn)
    throws
  {
    let whole = try drawn.recipe.draw(drawn.figure)
    let longest = try #require(whole.longestTrail)
    #expect(whole.upto(longest).title == whole.title && whole.upto(longest - 1).title == whole.ask)
  }
}
