#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How values become heights: tick labels of the vertical axis are values, however they are spread.
public enum Height: String, Sendable, CaseIterable {
  /// By logarithm where the levels are logarithmic, else in proportion.
  case automatic
  /// In proportion.
  case linear
  /// By the logarithm, evened out below the lowest level so that zero has a place.
  case log
  /// By the square root of what lies above the smallest value, evened out close to it.
  case root
}

/// A rising function from values to heights, with its slope.
struct HeightScale: Sendable {
  /// The function.
  let kind: Height
  /// The smallest value there is.
  let base: Double
  /// What is added before the logarithm or the root is taken, so that both are smooth at the smallest value.
  let shift: Double

  /// A function that suits levels, for values from `base` on.
  init(_ wanted: Height, levels: Levels, base: Double) {
    kind = wanted == .automatic ? (levels.scale == .log ? .log : .linear) : wanted
    self.base = levels.scale == .log ? 0 : base
    let range = levels.range
    shift =
      levels.scale == .log ? range.lowerBound : 1e-3 * (range.upperBound - range.lowerBound)
  }

  /// The height of a value.
  func callAsFunction(_ value: Double) -> Double {
    switch kind {
    case .linear, .automatic: value
    case .log: log10(max(value - base, 0) + shift)
    case .root: (max(value - base, 0) + shift).squareRoot()
    }
  }

  /// How much the height grows with the value.
  func slope(at value: Double) -> Double {
    switch kind {
    case .linear, .automatic: 1
    case .log: value > base ? 0.4342944819032518 / (value - base + shift) : 0
    case .root: value > base ? 0.5 / (value - base + shift).squareRoot() : 0
    }
  }
}
