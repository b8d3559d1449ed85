import Raster

/// The way of an optimizer over a surface: pale at the start, full in colour later, with the steps that the headline names.
public struct Trail: Mark {
  /// A step that is marked.
  public struct Dot: Sendable, Hashable {
    /// Updates made when the trail was there.
    public var step: Int
    /// The text beside it, nil for none.
    public var label: Phrase?

    /// A step with a text of its own, or none.
    public init(_ step: Int, label: Phrase?) { (self.step, self.label) = (step, label) }

    /// A step with its number: "step 40".
    public init(_ step: Int) {
      let number = Digits.count(step)
      self.init(step, label: Phrase("step \(number)", zh: "第 \(number) 步"))
    }
  }

  /// A stretch of the trail with a word for what happens there.
  public struct Phase: Sendable, Hashable {
    /// The word, as in "crawls".
    public var words: Phrase
    /// From the first to the last step of the stretch.
    public var steps: ClosedRange<Int>

    /// A stretch.
    public init(_ words: Phrase, steps: ClosedRange<Int>) { (self.words, self.steps) = (words, steps) }
  }

  /// The points, from the start; those after the first that is not finite are not drawn.
  public var points: [Point]
  /// The name in the record, and on the map when `isNamed`.
  public var name: Phrase
  /// Whose it is, which chooses colour and end marker.
  public var identity: Identity
  /// Steps that are marked; without any, and with `hasMilestones`, round numbers of steps are.
  public var dots: [Dot]
  /// Stretches with a word beside them.
  public var phases: [Phase]
  /// Whether some steps carry their number.
  public var hasMilestones = false
  /// Whether the name stands beside the trail.
  public var isNamed: Bool
  /// What follows the name on the map, in a second line: a result.
  public var ending: Phrase?
  /// The step from which on the run only circles about its end, drawn thin and pale; nil for never.
  public var settledAt: Int?
  /// The step at which the run left the finite numbers, if it did.
  public var divergedAt: Int?
  /// Whether a run that was lost came to where there are no values, instead of far away.
  public var hasLeftDomain = false
  /// The numbers of the run, if they are to be told.
  public var table: Series?
  /// Thickness of the line and size of the dots against those of other trails.
  public var weight = 1.0

  /// A trail.
  ///
  /// - Parameters:
  ///   - points: The points, from the start.
  ///   - identity: Whose it is.
  ///   - name: The name, nil for the identity's.
  ///   - named: Whether the name stands beside the trail.
  ///   - ending: What follows the name in a second line.
  ///   - dots: Steps that are marked.
  ///   - phases: Stretches with a word beside them.
  ///   - divergedAt: The step at which the run left the finite numbers, if it did.
  ///   - table: The numbers of the run.
  public init(
    _ points: [Point], as identity: Identity, name: Phrase? = nil, named: Bool = false, ending: Phrase? = nil,
    dots: [Dot] = [], phases: [Phase] = [], divergedAt: Int? = nil, table: Series? = nil
  ) {
    (self.points, self.identity, self.name) = (points, identity, name ?? identity.name)
    (isNamed, self.ending, self.dots, self.phases) = (named, ending, dots, phases)
    (self.divergedAt, self.table) = (divergedAt, table)
  }

  /// The table that the caller gave.
  public func series(x: Axis, y: Axis) -> [Series] { table.map { [$0] } ?? [] }

