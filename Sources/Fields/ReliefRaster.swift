import Raster

/// The z-buffer of a band of pixel rows: for each of several samples a pixel, the place of the grid that is nearest to the camera.
///
/// A triangle owns every sample within it and on its edges, so that neighbours leave no gap between them; of two at one
/// sample the nearer stays.
struct ReliefRaster {
  /// Samples a pixel along each direction.
  let side: Int
  /// Samples in a row.
  let width: Int
  /// Rows of samples.
  let height: Int
  /// One over the distance, 0 where nothing is.
  private(set) var nearness: [Float]
  /// The place of the grid.
  private(set) var places: [SIMD2<Float>]
  /// The upper left of the whole picture.
  private let origin: Point
  /// The first row of samples, counted from there.
  private let firstRow: Int
  /// Elevations outside are cut off.
  private let limits: ClosedRange<Float>

  /// An empty buffer for some rows of pixels of a picture; what it holds does not depend on how the picture is divided.
  init(columns: Int, rows: Range<Int>, origin: Point, side: Int, limits: ClosedRange<Float>) {
    (self.origin, self.side, self.limits) = (origin, side, limits)
    (width, height, firstRow) = (columns * side, rows.count * side, rows.lowerBound * side)
    nearness = [Float](repeating: 0, count: width * height)
    places = [SIMD2<Float>](repeating: .zero, count: width * height)
  }

  /// A corner of a triangle: column and row in samples, nearness, elevation, and place of the grid.
  private struct Corner { var x: Double, y: Double, nearness: Double, z: Double, u: Double, v: Double }

  /// Draws the cells of a mesh.
  mutating func draw(_ cells: ArraySlice<Int32>, of mesh: ReliefMesh) {
    let (width, height, firstRow) = (width, height, firstRow)
    let (side, origin, limits) = (side, origin, limits)
    nearness.withUnsafeMutableBufferPointer { nearness in
      places.withUnsafeMutableBufferPointer { places in
        mesh.corners.withUnsafeBufferPointer { corners in
          let target = Target(
            nearness: nearness, places: places, width: width, rows: firstRow..<(firstRow + height), side: Double(side),
            origin: origin, limits: limits)
          for cell in cells {
            if mesh.rims.isEmpty {
              target.draw(Int(cell), corners, columns: mesh.columns)
            } else if let range = mesh.rims[Int(cell)] {
              for start in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
                target.draw(mesh.rim[start..<start + 3])
              }
            } else {
              target.draw(Int(cell), corners, columns: mesh.columns)
            }
          }
        }
      }
    }
  }

  /// The buffers, with a triangle's drawing.
  private struct Target {
    let nearness: UnsafeMutableBufferPointer<Float>
    let places: UnsafeMutableBufferPointer<SIMD2<Float>>
    let width: Int
    let rows: Range<Int>
    let side: Double
    let origin: Point
    let limits: ClosedRange<Float>

    /// A cell as two triangles that share the diagonal whose ends differ less in elevation.
    func draw(_ cell: Int, _ corners: UnsafeBufferPointer<ReliefMesh.Corner>, columns: Int) {
      let (i, j) = (cell % columns, cell / columns)
      func corner(_ p: Int, _ q: Int) -> Corner {
        let c = corners[(j + q) * (columns + 1) + i + p]
        return Corner(
          x: (Double(c.x) - origin.x) * side - 0.5, y: (Double(c.y) - origin.y) * side - 0.5, nearness: Double(c.z),
          z: Double(c.w), u: Double(i + p), v: Double(j + q))
      }
      let (a, b, c, d) = (corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1))
      if abs(a.z - c.z) <= abs(b.z - d.z) {
        draw(a, b, c)
        draw(a, c, d)
      } else {
        draw(a, b, d)
        draw(b, c, d)
      }
    }

    /// A triangle along the edge of the domain.
    func draw(_ rim: ArraySlice<(corner: ReliefMesh.Corner, place: SIMD2<Double>)>) {
      let all = rim.map { c in
        Corner(
          x: (Double(c.corner.x) - origin.x) * side - 0.5, y: (Double(c.corner.y) - origin.y) * side - 0.5,
          nearness: Double(c.corner.z), z: Double(c.corner.w), u: c.place.x, v: c.place.y)
      }
      draw(all[0], all[1], all[2])
    }

    func draw(_ a: Corner, _ b: Corner, _ c: Corner) {
      let area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
      guard area != 0, area.isFinite else { return }
      let left = max(0, min(a.x, b.x, c.x).rounded(.up))
      let right = min(Double(width - 1), max(a.x, b.x, c.x).rounded(.down))
      let top = max(Double(rows.lowerBound), min(a.y, b.y, c.y).rounded(.up))
      let bottom = min(Double(rows.upperBound - 1), max(a.y, b.y, c.y).rounded(.down))
      guard left <= right, top <= bottom else { return }
      let (low, high) = (Double(limits.lowerBound), Double(limits.upperBound))
      let isCut = min(a.z, b.z, c.z) < low || max(a.z, b.z, c.z) > high
      let inverse = 1 / area
      // Shares of b and c at a sample, and how they grow along a row.
      let stepB = (c.y - a.y) * inverse
      let stepC = (a.y - b.y) * inverse
      var y = top
      while y <= bottom {
        var shareB = ((left - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) * inverse
        var shareC = ((b.x - a.x) * (y - a.y) - (left - a.x) * (b.y - a.y)) * inverse
        let row = (Int(y) - rows.lowerBound) * width
        var index = row + Int(left)
        let end = row + Int(right)
        while index <= end {
          if shareB >= -Self.slack, shareC >= -Self.slack, shareB + shareC <= 1 + Self.slack {
            put(a, b, c, shareB, shareC, at: index, isCut: isCut, low: low, high: high)
          }
          shareB += stepB
          shareC += stepC
          index += 1
        }
        y += 1
      }
    }

    /// How far beyond its edges a triangle still owns a sample, as a share of itself: more than rounding can amount to.
    private static let slack = 1e-6

    @inline(__always) private func put(
      _ a: Corner, _ b: Corner, _ c: Corner, _ shareB: Double, _ shareC: Double, at index: Int, isCut: Bool,
      low: Double, high: Double
    ) {
      let near = a.nearness + shareB * (b.nearness - a.nearness) + shareC * (c.nearness - a.nearness)
      guard Float(near) > nearness[index] else { return }
      if isCut {
        let z = a.z + shareB * (b.z - a.z) + shareC * (c.z - a.z)
        guard z >= low, z <= high else { return }
      }
      nearness[index] = Float(near)
      places[index] = SIMD2(
        Float(a.u + shareB * (b.u - a.u) + shareC * (c.u - a.u)),
        Float(a.v + shareB * (b.v - a.v) + shareC * (c.v - a.v)))
    }
  }
}
