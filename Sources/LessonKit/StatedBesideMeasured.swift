/// What somebody states beside what is measured: a row a quantity, a ring and a dot on one scale.
public struct StatedBesideMeasured: Mark {
  /// One quantity.
  public struct Row: Sendable {
    /// What it is.
    public var name: Phrase
    /// The number as stated.
    public var stated: Double
    /// The number as measured.
    public var measured: Double
    /// The range of the measurements, nil for none.
    public var range: ClosedRange<Double>?
    /// The number of the series whose colour the measurement has.
    public var series: Int

    /// One quantity.
    public init(
      _ name: Phrase, stated: Double, measured: Double, range: ClosedRange<Double>? = nil,
      series: Int
    ) {
      (self.name, self.stated, self.measured) = (name, stated, measured)
      (self.range, self.series) = (range, series)
    }
  }

  /// The rows, from above.
  public let rows: [Row]
  /// How numbers are written.
  private let text: @Sendable (Double) -> String
  private let isLog: Bool
  /// What is in view, nil for what the numbers ask.
  private let domain: ClosedRange<Double>?

  /// A panel with a row for each quantity; `text` writes their numbers.
  public static func panel(
    _ rows: [Row], x: Axis, heading: Phrase? = nil,
    text: @escaping @Sendable (Double) -> String = { Digits.text($0, digits: 3) }
  ) -> Panel {
    var panel = Panel(
      x: x, y: Axis(categories: rows.map { .init($0.name, series: $0.series) }), frame: .open,
      heading: heading
    ) {
      StatedBesideMeasured(rows: rows, text: text, isLog: x.scale == .log, domain: x.domain)
    }
    panel.subheading = Phrase("○ as stated   ● as measured", zh: "○ 讲义   ● 实测")
    return panel
  }

  /// Numbers so near the right end of the view that they stand in the margin.
  public var endTexts: [Phrase] {
    rows.flatMap { row in
      [row.stated, row.measured].filter { isOuter($0, row) && isNearEnd($0) }
        .map { Phrase(same: text($0)) }
    }
  }

  /// Whether a number is the one on the right of its row.
  private func isOuter(_ value: Double, _ row: Row) -> Bool {
    value == max(row.stated, row.measured)
  }

  /// Whether a number lies in the last fifth of the view.
  private func isNearEnd(_ value: Double) -> Bool {
    guard let domain else { return false }
    let way = isLog ? log(value / domain.lowerBound) : value - domain.lowerBound
    let whole =
      isLog ? log(domain.upperBound / domain.lowerBound) : domain.upperBound - domain.lowerBound
    return way > 0.8 * whole
  }

  /// All numbers, with room for their texts beside them.
  public var extent: Extent {
    let all = rows.flatMap {
      [$0.stated, $0.measured] + ($0.range.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let usable = all.filter { $0.isFinite && (!isLog || $0 > 0) }
    guard let low = usable.min(), let high = usable.max() else { return .none }
    if isLog {
      let air = max(2, pow(high / low, 0.6))
      return Extent([Point(low / air, 0), Point(high * air, 0)])
    }
    let air = 0.6 * max(high - low, 1e-300)
    return Extent([Point(low - air, 0), Point(high + air, 0)])
  }

  /// Draws ring, dot and the way between them, and asks for both numbers.
  public func place(in space: Space, on stage: inout Stage) throws {
    for (i, row) in rows.enumerated() { draw(row, at: Double(i), space, &stage) }
  }

  private func draw(_ row: Row, at y: Double, _ space: Space, _ stage: inout Stage) {
    let style = space.style
    let (stated, measured) = (space(row.stated, y), space(row.measured, y))
    let color = style.color(row.series)
    if stated.isFinite, measured.isFinite {
      stage.stroke(
        .polyline([stated, measured]), Stroke(width: style.referenceLine), style.theme.muted,
        layer: .reference)
    }
    if let range = row.range {
      let ends = [space(range.lowerBound, y), space(range.upperBound, y)]
      stage.stroke(.polyline(ends), Stroke(width: style.dataLine), color.opacity(0.5), layer: .line)
    }
    stage.avoid(line: [stated, measured], width: style.referenceLine)
    let radius = 1.15 * style.unit
    if stated.isFinite {
      stage.fill(
        .circle(stated, radius: radius), style.theme.background, layer: .landmark, clipped: false)
      stage.stroke(
        .circle(stated, radius: radius), Stroke(width: 0.3 * style.unit), style.theme.ink,
        layer: .landmark, clipped: false)
      stage.avoid(disc: stated, radius: radius)
    }
    if measured.isFinite {
      stage.fill(.circle(measured, radius: 0.78 * radius), color, layer: .marker, clipped: false)
      stage.avoid(disc: measured, radius: radius)
    }
    let (isLower, number) = (row.stated < row.measured, text(row.measured))
    let textColor = style.textColor(row.series)
    guard text(row.stated) != number else {
      return ask(row.measured, at: measured, textColor, isLeft: false, space, &stage)
    }
    ask(row.stated, at: stated, style.theme.ink, isLeft: isLower, space, &stage)
    ask(row.measured, at: measured, textColor, isLeft: !isLower, space, &stage)
  }

  /// Asks for a number on the outer side of its mark, in the margin, or above where there is no room.
  private func ask(
    _ value: Double, at p: Point, _ color: Color, isLeft: Bool, _ space: Space,
    _ stage: inout Stage
  ) {
    guard p.isFinite else { return }
    let (style, number) = (space.style, text(value))
    if !isLeft, isNearEnd(value), space.hasEndMargin {
      return stage.label(
        EndLabel(Phrase(same: number), color: color, lineColor: style.theme.muted, end: p))
    }
    let clearance = 1.8 * style.unit
    var request = LabelRequest(
      Phrase(same: number), bold: true, color: color, at: [.init(p, clearance: clearance)],
      rank: .landmark)
    // Bold figures, and the narrower point and space between them, are about half an em wide.
    let width = clearance + 0.54 * style.size(.label) * Double(number.count)
    let room = isLeft ? p.x - space.frame.minX : space.frame.maxX - p.x
    request.placement = room < width ? .above : isLeft ? .left : .right
    stage.label(request)
  }
}
