import Raster

/// Which values a scene shows, and how they become heights.
struct SceneRange: Sendable {
  /// Values from the lowest to the highest point that is drawn.
  let values: ClosedRange<Double>
  /// From values to heights.
  let height: HeightScale

  /// Beyond the levels a surface may go on by this share of the height; farther than that it is cut off at the last level.
  private static let overhang = 0.12

  /// The values of a surface, within what the axis asks or what the levels tell apart.
  init(_ scene: Scene, grid: ReliefGrid, levels: Levels) {
    let found = grid.range ?? levels.range
    height = HeightScale(
      scene.height, levels: levels, base: grid.field.floor ?? found.lowerBound, median: grid.median,
      top: min(found.upperBound, levels.range.upperBound))
    if let wanted = scene.z.domain {
      values = wanted
      return
    }
    let (low, high) = (levels.range.lowerBound, levels.range.upperBound)
    let air = Self.overhang * (height(high) - height(low))
    let isHigh = height(found.upperBound) > height(high) + air
    let isLow = height(found.lowerBound) < height(low) - air
    let top = isHigh ? high : found.upperBound
    let bottom = isLow ? low : found.lowerBound
    values = bottom < top ? bottom...top : low...high
  }

  /// The values at which a surface is cut off; infinite where all of it is seen.
  func cuts(of grid: ReliefGrid) -> ClosedRange<Double> {
    guard let found = grid.range else { return -.infinity ... .infinity }
    let low = found.lowerBound < values.lowerBound ? values.lowerBound : -.infinity
    let high = found.upperBound > values.upperBound ? values.upperBound : .infinity
    return low...high
  }

  /// The heights of the values.
  var heights: ClosedRange<Double> { height(values.lowerBound)...height(values.upperBound) }

  /// How ticks are spread.
  var scale: Scale.Kind { height.kind == .log ? .log : .linear }

  /// Values for the ticks: a logarithm has none at or below zero.
  var domain: ClosedRange<Double> {
    guard scale == .log else { return values }
    let low = max(values.lowerBound, height.shift)
    return low...max(values.upperBound, low * 1.01)
  }

  /// The ticks of a vertical axis of so many pixels: where heights are roots, 1, 2 or 5 times powers of ten, well apart.
  func ticks(along plan: AxisPlan, length: Double, style: Style) throws -> AxisPlan {
    guard case .root = height.kind else { return plan }
    let (low, high) = (heights.lowerBound, heights.upperBound)
    let apart = 1.25 * style.size(.tick) / length
    var chosen: [Double] = []
    func consider(_ value: Double) {
      let share = (height(value) - low) / (high - low)
      guard values.contains(value) || (value == 0 && low <= height(0)) else { return }
      let isApart = chosen.allSatisfy { abs((height($0) - low) / (high - low) - share) >= apart }
      if isApart { chosen.append(value) }
    }
    guard height.base == 0, values.lowerBound >= 0 else {
      plan.ticks.reversed().forEach(consider)
      let labels = zip(plan.ticks, plan.labels).filter { chosen.contains($0.0) }.map(\.1)
      return AxisPlan(plan, ticks: chosen.sorted(), labels: labels)
    }
    consider(0)
    for factor in [1.0, 5, 2] { for power in (-12...15).reversed() { consider(factor * exponential(Double(power))) } }
    chosen.sort()
    guard chosen.count > 1 else { return plan }
    let labels = try chosen.map { try style.line(TickLabels.log($0), .tick) }
    return AxisPlan(plan, ticks: chosen, labels: labels)
  }
}
