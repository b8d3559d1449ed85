import Raster

/// One value for each of several names: a dot a row, with the number in words beside it.
///
/// Unlike bars, dots need no base line, so that they may stand on a log axis. The panel's vertical axis is `axis`.
public struct NamedDots: Mark {
  /// One row.
  public struct Row: Sendable {
    /// Its name on the axis.
    public var name: Phrase
    /// Its value; one that is not finite has no dot, its words stay.
    public var value: Double
    /// A range around the value, drawn as a bar: of seeds, of starts. Nil for none.
    public var range: ClosedRange<Double>?
    /// The text beside the dot, nil for none.
    public var words: Phrase?
    /// Whose it is, which chooses colour and marker; nil for grey.
    public var identity: Identity?

    /// A row under the name of what it stands for.
    public init(_ identity: Identity, _ value: Double, range: ClosedRange<Double>? = nil, words: Phrase? = nil) {
      self.init(identity.name, value, range: range, words: words, as: identity)
    }

    /// A row with a name of its own.
    public init(
      _ name: Phrase, _ value: Double, range: ClosedRange<Double>? = nil, words: Phrase? = nil, as identity: Identity?
    ) {
      (self.name, self.value, self.range) = (name, value, range)
      (self.words, self.identity) = (words, identity)
    }
  }

  /// The rows, from above.
  public var rows: [Row]
  /// The name in the record.
  public var name: Phrase

  /// Rows, from above.
  public init(_ rows: [Row], name: Phrase = "") {
    require(!rows.isEmpty, "dots without a row")
    (self.rows, self.name) = (rows, name)
  }

  /// The vertical axis of a panel that shows the rows.
  public var axis: Axis { axis(named: "") }

  /// The vertical axis of a panel that shows the rows, under a name.
  public func axis(named name: Phrase) -> Axis {
    Axis(categories: rows.map { .init($0.name, as: $0.identity) }, name: name)
  }

  /// All values with their ranges.
  public var extent: Extent {
    Extent(
      rows.flatMap { row in
        [row.value, row.range?.lowerBound, row.range?.upperBound].compactMap { $0 }.map { Point($0, .nan) }
      })
  }

  /// The number of each row and its value.
  public func series(x: Axis, y: Axis) -> [Series] {
    let cells = rows.indices.map { [Double($0), rows[$0].value] }
    return [Series(of: name, [y.name.or("row"), x.name.or("value")], rows: cells)]
  }

  /// The value of each row.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    rows.map { row in
      let number = Phrase(same: Digits.text(row.value))
      return row.name.plain + Phrase(same: " ") + (row.words?.plain ?? number)
    }
  }

  /// A dot plot.
  public var kind: Phrase? { Phrase("dot plot", zh: "点图") }

  /// Draws a thin line across for each row, its range and its dot, and asks for its words.
  public func place(in space: Space, on stage: inout Stage) throws {
    for (i, row) in rows.enumerated() { draw(row, at: space.y(Double(i)), space, &stage) }
    guard let first = rows.first, let last = rows.last else { return }
    stage.record(
      SeriesRecord(
        name: name[space.style.language], color: space.style.paint(first.identity), width: space.style.dataLine,
        halo: space.style.theme.background, marker: .circle, start: Point(first.value, 0),
        end: Point(last.value, Double(rows.count - 1)), points: rows.count, divergedAt: nil, milestones: []))
  }

  private func draw(_ row: Row, at y: Double, _ space: Space, _ stage: inout Stage) {
    let style = space.style
    let color = style.paint(row.identity)
    let middle = y.rounded(.down) + 0.5
    let rule = Path.polyline([Point(space.frame.minX, middle), Point(space.frame.maxX, middle)])
    stage.stroke(rule, Stroke(width: style.gridLine, cap: .butt), style.theme.grid, layer: .grid)
    let x = row.value.isFinite ? space.x(row.value) : .nan
    var (left, right) = (x, x)
    if let range = row.range {
      (left, right) = (space.x(range.lowerBound), space.x(range.upperBound))
      if left.isFinite, right.isFinite {
        let bar = Stroke(width: 1.1 * style.unit)
        stage.stroke(.polyline([Point(left, middle), Point(right, middle)]), bar, color.opacity(0.3), layer: .line)
        stage.avoid(line: [Point(left, middle), Point(right, middle)], width: bar.width)
      }
    }
    if x.isFinite { drawDot(row, Point(x, middle), color, style, &stage) }
    guard let words = row.words else { return }
    let end = right.isFinite ? right : x.isFinite ? x : space.frame.minX
    var request = LabelRequest(
      words, bold: true, color: row.identity.map { style.textColor($0) } ?? style.theme.ink,
      at: [.init(Point(end, middle), clearance: 1.9 * style.unit + style.gap)], rank: .landmark)
    request.placement = .right
    if left.isFinite, left != end {
      request.anchors.append(.init(Point(left, middle), clearance: 1.9 * style.unit + style.gap))
    }
    stage.label(request)
  }

  private func drawDot(_ row: Row, _ p: Point, _ color: Color, _ style: Style, _ stage: inout Stage) {
    let shape = row.identity?.marker ?? .circle
    let radius = 1.5 * style.unit
    stage.fill(
      shape.path(p, radius: radius + 0.28 * style.unit), style.theme.background, layer: .marker, clipped: false)
    stage.fill(shape.path(p, radius: radius), color, layer: .marker, clipped: false)
    stage.avoid(disc: p, radius: radius)
  }
}
