import Tensors

/// What a landscape looks like over a part of the plane: where it is lowest there, and where it has no height.
public struct LandscapeSummary: Sendable {
  /// What the lowest part is.
  public enum Floor: Sendable, Hashable {
    /// Single points, all equally low; all of them.
    case points([Landscape.Minimum])
    /// More single points, all equally low, than can be counted.
    case many(Double)
    /// A level line, straight or bent, or several.
    case line(Double)
    /// A level plain.
    case plain(Double)
    /// Places on the edge of the view, beyond which it goes on falling: one, and whether it is the only one.
    case edge(Landscape.Minimum, isAlone: Bool)
    /// It falls without bound: near a point, or in several places.
    case bottomless(near: Vector2?)
    /// One height everywhere.
    case constant(Double)
    /// No finite height anywhere.
    case nothing
  }

  /// Where it is lowest.
  public let floor: Floor
  /// By how much heights may lie above the lowest and yet be as low, as far as numbers can tell.
  public let slack: Double
  /// The share of the view, 0 to 1, in which the height is not a number.
  public let shareUndefined: Double
  /// The share of the view in which the height is infinite.
  public let shareInfinite: Double
  /// From the height that 1 % of the view lies below to the one that 1 % lies above; nil without heights.
  public let heights: ClosedRange<Double>?
  /// Whether heights above the floor differ by two decades or more between the 5 % and the 99 % quantile.
  public let spansDecades: Bool
  /// Whether most of the view lies low above the floor: then even levels would leave it empty.
  public let isMostlyLow: Bool

  /// The lowest height, where there is one.
  public var lowest: Double? {
    switch floor {
    case .points(let minima): minima[0].value
    case .many(let value), .line(let value), .plain(let value), .constant(let value): value
    case .edge(let minimum, _): minimum.value
    case .bottomless, .nothing: nil
    }
  }

  /// Whether it is lowest on ground of its own, not at the edge or without bound: whoever descends can arrive.
  public var hasBottom: Bool {
    switch floor {
    case .points, .many, .line, .plain: true
    case .edge, .bottomless, .constant, .nothing: false
    }
  }
}

extension Landscape {
  /// Whether it has a finite height anywhere in a part of the plane, at the points that a summary looks at.
  public func hasHeight(in window: Window) -> Bool {
    grid(over: window, columns: FloorSearch.cells, rows: FloorSearch.cells).contains(where: \.isFinite)
  }

  /// Looks over a part of the plane: a grid, and from its low points down to the bottom.
  ///
  /// Known minima in view that are lowest there are taken as they stand.
  public func summary(of window: Window) -> LandscapeSummary {
    var search = FloorSearch(landscape: self, window: window)
    let heights = search.heights
    let finite = heights.filter(\.isFinite).sorted()
    let count = Double(heights.count)
    let (floor, slack) = search.floor()
    func quantile(_ q: Double) -> Double { finite[Int(q * Double(finite.count - 1))] }
    let summary = LandscapeSummary(
      floor: floor, slack: slack, shareUndefined: Double(heights.count { $0.isNaN }) / count,
      shareInfinite: Double(heights.count { $0.isInfinite }) / count,
      heights: finite.isEmpty ? nil : quantile(0.01)...quantile(0.99), spansDecades: false, isMostlyLow: false)
    guard let lowest = summary.lowest, !finite.isEmpty else { return summary }
    let (low, high) = (quantile(0.05) - lowest, quantile(0.99) - lowest)
    let middle = quantile(0.5) - lowest
    return LandscapeSummary(
      floor: floor, slack: slack, shareUndefined: summary.shareUndefined, shareInfinite: summary.shareInfinite,
      heights: summary.heights, spansDecades: low > 0 && high >= 100 * low, isMostlyLow: middle < 0.4 * high)
  }
}
