import Raster

extension Trail: SceneMark {
  /// Draws the trail on the surface, dotted where that hides it, and on the map below.
  func place(in scene: SceneSpace, on stage: inout Stage) throws {
    let walk = points.prefix { $0.isFinite }
    guard let first = walk.first, let last = walk.last else { return }
    let style = scene.style
    let color = style.color(series)
    let drape = Drape(Array(walk), in: scene)
    drawFloor(drape, color, scene, &stage)
    drawHidden(drape, color, style, &stage)
    drawSeen(drape, color, style, &stage)
    let line = TrailLine(
      pixels: drape.seen, runs: [], lastExit: drape.lastExit, lengths: drape.lengths)
    let steps = hasMilestones ? Milestones.choose(line.pixels, in: scene.pixels) : []
    for step in steps {
      drawMilestone(step, steps.first == step, line.pixels[step], scene.pixels, &stage)
    }
    let isLost = divergedAt != nil || drape.last == nil
    if isLost {
      drawLoss(line, scene, &stage)
    } else if let end = drape.last {
      drawEnd(end, line, scene, &stage)
    }
    stage.record(
      SeriesRecord(
        name: name[style.language], color: color, width: style.dataLine,
        halo: style.theme.background, marker: MarkerShape.of(series), start: first, end: last,
        points: walk.count, divergedAt: divergedAt, milestones: steps))
    stage.record(MarkerRecord(kind: isLost ? .diverged : .end, label: nil, at: last, color: color))
  }

  private func drawFloor(
    _ drape: Drape, _ color: Color, _ scene: SceneSpace, _ stage: inout Stage
  ) {
    let style = scene.style
    let width = 0.6 * style.dataLine
    for line in drape.floor {
      stage.stroke(
        .polyline(line), Stroke(width: width + 1.3 * style.halo),
        style.theme.background.opacity(0.8), layer: .area)
    }
    for line in drape.floor {
      stage.stroke(
        .polyline(line), Stroke(width: width), style.theme.background.mixed(with: color, by: 0.85),
        layer: .area)
      stage.avoid(line: line, width: width, owner: series)
    }
    guard let last = points.prefix(while: \.isFinite).last, divergedAt == nil,
      let end = scene.onFloor(last), !end.isHidden
    else { return }
    let radius = 0.55 * style.unit
    let shape = MarkerShape.of(series)
    stage.fill(
      shape.path(end.pixel, radius: radius + 0.2 * style.unit), style.theme.background,
      layer: .reference)
    stage.fill(shape.path(end.pixel, radius: radius), color, layer: .reference)
  }

  /// Dots, paler than the line: the surface lies before them.
  private func drawHidden(
    _ drape: Drape, _ color: Color, _ style: Style, _ stage: inout Stage
  ) {
    let width = 0.62 * style.dataLine
    let pale = style.theme.background.mixed(with: color, by: 0.62)
    for stretch in drape.stretches where stretch.isHidden {
      stage.stroke(
        .polyline(stretch.points), Stroke(width: width, dash: [0, 2.3 * width]), pale, layer: .line)
      stage.avoid(line: stretch.points, width: width, owner: series)
    }
  }

  private func drawSeen(
    _ drape: Drape, _ color: Color, _ style: Style, _ stage: inout Stage
  ) {
    let paper = style.theme.background
    let seen = drape.stretches.filter { !$0.isHidden && $0.points.count > 1 }
    for stretch in seen {
      stage.stroke(
        .polyline(stretch.points), Stroke(width: style.dataLine + 2 * style.halo),
        paper.opacity(0.9), layer: .line)
    }
    for stretch in seen {
      let run = TrailLine.Run(points: stretch.points, shares: stretch.shares)
      for piece in run.faded(from: 0.35, fullAt: 0.6, paper: paper, color: color) {
        stage.stroke(
          .polyline(piece.points), Stroke(width: style.dataLine), piece.color, layer: .line)
      }
      stage.avoid(line: stretch.points, width: style.dataLine + style.halo, owner: series)
    }
  }

  /// The end marker, hollow where the surface hides it.
  private func drawEnd(
    _ end: SceneSpace.Foothold, _ line: TrailLine, _ scene: SceneSpace, _ stage: inout Stage
  ) {
    guard end.isHidden else { return drawEnd(line, scene.pixels, &stage) }
    let style = scene.style
    let outline = MarkerShape.of(series).path(end.pixel, radius: 0.85 * style.unit)
    let color = style.theme.background.mixed(with: style.color(series), by: 0.62)
    stage.stroke(
      outline, Stroke(width: 0.3 * style.unit), color, layer: .marker, clipped: false)
    stage.avoid(disc: end.pixel, radius: 1.1 * style.unit)
    guard isNamed else { return }
    let along = [0.85, 0.7, 0.55, 0.45, 0.35, 0.25, 0.15, 0.08].compactMap { line.point(at: $0) }
    var request = LabelRequest(
      name, bold: true, color: style.textColor(series),
      at: ([end.pixel] + along).filter(\.isFinite).map {
        .init($0, clearance: 0.9 * style.unit + style.gap)
      }, rank: .name)
    request.owner = series
    stage.label(request)
  }

  /// The arrowhead or cross where the trail leaves the surface, with a word; at the side when it never was on it.
  private func drawLoss(_ line: TrailLine, _ scene: SceneSpace, _ stage: inout Stage) {
    var pixels = line.pixels
    if line.lastExit == nil, pixels.last?.isFinite != true {
      pixels.append(pixels.last { $0.isFinite } ?? scene.frame.center)
    }
    let shown = TrailLine(pixels: pixels, runs: [], lastExit: line.lastExit, lengths: [])
    drawEscape(shown, scene.pixels, &stage)
  }
}
