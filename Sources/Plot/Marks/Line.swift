import Raster

/// A curve through points, with its name at the right end.
public struct Line: Mark {
  /// The points, in order of x; a point that is not finite interrupts the curve.
  public var points: [Point]
  /// The name beside the right end, nil for none.
  public var label: Phrase?
  /// A second line under the name, as in "rate 0.1".
  public var detail: Phrase?
  /// What the picture has found of it, in large type above the name at its end; nil for nothing.
  public var finding: Phrase?
  /// The name in the record.
  public var name: Phrase
  /// Whose it is, which chooses colour and end marker.
  public var identity: Identity
  /// The step at which the run left the finite numbers, if it did.
  public var divergedAt: Int?
  /// How strong the colour is: below 1 it is mixed with the page, for what leads up to the last curve.
  public var strength = 1.0
  /// The height from which what lies under or over the curve is filled; nil for none.
  public var fillsFrom: Double?
  /// Thickness against that of other data lines: above 1 for the one that the headline speaks of.
  public var weight = 1.0
  /// Whether every point has a dot: for values at whole numbers.
  public var hasDots = false
  /// Whether the right end has the marker of the series.
  public var hasEndMarker = true
  /// Whether the label stands in the margin even of a curve that ends early: where all curves do.
  public var isNamedInMargin = false
  /// Whether the label stands along the curve, where there is room, instead of in the margin.
  public var isNamedAlong = false
  /// Whether its end is told to a reader who cannot see it, even without a name in the picture.
  public var isTold = false
  /// Whether it is broken where a curve drawn before runs along the same points, so that both are seen.
  public var sharesStretches = true
  /// Whether an arrowhead stands at the lower or upper border wherever the curve leaves the view there; the cross of a lost
  /// run then stands only where its end is in view.
  public var hasExits = false

  /// A curve under the name of what it stands for.
  ///
  /// - Parameters:
  ///   - points: The points, in order of x.
  ///   - identity: Whose it is.
  ///   - detail: A second line under the name.
  ///   - hasDots: Whether every point has a dot.
  ///   - divergedAt: The step at which the run left the finite numbers, if it did.
  public init(
    _ points: [Point], as identity: Identity, detail: Phrase? = nil, hasDots: Bool = false, divergedAt: Int? = nil
  ) {
    self.init(
      points, as: identity, label: identity.name == "" ? nil : identity.name, detail: detail, hasDots: hasDots,
      divergedAt: divergedAt)
  }

  /// A curve with a label of its own, or none; `name` is what the record calls it.
  public init(
    _ points: [Point], as identity: Identity, name: Phrase? = nil, label: Phrase?, detail: Phrase? = nil,
    hasDots: Bool = false, divergedAt: Int? = nil
  ) {
    (self.points, self.label, self.detail) = (points, label, detail)
    self.name = name ?? (identity.name == "" ? label ?? "" : identity.name)
    (self.identity, self.hasDots, self.divergedAt) = (identity, hasDots, divergedAt)
  }

  /// All points.
  public var extent: Extent { Extent(points) }
  /// The label, unless the curve ends early: then it stands there.
  public func endTexts(x: Axis, y: Axis) -> [LabelText] {
    hasEndText ? label.map { [words($0, detail: fullDetail(x: x, y: y))] } ?? [] : []
  }
  private func words(_ label: Phrase, detail: Phrase?) -> LabelText {
    guard let finding else { return LabelText(label, detail: detail) }
    let rest = detail.map { detail in label + Phrase("\n", zh: "\n") + detail } ?? label
    var words = LabelText(finding, detail: rest)
    // One of more than five letters is set smaller: the margin is the plot's.
    words.scale = Self.findingScale * min(1, 5 / Double(max(finding.english.count, finding.chinese.count)))
    return words
  }
  /// The size of what the picture has found against that of the name under it.
  static let findingScale = 2.0
  private var hasEndText: Bool { !isNamedAlong && (divergedAt == nil || isNamedInMargin) }

  /// x and y of every point.
  public func series(x: Axis, y: Axis) -> [Series] {
    [Series(of: name, [x.name.or("x"), y.name.or("y")], rows: points.map { [$0.x, $0.y] })]
  }

