import Raster

/// Finds points where a field crosses a level, along lines across the frame, for the number of the level.
struct LevelFinder {
  let field: Field
  let space: Space

  /// Crossings, those in the middle of the frame's height and width first, far enough from its edges.
  func places(of level: Double) -> [Point] {
    let frame = space.frame
    let columns = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86].map { frame.minX + $0 * frame.width }
    return columns.flatMap { crossings(of: level, column: $0) }
  }

  /// Crossings along a column of pixels, from the top.
  private func crossings(of level: Double, column: Double) -> [Point] {
    let frame = space.frame
    let x = space.x.value(at: column)
    var found: [Point] = []
    var previous: Double?
    var row = frame.minY
    while row <= frame.maxY {
      let value = field.value(x, space.y.value(at: row))
      if let before = previous, (before - level) * (value - level) < 0 {
        let share = (level - before) / (value - before)
        found.append(Point(column, row - Self.step + share * Self.step))
      }
      previous = value
      row += Self.step
    }
    return found
  }

  /// Pixels between two samples.
  private static let step = 4.0
}
