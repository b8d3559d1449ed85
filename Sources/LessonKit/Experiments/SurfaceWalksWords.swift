extension SurfaceWalks {
  /// The one condition that a reader must know, in a line: of the picture first, then of the rates; empty for none.
  public var condition: Phrase {
    if let heights = summary.heights,
      landscape.isTooFine(
        for: .init(x: view.x, y: view.y), pixels: 800, spread: heights.upperBound - heights.lowerBound)
    {
      return Phrase(
        "f varies faster than pixels can show: the pattern is not its true shape", zh: "f 的变化比像素还密：图中纹样并非其真实形状")
    }
    if summary.shareUndefined > 0 {
      return Phrase(
        "grey: no real value (\(percent: summary.shareUndefined) of the view)",
        zh: "灰色：无实数值（占图面 \(percent: summary.shareUndefined)）")
    }
    if case .edge = summary.floor, walks.isEmpty { return Phrase("beyond this view it may fall further", zh: "图外可能更低") }
    return tuned.map { $0.rules.count > 1 || !$0.found.isEmpty ? $0.condition : "" } ?? ""
  }

  /// The whole protocol in plain text: the formula, the lowest points, the steps, how rates were found.
  public var told: Phrase {
    let rates = tuned?.told ?? ""
    let minima = Phrase(same: landscape.minima.map(\.point.coordinates).joined(separator: ", "))
    // What is cut in the picture is whole here.
    let formula = landscape.formula.contains("…") ? "f(x, y) = \(landscape.name)" : landscape.formula
    return Phrase(
      "\(formula). Lowest points: \(minima). \(steps, "step"); there: within \(reach). \(rates)",
      zh: "\(formula)。最低点：\(minima)。\(steps) 步；距离不超过 \(reach) 算到达。\(rates)")
  }
}
