import Raster

/// Finds points where a field crosses levels, along lines down the frame, for the numbers of the levels.
package struct LevelFinder: Sendable {
  private let frame: Rect
  private let step: Double
  /// Values down each column of pixels, those in the middle of the frame first.
  private let columns: [(place: Double, values: [Double])]

  /// Looks at a field every few pixels of seven columns.
  package init(_ field: Field, x: Scale, y: Scale, frame: Rect) {
    self.frame = frame
    let step = 4.0
    self.step = step
    let rows = Array(stride(from: frame.minY, through: frame.maxY, by: step)).map { y.value(at: $0) }
    columns = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86].map { share in
      let place = frame.minX + share * frame.width
      let value = x.value(at: place)
      return (place, rows.map { field.value(value, $0) })
    }
  }

  /// Crossings of a level, those in the middle of the frame's width first, each column from the top.
  package func places(of level: Double) -> [Point] {
    var found: [Point] = []
    for column in columns {
      for row in column.values.indices.dropFirst() {
        let (before, value) = (column.values[row - 1], column.values[row])
        guard (before - level) * (value - level) < 0 else { continue }
        let share = (level - before) / (value - before)
        found.append(Point(column.place, frame.minY + (Double(row - 1) + share) * step))
      }
    }
    return found
  }
}
