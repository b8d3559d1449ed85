#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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

  /// A panel with a row for each quantity; `text` writes their numbers.
  public static func panel(
    _ rows: [Row], x: Axis, heading: Phrase? = nil,
    text: @escaping @Sendable (Double) -> String = { Digits.text($0, digits: 3) }
  ) -> Panel {
    var panel = Panel(
      x: x, y: Axis(categories: rows.map { .init($0.name, series: $0.series) }), frame: .open,
      heading: heading
    ) {
      StatedBesideMeasured(rows: rows, text: text, isLog: x.scale == .log)
    }
    panel.subheading = Phrase("○ as stated   ● as measured", zh: "○ 讲义   ● 实测")
    return panel
  }

  /// All numbers, with room for their texts beside them.
  public var extent: Extent {
    let all = rows.flatMap {
      [$0.stated, $0.measured] + ($0.range.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let usable = all.filter { $0.isFinite && (!isLog || $0 > 0) }
    guard let low = usable.min(), let high = usable.max() else { return .none }
    if isLog {
      let air = max(1.6, pow(high / low, 0.4))
      return Extent([Point(low / air, 0), Point(high * air, 0)])
    }
    let air = 0.4 * max(high - low, 1e-300)
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
    let radius = 1.15 * style.unit
    if stated.isFinite {
      stage.fill(.circle(stated, radius: radius), style.theme.background, layer: .landmark)
      stage.stroke(
        .circle(stated, radius: radius), Stroke(width: 0.3 * style.unit), style.theme.ink,
        layer: .landmark)
      stage.avoid(disc: stated, radius: radius)
    }
    if measured.isFinite {
      stage.fill(.circle(measured, radius: 0.78 * radius), color, layer: .marker)
      stage.avoid(disc: measured, radius: radius)
    }
    let (isLower, number) = (row.stated < row.measured, text(row.measured))
    guard text(row.stated) != number else {
      return ask(number, at: measured, style.textColor(row.series), isLeft: false, style, &stage)
    }
    ask(text(row.stated), at: stated, style.theme.ink, isLeft: isLower, style, &stage)
    ask(number, at: measured, style.textColor(row.series), isLeft: !isLower, style, &stage)
  }

  private func ask(
    _ number: String, at p: Point, _ color: Color, isLeft: Bool, _ style: Style,
    _ stage: inout Stage
  ) {
    guard p.isFinite else { return }
    var request = LabelRequest(
      Phrase(same: number), bold: true, color: color,
      at: [.init(p, clearance: 1.8 * style.unit)], rank: .landmark)
    request.placement = isLeft ? .left : .right
    stage.label(request)
  }
}
