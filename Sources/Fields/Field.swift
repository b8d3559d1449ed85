/// A function of the plane with its gradient, evaluated a row at a time.
public struct Field: Sendable {
  /// Fills values and both derivatives at `x[i]`, all for one y. All buffers are of one length.
  public typealias Row =
    @Sendable (
      _ x: UnsafeBufferPointer<Double>, _ y: Double, _ values: UnsafeMutableBufferPointer<Double>,
      _ slopesX: UnsafeMutableBufferPointer<Double>, _ slopesY: UnsafeMutableBufferPointer<Double>
    ) -> Void

  /// Evaluates a row.
  package let row: Row
  /// The smallest value anywhere, nil when it is not known.
  package let floor: Double?

  /// A field from its row function.
  public init(floor: Double? = nil, row: @escaping Row) { (self.floor, self.row) = (floor, row) }

  /// A field from a function of one point that gives the value and both derivatives.
  public init(floor: Double? = nil, _ point: @escaping @Sendable (Double, Double) -> (Double, Double, Double)) {
    self.init(floor: floor) { x, y, values, slopesX, slopesY in
      for i in x.indices { (values[i], slopesX[i], slopesY[i]) = point(x[i], y) }
    }
  }

  /// The value at a point.
  package func value(_ x: Double, _ y: Double) -> Double { sample(x, y).value }

  /// The value at a point with both derivatives.
  package func sample(_ x: Double, _ y: Double) -> (value: Double, x: Double, y: Double) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 4) { cell in
      cell.initialize(repeating: 0)
      cell[0] = x
      row(
        UnsafeBufferPointer(rebasing: cell[0..<1]), y, .init(rebasing: cell[1..<2]), .init(rebasing: cell[2..<3]),
        .init(rebasing: cell[3..<4]))
      return (cell[1], cell[2], cell[3])
    }
  }

  /// Values on a grid of columns × rows cell centres over a view, row by row.
  package func samples(in view: View, columns: Int, rows: Int) -> [Double] {
    let width = (view.x.upperBound - view.x.lowerBound) / Double(columns)
    let height = (view.y.upperBound - view.y.lowerBound) / Double(rows)
    let xs = (0..<columns).map { view.x.lowerBound + (Double($0) + 0.5) * width }
    var rowValues = [Double](repeating: 0, count: columns)
    var (slopesX, slopesY) = (rowValues, rowValues)
    var all: [Double] = []
    all.reserveCapacity(columns * rows)
    for j in 0..<rows {
      let y = view.y.lowerBound + (Double(j) + 0.5) * height
      xs.withUnsafeBufferPointer { x in
        rowValues.withUnsafeMutableBufferPointer { v in
          slopesX.withUnsafeMutableBufferPointer { dx in
            slopesY.withUnsafeMutableBufferPointer { dy in row(x, y, v, dx, dy) }
          }
        }
      }
      all += rowValues
    }
    return all
  }

  /// How far the field lies above a height; hardly above it where it is as low or lower.
  public func above(_ height: Double) -> Field {
    let row = row
    return Field(floor: 0) { x, y, values, slopesX, slopesY in
      row(x, y, values, slopesX, slopesY)
      // Not zero: that has no place among powers of ten.
      for i in values.indices where !values[i].isNaN {
        values[i] = max(values[i] - height, Double.leastNormalMagnitude)
      }
    }
  }

  /// The field cut off level below a height.
  public func cut(below height: Double) -> Field {
    let row = row
    return Field { x, y, values, slopesX, slopesY in
      row(x, y, values, slopesX, slopesY)
      for i in values.indices where values[i] < height { (values[i], slopesX[i], slopesY[i]) = (height, 0, 0) }
    }
  }
}
