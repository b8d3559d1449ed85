/// How the panels of a figure stand.
public enum Arrangement: Sendable {
  /// Side by side, with these shares of the width.
  case row([Double])
  /// One above the other, with these shares of the height.
  case column([Double])
  /// Rows of panels, in order: each with its share of the height, and the shares of its panels of the width.
  case rows([Row])
  /// The first on a wide page, the second on others.
  indirect case adaptive(wide: Arrangement, tall: Arrangement)

  /// A row of panels.
  public struct Row: Sendable {
    /// Share of the height.
    public var height: Double
    /// Shares of the width, one a panel.
    public var widths: [Double]

    /// A row.
    public init(height: Double, widths: [Double]) { (self.height, self.widths) = (height, widths) }
  }

  /// Rows for so many panels: shares that are missing are like the last, and rows without a panel are left out.
  func rows(for count: Int, isWide: Bool) -> [Row] {
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
    case .adaptive(let wide, let tall):
      return (isWide ? wide : tall).rows(for: count, isWide: isWide)
    }
  }

  private static func padded(_ shares: [Double], to count: Int) -> [Double] {
    (0..<count).map { $0 < shares.count ? shares[$0] : shares.last ?? 1 }
  }
}
