import Raster

/// A vector: a straight line with a head.
public struct Arrow: Mark {
  /// Where it begins.
  public var from: Point
  /// Where its head points to.
  public var to: Point
  /// Whose it is, which chooses the colour; nil for ink.
  public var identity: Identity?
  /// The text beside its head, nil for none.
  public var label: Phrase?
  /// Thickness against that of a data line.
  public var weight: Double
  /// How far its middle stands off the straight way, in shares of its length: above 0 to the left of the way, 0 for straight.
  public var bend = 0.0

  /// A vector.
  public init(from: Point, to: Point, as identity: Identity?, label: Phrase? = nil, weight: Double = 1) {
    (self.from, self.to, self.identity) = (from, to, identity)
    (self.label, self.weight) = (label, weight)
  }

  /// Both ends.
  public var extent: Extent { Extent([from, to]) }

  /// Draws line and head, over a halo; a vector shorter than its head is a head alone.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let (tail, tip) = (space(from), space(to))
    guard tail.isFinite, tip.isFinite else { return }
    let length = tail.distance(to: tip)
    guard length > 0.5 else { return }
    let width = weight * style.dataLine
    let knee = tail.mixed(with: tip, by: 0.5) - (tip - tail).turned * (2 * bend)
    let last = tip - (bend == 0 ? tail : knee)
    let way = last * (1 / last.distance(to: .zero))
    let head = min(5.3 * width, max(length, 3 * width))
    let neck = tip - way * head
    let side = way.turned * (head * 0.42)
    let triangle = Path.polygon([tip, neck + side, neck - side])
    let root = tip - way * (0.8 * head)
    let arc = bend == 0 ? [tail, root] : (0...32).map { Self.between(tail, knee, root, Double($0) / 32) }
    let shaft = Path.polyline(arc)
    let paper = style.theme.background.opacity(0.85)
    let color = style.paint(identity)
    let halo = Stroke(width: width + 1.4 * style.halo)
    if length > head { stage.stroke(shaft, halo, paper, layer: .landmark) }
    stage.stroke(triangle, Stroke(width: 1.4 * style.halo), paper, layer: .landmark)
    if length > head { stage.stroke(shaft, Stroke(width: width, cap: .butt), color, layer: .landmark) }
    stage.fill(triangle, color, layer: .landmark)
    stage.avoid(line: arc + [tip], width: width + style.halo, owner: identity)
    guard let label else { return }
    let middle = arc.count > 2 ? arc[arc.count / 2] : tail.mixed(with: tip, by: 0.5)
    stage.label(
      LabelRequest(
        label, bold: true, color: identity.map { style.textColor($0) } ?? style.theme.ink,
        at: [.init(tip, clearance: style.unit), .init(middle, clearance: style.unit)], rank: .name))
  }

  /// A place on the parabola from one point to another that leaves and arrives in the direction of a third.
  private static func between(_ start: Point, _ knee: Point, _ end: Point, _ share: Double) -> Point {
    start.mixed(with: knee, by: share).mixed(with: knee.mixed(with: end, by: share), by: share)
  }
}
