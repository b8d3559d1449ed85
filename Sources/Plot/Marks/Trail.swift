import Raster

/// The way of an optimizer over a surface: pale at the start, full in colour later, with numbered milestones.
public struct Trail: Mark {
  /// The points, from the start; those after the first that is not finite are not drawn.
  public var points: [Point]
  /// The name in the record, and on the map when `isNamed`.
  public var name: Phrase
  /// The number of the series, which chooses colour and end marker.
  public var series: Int
  /// Whether some steps carry their number.
  public var hasMilestones: Bool
  /// Whether the name stands beside the trail.
  public var isNamed: Bool
  /// What follows the name on the map: a result.
  public var ending: Phrase = ""
  /// The step at which the run left the finite numbers, if it did.
  public var divergedAt: Int?

  /// A trail.
  public init(
    _ points: [Point], name: Phrase, series: Int, milestones: Bool, named: Bool,
    divergedAt: Int? = nil
  ) {
    (self.points, self.name, self.series) = (points, name, series)
    (hasMilestones, isNamed, self.divergedAt) = (milestones, named, divergedAt)
  }

  /// Draws halo, line, milestones and end, and asks for the labels.
  public func place(in space: Space, on stage: inout Stage) throws {
    let walk = points.prefix { $0.isFinite }
    guard let first = walk.first, let last = walk.last else { return }
    let style = space.style
    let line = TrailLine(walk.map { space($0) }, space: space)
    let color = style.color(series)
    drawLine(line, color, space, &stage)
    if walk.count <= 41 { drawSteps(line, space, &stage) }
    let steps = hasMilestones ? Milestones.choose(line.pixels, in: space) : []
    for step in steps { drawMilestone(step, steps.first == step, line.pixels[step], space, &stage) }
    let isLost = divergedAt != nil || !space.frame.contains(line.pixels[line.pixels.count - 1])
    if isLost { drawEscape(line, space, &stage) } else { drawEnd(line, space, &stage) }
    stage.record(
      SeriesRecord(
        name: name[style.language], color: color, width: style.dataLine,
        halo: style.theme.background, marker: MarkerShape.of(series), start: first, end: last,
        points: walk.count, divergedAt: divergedAt, milestones: steps))
    stage.record(
      MarkerRecord(
        kind: isLost ? .diverged : .end, label: nil, at: last, color: color))
  }

  private func drawLine(
    _ line: TrailLine, _ color: Color, _ space: Space, _ stage: inout Stage
  ) {
    let style = space.style
    let paper = style.theme.background
    let isHidden = line.runs.contains { stage.hides($0.points, width: style.dataLine) }
    guard !isHidden else { return drawOver(line, color, style, &stage) }
    for run in line.runs {
      stage.stroke(
        .polyline(run.points), Stroke(width: style.dataLine + 2 * style.halo), paper.opacity(0.9),
        layer: .line)
    }
    for run in line.runs {
      for piece in run.faded(from: 0.35, fullAt: 0.6, paper: paper, color: color) {
        stage.stroke(
          .polyline(piece.points), Stroke(width: style.dataLine), piece.color, layer: .line)
      }
      stage.avoid(line: run.points, width: style.dataLine + style.halo, owner: series)
    }
  }

  /// A trail that runs along one drawn before: dashes, so that both colours are seen.
  private func drawOver(
    _ line: TrailLine, _ color: Color, _ style: Style, _ stage: inout Stage
  ) {
    let width = style.dataLine
    let stroke = Stroke(width: width, cap: .butt, dash: [3 * width, 3 * width])
    for run in line.runs {
      stage.stroke(.polyline(run.points), stroke, color, layer: .line)
    }
  }

  /// A dot for every step of a short walk that is far enough from the one before.
  private func drawSteps(_ line: TrailLine, _ space: Space, _ stage: inout Stage) {
    let unit = space.style.unit
    var last = line.pixels[0]
    for p in line.pixels.dropFirst().dropLast()
    where space.frame.contains(p) && p.distance(to: last) > 1.6 * unit {
      last = p
      stage.fill(
        .circle(p, radius: 0.55 * unit), space.style.theme.background, layer: .marker,
        clipped: false)
      stage.fill(
        .circle(p, radius: 0.4 * unit), space.style.color(series), layer: .marker, clipped: false)
    }
  }

