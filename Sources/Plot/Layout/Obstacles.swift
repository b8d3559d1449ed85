import Raster

/// What labels keep off: lines and discs.
struct Obstacles: Sendable {
  private(set) var lines: [(points: [Point], width: Double, owner: Identity?)] = []
  private(set) var discs: [(center: Point, radius: Double)] = []

  mutating func add(line points: [Point], width: Double, owner: Identity? = nil) {
    lines.append((points, width, owner))
  }

  mutating func add(disc center: Point, radius: Double) { discs.append((center, radius)) }

  /// Distance from a point to the nearest line of another owner; infinite where there is none.
  func distanceToOthers(from p: Point, owner: Identity) -> Double {
    lines.filter { $0.owner != nil && $0.owner != owner }.map { $0.points.leastDistance(to: p) }.min() ?? .infinity
  }

  /// What they cover of a frame.
  func covered(in frame: Rect, cell: Double) -> CoveredCells {
    CoveredCells(in: frame, cell: cell, lines: lines.map { ($0.points, $0.width) }, discs: discs)
  }
}
