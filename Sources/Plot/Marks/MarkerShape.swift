import Raster

/// Shapes that tell series apart without colour.
public enum MarkerShape: String, Sendable, CaseIterable {
  case circle, square, triangle, diamond, triangleDown, hexagon
  /// An open circle: of points that belong to no series.
  case ring

  /// The shapes that series have, in order.
  static let ofSeries: [MarkerShape] = [.circle, .square, .triangle, .diamond, .triangleDown, .hexagon]

  /// The shape of the series with this number; beyond the sixth they come round again.
  public static func of(_ series: Int) -> MarkerShape { ofSeries[series % ofSeries.count] }

  /// The outline around a point, of about the area of a disc of this radius.
  func path(_ center: Point, radius r: Double) -> Path {
    func polygon(_ corners: [(Double, Double)]) -> Path { .polygon(corners.map { center + Point($0.0 * r, $0.1 * r) }) }
    switch self {
    case .circle, .ring: return .circle(center, radius: r)
    case .square: return polygon([(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)])
    case .triangle: return polygon([(0, -1.28), (1.2, 0.8), (-1.2, 0.8)])
    case .diamond: return polygon([(0, -1.3), (1.22, 0), (0, 1.3), (-1.22, 0)])
    case .triangleDown: return polygon([(0, 1.28), (-1.2, -0.8), (1.2, -0.8)])
    case .hexagon: return polygon([(1.08, 0), (0.54, 0.94), (-0.54, 0.94), (-1.08, 0), (-0.54, -0.94), (0.54, -0.94)])
    }
  }
}