  func drawMilestone(
    _ step: Int, _ isFirst: Bool, _ p: Point, _ space: Space, _ stage: inout Stage
  ) {
    let style = space.style
    let radius = 0.62 * style.unit
    stage.fill(
      .circle(p, radius: radius + 0.2 * style.unit), style.theme.background, layer: .marker,
      clipped: false)
    stage.fill(.circle(p, radius: radius), style.color(series), layer: .marker, clipped: false)
    let number = Digits.count(step)
    let text = isFirst ? Phrase("step \(number)", zh: "第 \(number) 步") : Phrase(same: number)
    stage.avoid(disc: p, radius: radius + 0.2 * style.unit)
    stage.label(
      LabelRequest(
        text, role: .milestone, color: style.textColor(series),
        at: [.init(p, clearance: 0.8 * style.unit + style.gap)], rank: .detail))
  }

  func drawEnd(_ line: TrailLine, _ space: Space, _ stage: inout Stage) {
    let style = space.style
    let p = line.pixels[line.pixels.count - 1]
    let shape = MarkerShape.of(series)
    let radius = 0.95 * style.unit
    stage.fill(
      shape.path(p, radius: radius + 0.28 * style.unit), style.theme.background, layer: .marker,
      clipped: false)
    stage.fill(shape.path(p, radius: radius), style.color(series), layer: .marker, clipped: false)
    stage.avoid(disc: p, radius: radius + 0.3 * style.unit)
    if hasMilestones {
      stage.label(
        LabelRequest(
          Phrase(same: Digits.count(line.pixels.count - 1)), role: .milestone,
          color: style.textColor(series),
          at: [.init(p, clearance: 1.2 * style.unit + style.gap)], rank: .detail))
    }
    guard isNamed else { return }
    let along = [0.85, 0.7, 0.55, 0.45, 0.35, 0.25, 0.15, 0.08].compactMap { line.point(at: $0) }
    var request = LabelRequest(
      name + ending, bold: true, color: style.textColor(series),
      at: [.init(p, clearance: 1.2 * style.unit + style.gap)]
        + along.map { .init($0, clearance: 0.7 * style.unit + style.gap) }, rank: .name)
    request.owner = series
    stage.label(request)
  }

  /// An arrowhead where the trail leaves the frame, or a cross where it ends in numbers that are none, with a word.
  func drawEscape(_ line: TrailLine, _ space: Space, _ stage: inout Stage) {
    let style = space.style
    let color = style.color(series)
    let size = 1.5 * style.unit
    let place: Point
    if let exit = line.lastExit {
      let back = exit.point - exit.direction * (1.6 * size)
      let side = exit.direction.turned * (0.8 * size)
      let arrow = Path.polygon([exit.point, back + side, back - side])
      stage.stroke(
        arrow, Stroke(width: 0.5 * style.unit), style.theme.background, layer: .marker,
        clipped: false)
      stage.fill(arrow, color, layer: .marker, clipped: false)
      place = exit.point - exit.direction * (0.8 * size)
    } else {
      let end = line.pixels[line.pixels.count - 1]
      let room = space.frame.inset(by: size)
      place = Point(
        min(max(end.x, room.minX), room.maxX), min(max(end.y, room.minY), room.maxY))
      if space.frame.contains(end) { stage.cross(end, color: color, style: style) }
    }
    stage.avoid(disc: place, radius: size)
    stage.label(
      LabelRequest(
        escapeText(wasSeen: line.lastExit != nil), bold: true, color: style.textColor(series),
        at: [.init(place, clearance: 1.8 * style.unit)], rank: .name))
  }

  private func escapeText(wasSeen: Bool) -> Phrase {
    let prefix = isNamed ? name + " " : ""
    guard let divergedAt else {
      return prefix
        + (wasSeen ? Phrase("leaves the view", zh: "离开视野") : Phrase("is out of view", zh: "在视野外"))
    }
    let number = Digits.count(divergedAt)
    return prefix + Phrase("diverged at step \(number)", zh: "在第 \(number) 步发散")
  }
}
