extension LandscapeSummary {
  /// Where a function is lowest, short enough for a title: "Lowest at (3, 0.5): f = 0"; nil where it has no height.
  public var told: Phrase? {
    switch floor {
    case .points(let minima) where minima.count > 1:
      Phrase(
        "\(minima.count) equal minima, f = \(minima[0].value)", zh: "\(minima.count) 个等值的最小值点，f = \(minima[0].value)")
    case .points(let minima):
      Phrase(
        "Lowest at \(minima[0].point.coordinates): f = \(minima[0].value)",
        zh: "最小值点 \(minima[0].point.coordinates)，f = \(minima[0].value)")
    case .many(let value): Phrase("Equal minima beyond counting, f = \(value)", zh: "等值的最小值点多得数不清，f = \(value)")
    case .plain(let value): Phrase("Lowest all over a plain: f = \(value)", zh: "在一片平地上最低：f = \(value)")
    case .line(let value): Phrase("Lowest along a line: f = \(value)", zh: "沿一条线最低：f = \(value)")
    case .edge(let minimum, _):
      Phrase("Lowest at the edge of the view: f = \(minimum.value)", zh: "图中最低处在边上：f = \(minimum.value)")
    case .bottomless(let point?):
      Phrase("f falls without bound near \(point.coordinates)", zh: "f 在 \(point.coordinates) 附近无下界")
    case .bottomless(.none): Phrase("f falls without bound in several places", zh: "f 在多处无下界")
    case .constant(let value): Phrase("f is \(value) everywhere: nothing to descend", zh: "f 处处为 \(value)，无处可降")
    case .nothing: nil
    }
  }
}

extension Vector2 {
  /// The point as a text: "(3, 0.5)"; what is zero but for rounding is 0.
  public var coordinates: String {
    func number(_ value: Double) -> String { Digits.text(abs(value) < 1e-12 ? 0 : value) }
    return "(\(number(x)), \(number(y)))"
  }
}
