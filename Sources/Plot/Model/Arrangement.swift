/// How the panels of a figure stand.
public enum Arrangement: Sendable {
  /// One panel alone; several in rows of equal panels, as many a row as make the plot areas largest.
  case automatic
  /// Side by side, with these shares of the width.
  case row([Double])
  /// One above the other, with these shares of the height.
  case column([Double])
  /// Rows of panels, in order: each with its share of the height, and the shares of its panels of the width.
  case rows([Row])

  /// A row of panels.
  public struct Row: Sendable {
    /// Share of the height.
    public var height: Double
    /// Shares of the width, one a place; places that no panel is left for stay open.
    public var widths: [Double]

    /// A row.
    public init(height: Double, widths: [Double]) { (self.height, self.widths) = (height, widths) }
  }

  /// Ways to place so many panels: the one that was asked for, or grids of every width.
  func candidates(for count: Int) -> [[Row]] {
    switch self {
    case .automatic: return (1...max(1, count)).map { Self.grid(of: count, columns: $0) }
    case .row(let shares): return [[Row(height: 1, widths: Self.padded(shares, to: count))]]
    case .column(let shares): return [Self.padded(shares, to: count).map { Row(height: $0, widths: [1]) }]
    case .rows(let rows):
      var (left, fitted) = (count, [Row]())
      for row in rows where left > 0 {
        fitted.append(row)
        left -= min(left, row.widths.count)
      }
      if left > 0 { fitted.append(Row(height: 1, widths: Self.padded([], to: left))) }
      return [fitted]
    }
  }

  /// Rows of equal panels.
  static func grid(of count: Int, columns: Int) -> [Row] {
    let row = Row(height: 1, widths: Array(repeating: 1, count: columns))
    return Array(repeating: row, count: (count + columns - 1) / columns)
  }

  /// So many shares: those that are missing are like the last.
  private static func padded(_ shares: [Double], to count: Int) -> [Double] {
    (0..<count).map { $0 < shares.count ? shares[$0] : shares.last ?? 1 }
  }
}
