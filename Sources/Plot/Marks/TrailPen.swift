import Raster

/// Draws the points of a trail, in the plane or in the picture of a scene, and asks for their texts.
struct TrailPen {
  private let trail: Trail
  private let space: Space
  private var style: Style { space.style }
  private var unit: Double { trail.weight * space.weight * space.style.unit }
  private var color: Color { style.color(trail.identity) }

  init(_ trail: Trail, space: Space) { (self.trail, self.space) = (trail, space) }

  /// The steps that get a dot and perhaps a text.
  func marked(on line: VisibleLine) -> [Int] {
    guard trail.dots.isEmpty else { return trail.dots.map(\.step).filter(line.pixels.indices.contains) }
    return trail.hasMilestones ? Milestones.choose(line.pixels, in: space) : []
  }

  /// A dot for every step of a short walk that is far enough from the one before.
  func drawSteps(_ line: VisibleLine, _ stage: inout Stage) {
    var last = line.pixels[0]
    for p in line.pixels.dropFirst().dropLast() where space.frame.contains(p) && p.distance(to: last) > 1.6 * unit {
      last = p
      disc(p, radius: 0.6 * unit, halo: 0.18 * unit, &stage)
    }
  }

  private func disc(_ p: Point, radius: Double, halo: Double, _ stage: inout Stage) {
    stage.fill(.circle(p, radius: radius + halo), style.theme.background, layer: .marker, clipped: false)
    stage.fill(.circle(p, radius: radius), color, layer: .marker, clipped: false)
  }

  /// A step's dot, with its text.
  func drawDot(_ step: Int, first isFirst: Bool, _ pixels: [Point], _ stage: inout Stage) {
    let p = pixels[step]
    guard p.isFinite, space.frame.contains(p) else { return }
    disc(p, radius: 0.85 * unit, halo: 0.25 * unit, &stage)
    stage.avoid(disc: p, radius: 1.1 * unit)
    let chosen = trail.dots.first { $0.step == step }
    let number = Digits.count(step)
    let round = isFirst ? Phrase("step \(number)", zh: "第 \(number) 步") : Phrase(same: number)
    guard let text = chosen == nil ? round : chosen?.label else { return }
    stage.label(
      LabelRequest(
        text, role: .milestone, color: style.textColor(trail.identity),
        at: [.init(p, clearance: 1.1 * unit + style.gap)], rank: chosen == nil ? .detail : .landmark))
  }

  /// The mark at the end, unless a star stands there, and the name.
  func drawEnd(_ line: VisibleLine, _ stage: inout Stage) {
    let p = line.pixels[line.pixels.count - 1]
    let isCovered = space.covered.contains { space($0).distance(to: p) < Star.radius * space.weight * style.unit }
    if !isCovered {
      let shape = trail.identity.marker
      let radius = 1.1 * unit
      stage.fill(shape.path(p, radius: radius + 0.28 * unit), style.theme.background, layer: .marker, clipped: false)
      stage.fill(shape.path(p, radius: radius), color, layer: .marker, clipped: false)
      stage.avoid(disc: p, radius: radius + 0.3 * unit)
    }
    if trail.hasMilestones, trail.dots.isEmpty, !isCovered {
      stage.label(
        LabelRequest(
          Phrase(same: Digits.count(line.pixels.count - 1)), role: .milestone, color: style.textColor(trail.identity),
          at: [.init(p, clearance: 1.3 * unit + style.gap)], rank: .detail))
    }
    guard trail.isNamed else { return }
    name(along: line, end: isCovered ? nil : p, clearance: 1.3 * unit, &stage)
  }

  /// Asks for the trail's name at its end, or along it.
  func name(along line: VisibleLine, end: Point?, clearance: Double, _ stage: inout Stage) {
    let along = [0.85, 0.7, 0.55, 0.45, 0.35, 0.25, 0.15, 0.08].compactMap { line.point(at: $0) }.filter(\.isFinite)
    var request = LabelRequest(
      trail.name, detail: trail.ending, bold: true, color: style.textColor(trail.identity),
      at: (end.map { [.init($0, clearance: clearance + style.gap)] } ?? [])
        + along.map { .init($0, clearance: 0.7 * unit + style.gap) }, rank: .name)
    request.owner = trail.identity
    stage.label(request)
  }

  /// Asks for the word of a stretch, beside its middle or elsewhere along it.
  func name(_ phase: Trail.Phase, _ pixels: [Point], _ stage: inout Stage) {
    let last = pixels.count - 1
    let from = min(max(phase.steps.lowerBound, 0), last)
    let to = min(max(phase.steps.upperBound, from), last)
    // By length, the middle first.
    let places = VisibleLine.points(
      of: pixels[from...to], in: space.frame, at: [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.05, 0.95])
    guard !places.isEmpty else { return }
    var request = LabelRequest(
      phase.words, bold: true, color: style.textColor(trail.identity),
      at: places.map { .init($0, clearance: unit + style.gap) }, rank: .name)
    request.owner = trail.identity
    stage.label(request)
  }

  /// An arrowhead where the trail leaves the frame, or a cross where it ends in numbers that are none, with a word.
  func drawEscape(_ line: VisibleLine, _ stage: inout Stage) {
    let size = 1.7 * unit
    let place: Point
    if let exit = line.lastExit {
      let back = exit.point - exit.direction * (1.6 * size)
      let side = exit.direction.turned * (0.8 * size)
      let arrow = Path.polygon([exit.point, back + side, back - side])
      stage.stroke(arrow, Stroke(width: 0.5 * unit), style.theme.background, layer: .marker, clipped: false)
      stage.fill(arrow, color, layer: .marker, clipped: false)
      place = exit.point - exit.direction * (0.8 * size)
    } else {
      let end = line.pixels[line.pixels.count - 1]
      let room = space.frame.inset(by: size)
      place = Point(min(max(end.x, room.minX), room.maxX), min(max(end.y, room.minY), room.maxY))
      if space.frame.contains(end) { stage.cross(end, color: color, style: style) }
    }
    stage.avoid(disc: place, radius: size)
    stage.label(
      LabelRequest(
        escapeText(wasSeen: line.lastExit != nil), bold: true, color: style.textColor(trail.identity),
        at: [.init(place, clearance: 1.8 * style.unit)], rank: .name))
  }

  private func escapeText(wasSeen: Bool) -> Phrase {
    let prefix = trail.isNamed ? trail.name + " " : ""
    guard let step = trail.divergedAt else {
      return prefix + (wasSeen ? Phrase("leaves the view", zh: "离开视野") : Phrase("is out of view", zh: "在视野外"))
    }
    let number = Digits.count(step)
    if trail.hasLeftDomain { return prefix + Phrase("left the domain at step \(number)", zh: "在第 \(number) 步离开定义域") }
    return prefix + Phrase("diverged at step \(number)", zh: "在第 \(number) 步发散")
  }
}
