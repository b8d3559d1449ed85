/// How the panels of a figure stand.
public enum Arrangement: Sendable {
  /// Side by side, with these shares of the width; a panel with 0 is left out.
  case row([Double])
  /// One above the other, with these shares of the height; a panel with 0 is left out.
  case column([Double])
  /// Rows of panels, in order: each with its share of the height, and the shares of its panels of the width.
  case rows([Row])
  /// One for each shape of the page; a broad page is a wide one where nothing is said of it.
  indirect case adaptive(broad: Arrangement? = nil, wide: Arrangement, tall: Arrangement)

  /// A row of panels.
  public struct Row: Sendable {
    /// Share of the height.
    public var height: Double
    /// Shares of the width, one a panel.
    public var widths: [Double]

    /// A row.
    public init(height: Double, widths: [Double]) { (self.height, self.widths) = (height, widths) }
  }

  /// The shape of the part of a page that panels stand on.
  enum Shape {
    /// Less than about a third wider than high, or narrow beside its type.
    case tall
    /// As on a page of 4:3.
    case wide
    /// About twice as wide as high, as on a slide of 16:9.
    case broad
  }

  /// Rows for so many panels: shares that are missing are like the last, and rows without a panel are left out.
  func rows(for count: Int, on shape: Shape) -> [Row] {
    switch self {
    case .row(let shares):
      return [Row(height: 1, widths: Self.padded(shares, to: count))]
    case .column(let shares):
      return Self.padded(shares, to: count).map { Row(height: $0, widths: [1]) }
    case .rows(let rows):
      var (left, fitted) = (count, [Row]())
      for row in rows where left > 0 {
        fitted.append(Row(height: row.height, widths: Array(row.widths.prefix(left))))
        left -= min(left, row.widths.count)
      }
      if left > 0 { fitted.append(Row(height: 1, widths: Self.padded([], to: left))) }
      return fitted
    case .adaptive(let broad, let wide, let tall):
      let fitting =
        switch shape {
        case .tall: tall
        case .wide: wide
        case .broad: broad ?? wide
        }
      return fitting.rows(for: count, on: shape)
    }
  }

  private static func padded(_ wanted: [Double], to count: Int) -> [Double] {
    // With fewer panels than shares, those that are left out are gone.
    let shares = wanted.count > count ? wanted.filter { $0 > 0 } : wanted
    return (0..<count).map { $0 < shares.count ? shares[$0] : shares.last ?? 1 }
  }
}