  /// Where the curve ends, if it has a name on the picture.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    guard let label = label ?? (isTold ? name : nil) else { return [] }
    if let divergedAt { return [.loss(of: label, at: divergedAt)] }
    if let zero = zero(x: x, y: y) { return [label.plain + Phrase(" is \(zero)", zh: "\(zero)")] }
    return points.last { $0.isFinite }.map { [.ending(of: label, at: $0.y)] } ?? []
  }

  /// A line chart.
  public var kind: Phrase? { Phrase("line chart", zh: "折线图") }

  /// Whether a number stands large at its end.
  public var standsWithoutGrid: Bool { finding != nil }

  /// Draws the curve with a marker at its end, and asks for its label.
  public func place(in space: Space, on stage: inout Stage) throws {
    guard let first = points.first(where: \.isFinite), let last = points.last(where: \.isFinite) else { return }
    let style = space.style
    let color = style.theme.background.mixed(with: style.color(identity), by: strength)
    let runs = points.map { $0.y == .infinity ? space($0) : space.onCurve($0) }.split { !$0.isFinite }.map { Array($0) }
    let width = weight * space.weight * style.dataLine
    if let fillsFrom {
      for run in runs where run.count > 1 {
        let foot = [run[run.count - 1], run[0]].map { Point($0.x, space(Point(first.x, fillsFrom)).y) }
        stage.fill(.polygon(run + foot), color.opacity(0.16), layer: .area)
      }
    }
    for run in runs { drawRun(run, width, color, style, &stage) }
    if hasExits {
      for exit in LineExit.all(of: runs, in: space.frame, apart: 2.4 * style.unit) {
        stage.fill(exit.arrowhead(style), color, layer: .marker, clipped: false)
        stage.avoid(disc: exit.point, radius: style.unit)
      }
    }
    let shape = identity.marker
    let end = runs.last?.last ?? space(last)
    let visible = Self.visibleEnd(runs.last ?? [end], in: space.frame)
    if hasDots {
      for p in runs.joined() where space.frame.contains(p) { drawDot(p, color, space, &stage) }
    } else if divergedAt == nil ? hasEndMarker : !hasExits || space.frame.contains(end) {
      drawEnd(shape, visible, color, space, &stage)
    }
    if let label { place(label, at: visible, of: runs.last ?? [end], color, space, &stage) }
    stage.record(
      SeriesRecord(
        name: name[style.language], color: color, width: width, halo: nil, marker: shape, start: first, end: last,
        points: points.count, divergedAt: divergedAt, milestones: [], weight: weight))
  }

  /// The name: in the margin beside the end of the curve, or where the curve breaks off.
  private func place(
    _ label: Phrase, at end: Point, of run: [Point], _ color: Color, _ space: Space, _ stage: inout Stage
  ) {
    let style = space.style
    let detail = space.axes.flatMap { fullDetail(x: $0.x, y: $0.y) } ?? detail
    let ink = style.textColor(identity)
    // A leader from where a curve leaves the picture to the margin would look like a curve of its own.
    let hasLeft = hasExits && end.x < space.frame.maxX - 6 * style.unit
    guard hasEndText, space.hasEndMargin, !hasLeft else {
      if !isNamedAlong { stage.avoid(disc: end, radius: style.unit) }
      let way = Self.way(to: end, of: run, in: space.frame)
      let places = isNamedAlong ? [3, 2, 4, 1, 5].compactMap { $0 < way.count ? way[$0] : nil } : []
      var request = LabelRequest(
        label, detail: detail, bold: true, color: ink,
        at: (places + (isNamedAlong ? [] : [end]) + way).map { .init($0, clearance: 1.2 * style.unit + style.gap) },
        rank: .name)
      request.owner = identity
      stage.label(request)
      return
    }
    stage.label(EndLabel(words(label, detail: detail), color: ink, lineColor: color, end: end))
  }

  /// Places on the last stretch of a curve that can be seen, back from its end, for a name that has no room there.
  static func way(to end: Point, of run: [Point], in frame: Rect) -> [Point] {
    var way = [end]
    for (a, b) in zip(run, run.dropFirst()).reversed() {
      guard let (start, stop) = Segment(a, b).clipped(to: frame) else {
        if way.count > 1 { break }
        continue
      }
      if way.count > 1, stop.distance(to: way[way.count - 1]) > 0.5 { break }
      way.append(start)
    }
    let pieces = zip(way, way.dropFirst()).map { $0.distance(to: $1) }
    let length = pieces.reduce(0, +)
    return [0.08, 0.15, 0.3, 0.5, 0.7, 0.9].compactMap { share in
      var rest = share * length
      for (i, piece) in pieces.enumerated() {
        if rest <= piece { return way[i].mixed(with: way[i + 1], by: piece > 0 ? rest / piece : 0) }
        rest -= piece
      }
      return nil
    }
  }

  /// Where a curve ends as far as it can be seen: the last point at which it leaves the frame, or its end inside.
  static func visibleEnd(_ run: [Point], in frame: Rect) -> Point {
    for (a, b) in zip(run, run.dropFirst()).reversed() {
      if let (_, seen) = Segment(a, b).clipped(to: frame) { return seen }
    }
    let end = run[run.count - 1]
    return Point(min(max(end.x, frame.minX), frame.maxX), min(max(end.y, frame.minY), frame.maxY))
  }

  /// A stretch of the curve: a pale band around its middle where it swings to and fro within a pixel, and dashes where a
  /// curve drawn before runs along the same points.
  private func drawRun(_ run: [Point], _ width: Double, _ color: Color, _ style: Style, _ stage: inout Stage) {
    if let swing = Swing(run, width: width) {
      stage.fill(.polygon(swing.upper + swing.lower.reversed()), color.opacity(0.3), layer: .area)
      stage.stroke(.polyline(swing.middle), Stroke(width: width), color, layer: .line)
      stage.avoid(line: swing.middle, width: width, owner: identity)
      return
    }
    let isHidden = sharesStretches && stage.hides(run, width: width)
    let own = identity.dash.lengths(width)
    let dash = own.isEmpty && isHidden ? [3 * width, 3 * width] : own
    let stroke = Stroke(width: width, cap: isHidden ? .butt : .round, dash: dash)
    stage.stroke(.polyline(Self.thinned(run)), stroke, color, layer: .line)
    stage.avoid(line: run, width: width, owner: identity)
  }

  private func drawDot(_ p: Point, _ color: Color, _ space: Space, _ stage: inout Stage) {
    let style = space.style
    let radius = 0.74 * weight * space.weight * style.unit
    stage.fill(.circle(p, radius: radius + 0.2 * style.unit), style.theme.background, layer: .marker, clipped: false)
    stage.fill(.circle(p, radius: radius), color, layer: .marker, clipped: false)
  }

  private func drawEnd(_ shape: MarkerShape, _ p: Point, _ color: Color, _ space: Space, _ stage: inout Stage) {
    // The end that the picture speaks of is seen first.
    let unit = (finding == nil ? max(1, weight) : max(1.8, weight)) * space.style.unit
    let paper = space.style.theme.background
    guard divergedAt == nil else {
      stage.cross(p, color: color, style: space.style)
      return
    }
    stage.fill(shape.path(p, radius: 1.0 * unit), paper, layer: .marker, clipped: false)
    stage.fill(shape.path(p, radius: 0.78 * unit), color, layer: .marker, clipped: false)
  }

  /// Points of a dense curve, at most a lowest and a highest for each half pixel of x.
  static func thinned(_ pixels: [Point]) -> [Point] {
    guard pixels.count > 4000 else { return pixels }
    var kept: [Point] = []
    var group: [Point] = []
    func flush(_ kept: inout [Point], _ group: inout [Point]) {
      let extremes = [
        group.indices.first, group.indices.min { group[$0].y < group[$1].y },
        group.indices.max { group[$0].y < group[$1].y }, group.indices.last,
      ].compactMap { $0 }
      kept += Set(extremes).sorted().map { group[$0] }
      group.removeAll(keepingCapacity: true)
    }
    for p in pixels {
      if let start = group.first, p.x - start.x >= 0.5 { flush(&kept, &group) }
      group.append(p)
    }
    flush(&kept, &group)
    return kept
  }
}
