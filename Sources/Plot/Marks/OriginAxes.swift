import Raster

/// Both axes through the origin as thin grey arrows over the whole view, with their names at the tips: for panels without a frame.
public struct OriginAxes: Mark {
  /// The names.
  public var x: Phrase, y: Phrase

  /// Axes under their names.
  public init(_ x: Phrase, _ y: Phrase) { (self.x, self.y) = (x, y) }

  /// Draws the arrows, and asks for the names.
  public func place(in space: Space, on stage: inout Stage) throws {
    let (xs, ys) = (space.x.domain, space.y.domain)
    let em = space.style.size(.label)
    let (right, up) = (space(xs.upperBound, 0) - Point(0.3 * em, 0), space(0, ys.upperBound))
    for (tail, tip) in [(space(xs.lowerBound, 0), right), (space(0, ys.lowerBound), up)] {
      draw(tail, tip, space.style, &stage)
    }
    for (name, place) in [(x, right + Point(-0.6 * em, 0.9 * em)), (y, up + Point(-0.9 * em, 0.5 * em))] {
      var request = LabelRequest(
        name, bold: true, color: space.style.theme.muted, at: [.init(place, clearance: 0)], rank: .name)
      request.placement = .centered
      stage.label(request)
    }
  }

  private func draw(_ tail: Point, _ tip: Point, _ style: Style, _ stage: inout Stage) {
    guard tail.isFinite, tip.isFinite, tail.distance(to: tip) > 0 else { return }
    let width = 0.35 * style.dataLine
    let way = (tip - tail) * (1 / tail.distance(to: tip))
    let (neck, side) = (tip - way * (5.3 * width), way.turned * (2.2 * width))
    stage.stroke(.polyline([tail, neck]), Stroke(width: width, cap: .butt), style.theme.muted, layer: .area)
    stage.fill(.polygon([tip, neck + side, neck - side]), style.theme.muted, layer: .area)
    stage.avoid(line: [tail, tip], width: width)
  }
}
