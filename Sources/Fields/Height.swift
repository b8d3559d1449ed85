/// How values become heights: tick labels of the vertical axis are values, however they are spread.
public enum Height: Sendable, Hashable {
  /// In proportion where that leaves much of the surface above the ground, or the levels are even; else by the square root,
  /// the cube root, … that does.
  case automatic
  /// In proportion.
  case linear
  /// By the logarithm, evened out below the lowest level so that zero has a place.
  case log
  /// By the square root, cube root, … of what lies above the smallest value, evened out close to it.
  case root(Int)

  /// What a reader must know of it, to stand behind the axis's name; empty where heights are in proportion.
  public var remark: Phrase {
    switch self {
    case .linear, .automatic: ""
    case .log: Phrase("log scale", zh: "对数刻度")
    case .root(2): Phrase("square-root scale", zh: "平方根刻度")
    case .root(3): Phrase("cube-root scale", zh: "立方根刻度")
    case .root(let degree): Phrase("\(degree)th-root scale", zh: "\(degree) 次方根刻度")
    }
  }

  /// One word for how they are spread.
  package var word: String {
    switch self {
    case .linear, .automatic: "linear"
    case .log: "log"
    case .root(2): "square-root"
    case .root(3): "cube-root"
    case .root(let degree): "\(degree)th-root"
    }
  }
}

/// A rising function from values to heights, with its slope.
package struct HeightScale: Sendable {
  /// The function.
  package let kind: Height
  /// The smallest value there is.
  package let base: Double
  /// What is added before the logarithm or the root is taken, so that both are smooth at the smallest value.
  package let shift: Double

  /// A function that suits levels, for values from `base` on, half of which lie below `median` and all below `top`.
  package init(_ wanted: Height, levels: Levels, base: Double, median: Double, top: Double) {
    let range = levels.range
    let isLog = levels.scale == .log
    self.base = isLog ? 0 : base
    shift = isLog ? range.lowerBound : 1e-3 * (range.upperBound - range.lowerBound)
    guard wanted == .automatic else {
      kind = wanted
      return
    }
    let share = (median - self.base) / (top - self.base)
    let degree = (1...4).first { pow(share, 1 / Double($0)) > 0.18 } ?? 5
    kind = isLog && degree > 1 ? .root(degree) : .linear
  }

  /// The height of a value.
  package func callAsFunction(_ value: Double) -> Double {
    switch kind {
    case .linear, .automatic: value
    case .log: log10(max(value - base, 0) + shift)
    case .root(let degree): pow(max(value - base, 0) + shift, 1 / Double(degree))
    }
  }

  /// How much the height grows with the value.
  package func slope(at value: Double) -> Double {
    switch kind {
    case .linear, .automatic: 1
    case .log: value > base ? 0.4342944819032518 / (value - base + shift) : 0
    case .root(let degree): value > base ? pow(value - base + shift, 1 / Double(degree) - 1) / Double(degree) : 0
    }
  }
}
