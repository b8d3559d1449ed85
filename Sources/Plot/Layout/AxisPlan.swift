import Raster
import Typography

/// The ticks of one axis with their labels set: known before the plot area is.
struct AxisPlan: Sendable {
  let axis: Axis
  /// What is in view.
  let domain: ClosedRange<Double>
  /// Labelled values.
  let ticks: [Double]
  /// Unlabelled values.
  let minor: [Double]
  /// The labels, one a tick.
  let labels: [TextLine]

  /// Ticks for an axis that is `length` pixels long.
  init(
    _ axis: Axis, domain: ClosedRange<Double>, length: Double, horizontal: Bool, style: Style
  ) throws {
    (self.axis, self.domain) = (axis, domain)
    let spacing = style.size(.tick) * (horizontal ? 6.5 : 3.2)
    let target = min(max(length / spacing, 2.5), 6)
    let limit = max(2, min(7, Int(length / (style.size(.tick) * (horizontal ? 3.5 : 1.5)))))
    let texts: [String]
    switch axis.scale {
    case .linear:
      let ticks = LinearTicks(
        domain, target: target, limit: max(3, min(8, limit + 1)), wholes: axis.countsWholes)
      (self.ticks, minor) = (ticks.values, [])
      texts = TickLabels.linear(ticks)
    case .log:
      let ticks = LogTicks(domain, limit: limit)
      self.ticks = ticks.values
      minor = ticks.minor
      texts = TickLabels.log(ticks)
    }
    labels = try texts.map { try style.line($0, .tick) }
  }

  /// The widest label.
  var width: Double { axis.isRepeated ? 0 : labels.map(\.advance).max() ?? 0 }

  /// The axis as the record tells it.
  func record(name: String) -> AxesRecord.Axis {
    AxesRecord.Axis(
      name: name, min: domain.lowerBound, max: domain.upperBound, scale: axis.scale, ticks: ticks,
      labels: labels.map(\.plain), minor: minor)
  }
}
