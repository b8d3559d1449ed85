import Raster

/// Values at places of the horizontal axis, each with a range about it: an error with its spread.
///
/// A value above the view has an arrowhead at the upper border, and its number under that.
public struct ErrorBars: Mark {
  /// One value.
  public struct Item: Sendable {
    /// Its place.
    public var x: Double
    /// The value.
    public var value: Double
    /// The range about it.
    public var range: ClosedRange<Double>
    /// The text at the lower end of the range, nil for none.
    public var label: Phrase?
    /// Whose it is, which chooses colour and marker; nil for grey.
    public var identity: Identity?

    /// A value with its range.
    public init(
      x: Double, _ value: Double, range: ClosedRange<Double>, label: Phrase? = nil, as identity: Identity? = nil
    ) {
      (self.x, self.value, self.range) = (x, value, range)
      (self.label, self.identity) = (label, identity)
    }
  }

  /// The values.
  public var items: [Item]
  /// The name in the record.
  public var name: Phrase

  /// Values with their ranges.
  public init(_ items: [Item], name: Phrase) { (self.items, self.name) = (items, name) }

  /// All values with their ranges.
  public var extent: Extent {
    Extent(items.flatMap { item in [item.range.lowerBound, item.range.upperBound].map { Point(item.x, $0) } })
  }

  /// One table: the place, the value, the ends of the range.
  public func series(x: Axis, y: Axis) -> [Series] {
    let rows = items.map { [$0.x, $0.value, $0.range.lowerBound, $0.range.upperBound] }
    return [Series(of: name, [x.name.or("x"), y.name.or("y"), "lowest", "greatest"], rows: rows)]
  }

  /// The values with a text of their own.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    items.compactMap { item in
      let (place, value) = (Digits.text(item.x), Digits.text(item.value))
      return item.label == nil ? nil : x.name.plain + Phrase(" \(place): \(value)", zh: " \(place)：\(value)")
    }
  }

  /// A dot plot.
  public var kind: Phrase? { Phrase("dot plot", zh: "点图") }

  /// Draws ranges and dots, and asks for the labels.
  public func place(in space: Space, on stage: inout Stage) throws {
    for item in items { draw(item, space, &stage) }
    guard let first = items.first, let last = items.last else { return }
    let named = items.first { $0.identity != nil }
    stage.record(
      SeriesRecord(
        name: name[space.style.language], color: space.style.paint(named?.identity), width: space.style.dataLine,
        halo: space.style.theme.background, marker: named?.identity?.marker ?? .circle,
        start: Point(first.x, first.value), end: Point(last.x, last.value), points: items.count, divergedAt: nil,
        milestones: []))
  }

  private func draw(_ item: Item, _ space: Space, _ stage: inout Stage) {
    let style = space.style
    let (color, unit) = (style.paint(item.identity), style.unit)
    let p = space(item.x, item.value)
    let ends = [item.range.lowerBound, item.range.upperBound].map { space(item.x, $0) }
    guard p.isFinite, ends.allSatisfy(\.isFinite) else { return }
    if p.y < space.frame.minY { return drawExit(item, p.x, color, space, &stage) }
    let width = (item.identity == nil ? 0.4 : 0.6) * unit
    stage.stroke(.polyline(ends), Stroke(width: width, cap: .butt), color, layer: .line)
    for end in ends {
      let cap = Point(1.3 * unit, 0)
      stage.stroke(.polyline([end - cap, end + cap]), Stroke(width: width, cap: .butt), color, layer: .line)
    }
    stage.avoid(line: ends, width: 2.6 * unit)
    if space.frame.contains(p) {
      let (shape, radius) = (item.identity?.marker ?? .circle, (item.identity == nil ? 0.9 : 1.1) * unit)
      stage.fill(shape.path(p, radius: radius + 0.28 * unit), style.theme.background, layer: .marker, clipped: false)
      stage.fill(shape.path(p, radius: radius), color, layer: .marker, clipped: false)
    }
    guard let label = item.label else { return }
    var request = LabelRequest(
      label, bold: true, color: item.identity.map { style.textColor($0) } ?? style.theme.ink,
      at: [.init(ends[0], clearance: 0.9 * unit + style.gap)], rank: .landmark)
    request.placement = .below
    stage.label(request)
  }

  /// An arrowhead at the upper border for a value beyond it, with the number.
  private func drawExit(_ item: Item, _ x: Double, _ color: Color, _ space: Space, _ stage: inout Stage) {
    let (style, top) = (space.style, space.frame.minY)
    let half = 1.1 * style.unit
    let corners = [Point(x, top), Point(x - half, top + 1.9 * half), Point(x + half, top + 1.9 * half)]
    stage.fill(.polygon(corners), color, layer: .marker)
    var request = LabelRequest(
      Phrase(same: Digits.text(item.value, digits: 2)), role: .tick, color: style.theme.muted,
      at: [.init(Point(x, top + 2 * half), clearance: style.gap)], rank: .name)
    request.placement = .below
    stage.label(request)
  }
}
