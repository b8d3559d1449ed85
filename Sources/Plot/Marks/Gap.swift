import Raster

/// A distance that the headline speaks of: an arrow from one value to another, with what it means in words beside it.
public struct Gap: Mark {
  /// Which ends of the arrow have a head.
  public enum Heads: Sendable { case end, both }

  /// Where the arrow begins.
  public var from: Point
  /// Where it ends.
  public var to: Point
  /// What it means, in a line or two.
  public var words: Phrase
  /// What of that matters most: a bold line under the words.
  public var strong: Phrase?
  /// Which ends have a head.
  public var heads: Heads
  /// Whose colour it has, nil for ink.
  public var identity: Identity?
  /// Size of its type against that of other labels.
  public var scale = 1.0
  /// The point from which the value at the arrow's beginning is taken; a dashed line leads from there.
  public var takenFrom: Point?

  /// A rise or a drop from one y to another, at one x; `takenFrom` is the x of the curve whose value it begins at.
  public init(
    x: Double, from: Double, to: Double, _ words: Phrase, strong: Phrase? = nil, heads: Heads = .end,
    as identity: Identity? = nil, takenFrom other: Double? = nil
  ) {
    (self.from, self.to, self.words, self.strong) = (Point(x, from), Point(x, to), words, strong)
    (self.heads, self.identity, takenFrom) = (heads, identity, other.map { Point($0, from) })
  }

  /// A distance from one x to another, at one y; `takenFrom` is the y of the curve whose place it begins at.
  public init(
    y: Double, from: Double, to: Double, _ words: Phrase, strong: Phrase? = nil, heads: Heads = .end,
    as identity: Identity? = nil, takenFrom other: Double? = nil
  ) {
    (self.from, self.to, self.words, self.strong) = (Point(from, y), Point(to, y), words, strong)
    (self.heads, self.identity, takenFrom) = (heads, identity, other.map { Point(from, $0) })
  }

  /// Both ends.
  public var extent: Extent { Extent([from, to]) }

  /// What it means.
  public func told(x: Axis, y: Axis) -> [Phrase] { [words.plain + (strong.map { $0.plain.map { " " + $0 } } ?? "")] }

  /// Draws the arrow and asks for its words.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let (tail, tip) = (space(from), space(to))
    guard tail.isFinite, tip.isFinite, tail.distance(to: tip) > 0.5 else { return }
    let color = identity.map { style.color($0) } ?? style.theme.ink
    if let takenFrom { drawLeg(space(takenFrom), tail, color, space, &stage) }
    stage.arrow(from: tail, to: tip, heads: heads, color, style)
    let places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map { tail.mixed(with: tip, by: $0) }
    var request = LabelRequest(
      words, detail: strong, bold: false, color: identity.map { style.textColor($0) } ?? style.theme.ink,
      at: places.map { .init($0, clearance: 1.8 * style.unit) }, rank: .name)
    request.scale = scale
    request.prefersSides = abs(tip.y - tail.y) > abs(tip.x - tail.x)
    stage.label(request)
  }

  private func drawLeg(_ start: Point, _ end: Point, _ color: Color, _ space: Space, _ stage: inout Stage) {
    let width = space.style.referenceLine
    guard start.isFinite else { return }
    stage.stroke(
      .polyline([start, end]), Stroke(width: width, cap: .butt, dash: [4 * width, 2.4 * width]), color.opacity(0.75),
      layer: .reference)
    stage.avoid(line: [start, end], width: width)
  }
}
