extension Landscape {
  /// Two valleys side by side, the left one deeper: lowest at (−2, 0), the ridge between them at x ≈ 0.16.
  public static let twoValleys: Landscape = {
    guard let formula = try? Expression(parsing: "(x+2)^2*((x-2)^2+0.6)/16+y^2") else {
      fatalError("two valleys without a formula")
    }
    return Landscape(formula, view: .init(x: -3.3...3.3, y: -1.1...1.7)).with(minima: [.init(at: -2, 0, value: 0)])
  }()
}
