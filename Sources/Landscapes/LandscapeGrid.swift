extension Landscape {
  /// Heights at the centres of columns × rows equal cells of a window, row by row from the lowest y.
  public func grid(over window: Window, columns: Int, rows: Int) -> [Double] {
    let xs = (0..<columns).map { Self.middle(of: $0, among: columns, window.x) }
    var heights = [Double](repeating: 0, count: columns * rows)
    xs.withUnsafeBufferPointer { x in
      heights.withUnsafeMutableBufferPointer { all in
        for row in 0..<rows {
          let y = Self.middle(of: row, among: rows, window.y)
          let values = UnsafeMutableBufferPointer(rebasing: all[row * columns..<(row + 1) * columns])
          fillRow(xs: x, y: y, values: values)
        }
      }
    }
    return heights
  }

  /// The middle of a cell of a range, one of so many.
  static func middle(of cell: Int, among count: Int, _ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (Double(cell) + 0.5) * ((range.upperBound - range.lowerBound) / Double(count))
  }
}
