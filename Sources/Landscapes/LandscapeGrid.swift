extension Landscape {
  /// Heights at the centres of columns × rows equal cells of a window, row by row from the lowest y.
  public func grid(over window: Window, columns: Int, rows: Int) -> [Double] {
    let width = (window.x.upperBound - window.x.lowerBound) / Double(columns)
    let height = (window.y.upperBound - window.y.lowerBound) / Double(rows)
    let xs = (0..<columns).map { window.x.lowerBound + (Double($0) + 0.5) * width }
    var heights = [Double](repeating: 0, count: columns * rows)
    xs.withUnsafeBufferPointer { x in
      heights.withUnsafeMutableBufferPointer { all in
        for row in 0..<rows {
          let y = window.y.lowerBound + (Double(row) + 0.5) * height
          let values = UnsafeMutableBufferPointer(rebasing: all[row * columns..<(row + 1) * columns])
          fillRow(xs: x, y: y, values: values)
        }
      }
    }
    return heights
  }
}
