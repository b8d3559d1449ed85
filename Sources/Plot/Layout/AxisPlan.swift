import Raster
import Typography

/// The ticks of one axis with their labels set: known before the plot area is.
struct AxisPlan: Sendable {
  let axis: Axis
  /// What is in view.
  let domain: ClosedRange<Double>
  /// Labelled values.
  private(set) var ticks: [Double] = []
  /// Unlabelled values.
  private(set) var minor: [Double] = []
  /// The labels, one a tick.
  private(set) var labels: [TextLine] = []

  /// Ticks for an axis that is `length` pixels long.
  init(_ axis: Axis, domain: ClosedRange<Double>, length: Double, horizontal: Bool, style: Style) throws {
    (self.axis, self.domain) = (axis, domain)
    let spacing = style.size(.tick) * (horizontal ? 6.5 : 4.2)
    let target = min(max(length / spacing, 2.5), 6)
    let limit = max(2, min(5, Int(length / (style.size(.tick) * (horizontal ? 3.5 : 1.5)))))
    // Fewer ticks, until no two labels touch.
    for fewer in 0... {
      let share = 1 / (1 + 0.35 * Double(fewer))
      let choice = try Self.choose(
        axis, domain, target: max(2, share * target), limit: max(2, Int((share * Double(limit)).rounded())), style)
      (ticks, minor, labels) = choice
      let fits =
        !horizontal || axis.scale == .category || Self.areApart(choice.labels, choice.ticks, axis, domain, length)
      if fits || fewer == 6 { break }
    }
  }

  /// The same axis with other ticks.
  init(_ other: AxisPlan, ticks: [Double], labels: [TextLine]) {
    (axis, domain) = (other.axis, other.domain)
    (self.ticks, self.labels) = (ticks, labels)
  }

  /// Ticks with their labels, about so many.
  private static func choose(_ axis: Axis, _ domain: ClosedRange<Double>, target: Double, limit: Int, _ style: Style)
    throws -> (ticks: [Double], minor: [Double], labels: [TextLine])
  {
    switch axis.scale {
    case .category:
      let places = axis.categories.indices.map(Double.init)
      return (places, [], try axis.categories.map { try style.line($0.name, .tick) })
    case .linear where !axis.marked.isEmpty:
      let places = axis.marked.filter(domain.contains)
      return (places, [], try places.map { try style.line(Digits.text($0), .tick) })
    case .linear:
      let ticks = LinearTicks(domain, target: target, limit: max(2, min(8, limit + 1)), wholes: axis.countsWholes)
      return (ticks.values, [], try TickLabels.linear(ticks).map { try style.line($0, .tick) })
    case .log:
      let ticks = LogTicks(domain, limit: limit)
      let labels = axis.tellsFactors ? ticks.values.map(TickLabels.factor) : TickLabels.log(ticks)
      return (ticks.values, axis.tellsFactors ? [] : ticks.minor, try labels.map { try style.line($0, .tick) })
    }
  }

  /// Whether labels centred under their ticks keep at least half a figure's width between them.
  private static func areApart(
    _ labels: [TextLine], _ ticks: [Double], _ axis: Axis, _ domain: ClosedRange<Double>, _ length: Double
  ) -> Bool {
    let scale = Scale(axis.scale, domain: domain, start: 0, end: length)
    let spans = zip(labels, ticks).map { label, tick in
      (scale(tick) - label.advance / 2, scale(tick) + label.advance / 2)
    }
    return zip(spans, spans.dropFirst()).allSatisfy { a, b in b.0 - a.1 > 0.35 * (labels.first.map { $0.ascent } ?? 0) }
  }

  /// The widest label.
  var width: Double { labels.map(\.advance).max() ?? 0 }

  /// How far labels centred under a plot area of some length reach beyond its left and right edge.
  func overhang(length: Double) -> (left: Double, right: Double) {
    let scale = Scale(axis.scale, domain: domain, start: 0, end: length)
    let ends = zip(labels, ticks).map { label, tick in
      (scale(tick) - label.advance / 2, scale(tick) + label.advance / 2)
    }
    return (max(0, -(ends.map(\.0).min() ?? 0)), max(0, (ends.map(\.1).max() ?? 0) - length))
  }

  /// The colour of a tick's label.
  func color(_ index: Int, _ style: Style) -> Color {
    guard axis.scale == .category, let identity = axis.categories[index].identity else { return style.theme.ink }
    return style.textColor(identity)
  }

  /// The scale of an axis whose plot area reaches over some pixels: left to right, or bottom to top but for categories.
  func scale(from start: Double, to end: Double, vertical: Bool) -> Scale {
    let isTurned = vertical && axis.scale == .category
    return Scale(axis.scale, domain: domain, start: isTurned ? end : start, end: isTurned ? start : end)
  }

  /// The axis as the record tells it.
  func record(name: String) -> AxesRecord.Axis {
    AxesRecord.Axis(
      name: name, min: domain.lowerBound, max: domain.upperBound, scale: axis.scale, ticks: ticks,
      labels: labels.map(\.plain), minor: minor, isMarked: !axis.marked.isEmpty)
  }
}