  /// Where the run ends: that of its table, of which the trail may show less. What is nothing beside the whole way is zero.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    guard name != "" else { return [] }
    if let divergedAt { return [.loss(of: name, at: divergedAt, hasLeftDomain: hasLeftDomain)] }
    guard let last = points.prefix(while: \.isFinite).last else { return [] }
    let end = self.end(of: table) ?? last
    let way = Extent(points.filter(\.isFinite) + [end])
    func text(_ value: Double, _ range: ClosedRange<Double>?) -> String {
      let length = range.map { $0.upperBound - $0.lowerBound } ?? 0
      return Digits.text(abs(value) < 1e-9 * length ? 0 : value)
    }
    let place = "(\(text(end.x, way.x.range)), \(text(end.y, way.y.range)))"
    return [name.plain + Phrase(" ends at \(place)", zh: "终点为 \(place)")]
  }

  /// The last point of a table of steps and places that begins where the trail does.
  private func end(of table: Series?) -> Point? {
    guard let table, let x = table.columns.firstIndex(of: "x"), let y = table.columns.firstIndex(of: "y"),
      let first = table.rows.first, let last = table.rows.last, Point(first[x], first[y]) == points.first
    else { return nil }
    let end = Point(last[x], last[y])
    return end.isFinite ? end : nil
  }

  /// Draws halo, line, dots and end, and asks for the labels.
  public func place(in space: Space, on stage: inout Stage) throws {
    let walk = points.prefix { $0.isFinite }
    guard let first = walk.first, let last = walk.last else { return }
    let style = space.style
    let line = Self.line(walk.map { space($0) }, in: space)
    let color = style.color(identity)
    let settled = min(max(settledAt ?? walk.count - 1, 0), walk.count - 1)
    if settled < walk.count - 1 {
      drawSettled(Array(line.pixels[settled...]), color, space, &stage)
      drawLine(Self.line(Array(line.pixels[...settled]), in: space), color, space, &stage)
    } else {
      drawLine(line, color, space, &stage)
    }
    let pen = TrailPen(self, space: space)
    if walk.count <= Self.mostSteps && dots.isEmpty { pen.drawSteps(line, &stage) }
    let steps = pen.marked(on: line)
    for step in steps { pen.drawDot(step, first: step == steps.first, line.pixels, &stage) }
    let isLost = divergedAt != nil || !space.frame.contains(line.pixels[line.pixels.count - 1])
    if isLost { pen.drawEscape(line, &stage) } else { pen.drawEnd(line, &stage) }
    for phase in phases { pen.name(phase, line.pixels, &stage) }
    var record = SeriesRecord(
      name: name[style.language], color: color, width: weight * space.weight * style.trailLine,
      halo: style.theme.background, marker: identity.marker, start: first, end: last, points: walk.count,
      divergedAt: divergedAt, milestones: steps)
    record.hasLeftDomain = hasLeftDomain
    stage.record(record)
    stage.record(MarkerRecord(kind: isLost ? .diverged : .end, label: nil, at: last, color: color))
  }

  /// Pixels as a line: what lies just beyond the frame counts, for the line has a width.
  private static func line(_ pixels: [Point], in space: Space) -> VisibleLine {
    VisibleLine(pixels, frame: space.frame, margin: 3 * space.style.unit)
  }

  /// The most points of a trail each of which has a dot.
  static let mostSteps = 41

  private func drawLine(_ line: VisibleLine, _ color: Color, _ space: Space, _ stage: inout Stage) {
    let style = space.style
    let paper = style.theme.background
    let width = weight * space.weight * style.trailLine
    let halo = space.weight * style.halo
    let isHidden = line.runs.contains { stage.hides($0.points, width: width) }
    let own = identity.dash.lengths(width)
    guard !isHidden, own.isEmpty else {
      return drawDashed(line, own.isEmpty ? [3 * width, 3 * width] : own, width, color, &stage)
    }
    for run in line.runs {
      stage.stroke(.polyline(run.points), Stroke(width: width + 2 * halo), paper.opacity(0.9), layer: .line)
    }
    for run in line.runs {
      for piece in run.faded(from: 0.4, fullAt: 0.5, paper: paper, color: color) {
        stage.stroke(.polyline(piece.points), Stroke(width: width), piece.color, layer: .line)
      }
      stage.avoid(line: run.points, width: width + halo, owner: identity)
    }
  }

  /// What a run does once it has all but arrived.
  private func drawSettled(_ pixels: [Point], _ color: Color, _ space: Space, _ stage: inout Stage) {
    let width = 0.3 * space.weight * space.style.trailLine
    for run in Self.line(pixels, in: space).runs {
      stage.stroke(.polyline(run.points), Stroke(width: width), color.opacity(0.75), layer: .line)
      stage.avoid(line: run.points, width: width, owner: identity)
    }
  }

  /// A trail that runs along one drawn before: dashes, so that both colours are seen.
  private func drawDashed(_ line: VisibleLine, _ dash: [Double], _ width: Double, _ color: Color, _ stage: inout Stage)
  {
    let stroke = Stroke(width: width, cap: .butt, dash: dash)
    for run in line.runs {
      stage.stroke(.polyline(run.points), stroke, color, layer: .line)
      stage.avoid(line: run.points, width: width, owner: identity)
    }
  }
}
