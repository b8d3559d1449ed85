import Raster

extension Trail: SceneMark {
  /// Draws the trail on the surface, dotted where that hides it.
  func place(in scene: SceneSpace, on stage: inout Stage) throws {
    let walk = points.prefix { $0.isFinite }
    guard let first = walk.first, let last = walk.last else { return }
    let style = scene.style
    let color = style.color(identity)
    let drape = Drape(Array(walk), in: scene)
    drawHidden(drape, color, style, &stage)
    drawSeen(drape, color, style, &stage)
    let line = VisibleLine(pixels: drape.seen, runs: [], lastExit: drape.lastExit, lengths: drape.lengths)
    let pen = TrailPen(self, space: scene.pixels)
    let steps = pen.marked(on: line)
    for step in steps { pen.drawDot(step, first: step == steps.first, line.pixels, &stage) }
    let isLost = divergedAt != nil || drape.last == nil
    for phase in phases { pen.name(phase, line.pixels, &stage) }
    if isLost { drawLoss(line, scene, &stage) } else if let end = drape.last { drawEnd(end, line, scene, &stage) }
    var record = SeriesRecord(
      name: name[style.language], color: color, width: style.trailLine, halo: style.theme.background,
      marker: identity.marker, start: first, end: last, points: walk.count, divergedAt: divergedAt, milestones: steps)
    record.hasLeftDomain = hasLeftDomain
    stage.record(record)
    stage.record(MarkerRecord(kind: isLost ? .diverged : .end, label: nil, at: last, color: color))
  }

  /// Dots, paler than the line: the surface lies before them.
  private func drawHidden(_ drape: Drape, _ color: Color, _ style: Style, _ stage: inout Stage) {
    let width = 0.62 * style.dataLine
    let pale = style.theme.background.mixed(with: color, by: 0.62)
    for stretch in drape.stretches where stretch.isHidden {
      stage.stroke(.polyline(stretch.points), Stroke(width: width, dash: [0, 2.3 * width]), pale, layer: .line)
      stage.avoid(line: stretch.points, width: width, owner: identity)
    }
  }

  /// The stretches that are seen: with a halo, or in dashes where the trail runs along one drawn before, so that both colours
  /// are seen.
  private func drawSeen(_ drape: Drape, _ color: Color, _ style: Style, _ stage: inout Stage) {
    let (paper, width) = (style.theme.background, style.trailLine)
    let parts = drape.stretches.filter { !$0.isHidden }.flatMap { stretch in
      stage.parts(of: stretch.points, owner: identity, within: 0.5 * width).map { part in
        (
          run: VisibleLine.Run(points: Array(stretch.points[part.range]), shares: Array(stretch.shares[part.range])),
          isShared: part.isShared
        )
      }
    }
    for part in parts where !part.isShared {
      stage.stroke(.polyline(part.run.points), Stroke(width: width + 2 * style.halo), paper.opacity(0.9), layer: .line)
    }
    for part in parts {
      if part.isShared {
        let dashes = Stroke(width: width, cap: .butt, dash: [3 * width, 3 * width])
        stage.stroke(.polyline(part.run.points), dashes, color, layer: .line)
      } else {
        for piece in part.run.faded(from: 0.35, fullAt: 0.6, paper: paper, color: color) {
          stage.stroke(.polyline(piece.points), Stroke(width: width), piece.color, layer: .line)
        }
      }
    }
    for part in parts { stage.avoid(line: part.run.points, width: width + style.halo, owner: identity) }
  }

  /// The end marker, hollow where the surface hides it.
  private func drawEnd(_ end: SceneSpace.Foothold, _ line: VisibleLine, _ scene: SceneSpace, _ stage: inout Stage) {
    let pen = TrailPen(self, space: scene.pixels)
    guard end.isHidden else { return pen.drawEnd(line, &stage) }
    let style = scene.style
    let outline = identity.marker.path(end.pixel, radius: 0.85 * style.unit)
    let color = style.theme.background.mixed(with: style.color(identity), by: 0.62)
    stage.stroke(outline, Stroke(width: 0.3 * style.unit), color, layer: .marker, clipped: false)
    stage.avoid(disc: end.pixel, radius: 1.1 * style.unit)
    guard isNamed else { return }
    pen.name(along: line, end: end.pixel, clearance: 0.9 * style.unit, &stage)
  }

  /// The arrowhead or cross where the trail leaves the surface, with a word; at the side when it never was on it.
  private func drawLoss(_ line: VisibleLine, _ scene: SceneSpace, _ stage: inout Stage) {
    var pixels = line.pixels
    if line.lastExit == nil, pixels.last?.isFinite != true {
      pixels.append(pixels.last { $0.isFinite } ?? scene.frame.center)
    }
    let shown = VisibleLine(pixels: pixels, runs: [], lastExit: line.lastExit, lengths: [])
    TrailPen(self, space: scene.pixels).drawEscape(shown, &stage)
  }
}
