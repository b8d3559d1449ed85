import Raster

/// Bars from a common base line: one number for each of several names.
public struct Bars: Mark {
  /// One bar.
  public struct Bar: Sendable {
    /// Its place on the axis of names.
    public var at: Double
    /// How far it reaches.
    public var value: Double
    /// A range around the value, drawn as a thin line: of seeds, of starts. Nil for none.
    public var range: ClosedRange<Double>?
    /// The text at its end, nil for none.
    public var label: Phrase?
    /// Whose it is, which chooses the colour; nil for grey.
    public var identity: Identity?

    /// A bar.
    public init(
      at place: Double, _ value: Double, range: ClosedRange<Double>? = nil, label: Phrase? = nil,
      as identity: Identity? = nil
    ) {
      (at, self.value, self.range) = (place, value, range)
      (self.label, self.identity) = (label, identity)
    }
  }

  /// Which way bars grow.
  public enum Direction: Sendable {
    /// To the right, from an axis of names at the left.
    case right
    /// Upwards, from an axis of names below.
    case up
  }

  /// The bars; one whose value is not finite is left out, its label stays.
  public var bars: [Bar]
  /// The name in the record.
  public var name: Phrase
  /// Which way they grow.
  public var direction: Direction
  /// How thick they are: 1 is the distance between two names.
  public var thickness: Double

  /// Bars; `thickness` 1 is the distance between two names.
  public init(_ bars: [Bar], name: Phrase, direction: Direction = .right, thickness: Double = 0.62) {
    (self.bars, self.name) = (bars, name)
    (self.direction, self.thickness) = (direction, thickness)
  }

  /// All values with their ranges, and 0; values that carry a label with a sixth more, for the label.
  public var extent: Extent {
    let values = bars.flatMap { bar in
      let ends = [bar.value, bar.range?.lowerBound, bar.range?.upperBound].compactMap { $0 }
      return bar.label == nil ? ends : ends.flatMap { [$0, 1.17 * $0] }
    }
    let isRight = direction == .right
    var extent = Extent((values + [0]).map { isRight ? Point($0, .nan) : Point(.nan, $0) })
    (extent.x.standsOnZero, extent.y.standsOnZero) = (isRight, !isRight)
    return extent
  }

  /// The place of each bar and its value.
  public func series(x: Axis, y: Axis) -> [Series] {
    let (names, values) = direction == .right ? (y, x) : (x, y)
    let rows = bars.map { [$0.at, $0.value] }
    return [Series(of: name, [names.name.or("place"), values.name.or("value")], rows: rows)]
  }

  /// The value of each bar that stands for something with a name.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    let names = direction == .right ? y.categories : x.categories
    return bars.compactMap { bar in
      guard let place = Int(exactly: bar.at), names.indices.contains(place) else { return nil }
      let value = Digits.text(bar.value)
      return names[place].name.plain + Phrase(" \(value)", zh: " \(value)")
    }
  }

  /// A bar chart.
  public var kind: Phrase? { Phrase("bar chart", zh: "条形图") }

  /// Draws the bars from 0, or from the lower end of a log axis, and asks for their labels.
  public func place(in space: Space, on stage: inout Stage) throws {
    require(
      (direction == .right ? space.x : space.y).kind != .category,
      "bars grow \(direction == .right ? "to the right over names on the x" : "upwards over names on the y") axis: "
        + "Bars(…, direction: \(direction == .right ? ".up" : ".right"))")
    for bar in bars { draw(bar, space, &stage) }
    guard let first = bars.first, let last = bars.last else { return }
    let color = space.style.paint(first.identity)
    let isOneSeries = bars.allSatisfy { $0.identity == first.identity }
    let marker = isOneSeries ? first.identity?.marker : nil
    stage.record(
      SeriesRecord(
        name: name[space.style.language], color: color, width: space.style.dataLine, halo: nil,
        marker: marker ?? .square, start: plane(first), end: plane(last), points: bars.count, divergedAt: nil,
        milestones: []))
  }

  private func plane(_ bar: Bar) -> Point { direction == .right ? Point(bar.value, bar.at) : Point(bar.at, bar.value) }

  private func draw(_ bar: Bar, _ space: Space, _ stage: inout Stage) {
    let style = space.style
    let along = direction == .right ? space.x : space.y
    let across = direction == .right ? space.y : space.x
    let base = along(min(max(0, along.domain.lowerBound), along.domain.upperBound))
    let (near, far) = (across(bar.at - thickness / 2), across(bar.at + thickness / 2))
    let value = bar.value.isFinite ? along(bar.value) : base
    let end = value.isFinite ? value : base
    let box = rect(base, end, min(near, far).rounded(), max(near, far).rounded())
    stage.fill(.rect(box), style.paint(bar.identity), layer: .area)
    let tip = max(abs(end - base), bar.range.map { abs(along($0.upperBound) - base) } ?? 0)
    let middle = ((near + far) / 2).rounded(.down) + 0.5
    if let range = bar.range { whisker(range, along, middle, style, &stage) }
    stage.avoid(line: [point(base, middle), point(end, middle)], width: abs(far - near))
    guard let label = bar.label else { return }
    var request = LabelRequest(
      label, bold: true, color: bar.identity.map { style.textColor($0) } ?? style.theme.ink,
      at: [.init(point(base + (end < base ? -tip : tip), middle), clearance: 0.9 * style.unit)], rank: .landmark)
    request.placement = direction == .right ? (end < base ? .left : .right) : (end > base ? .below : .above)
    stage.label(request)
  }

  private func rect(_ base: Double, _ end: Double, _ near: Double, _ far: Double) -> Rect {
    let (low, high) = (min(base, end), max(base, end))
    return direction == .right
      ? Rect(minX: low, minY: near, maxX: high, maxY: far) : Rect(minX: near, minY: low, maxX: far, maxY: high)
  }

  private func point(_ along: Double, _ across: Double) -> Point {
    direction == .right ? Point(along, across) : Point(across, along)
  }

  private func whisker(
    _ range: ClosedRange<Double>, _ along: Scale, _ middle: Double, _ style: Style, _ stage: inout Stage
  ) {
    let (low, high) = (along(range.lowerBound), along(range.upperBound))
    guard low.isFinite, high.isFinite else { return }
    let path = Path.polyline([point(low, middle), point(high, middle)])
    stage.stroke(path, Stroke(width: 2.4 * style.referenceLine), style.theme.background.opacity(0.85), layer: .line)
    stage.stroke(path, Stroke(width: style.referenceLine), style.theme.ink, layer: .line)
  }
}
