extension Surface {
  /// A landscape in the levels that suit what a summary says of the part of the plane that is shown.
  ///
  /// Heights that span decades stand in powers of ten above the lowest, at least four of them, from two below the height at the
  /// `start` on. Where most of the view lies low above single points, levels are spread as squares are. What falls without
  /// bound is cut off level.
  public init(
    _ landscape: Landscape, as summary: LandscapeSummary, start: Vector2?, quantity: Phrase = Phrase("loss", zh: "损失")
  ) {
    let (lowest, heights) = (summary.lowest ?? 0, summary.heights)
    guard !summary.spansDecades else {
      let upper = heights.map { ($0.upperBound - lowest) / 100 }
      let first = start.map { landscape.value(at: $0) - lowest }
      self.init(
        Field(landscape).above(lowest), start: [upper, first].compactMap { $0 }.filter { $0 > 0 }.min(),
        quantity: quantity)
      base = lowest
      return
    }
    switch summary.floor {
    case .points where summary.isMostlyLow: self.init(Field(landscape), spread: .squares, quantity: quantity)
    case .bottomless:
      let bottom = heights?.lowerBound ?? lowest
      self.init(Field(landscape).cut(below: bottom), quantity: quantity)
      self.bottom = bottom
    default: self.init(Field(landscape), quantity: quantity)
    }
  }
}
