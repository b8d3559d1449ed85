import Dispatch
import Raster

/// The corners of a relief's cells in the picture, and which cells each band of pixel rows has to look at.
struct ReliefMesh: Sendable {
  /// Column and row in pixels, nearness, and elevation in the box.
  typealias Corner = SIMD4<Float>

  let columns: Int
  let corners: [Corner]
  /// The corners of the triangles along the edge of the domain, three each, with their places.
  let rim: [(corner: Corner, place: SIMD2<Double>)]
  /// Where the triangles that stand for a cell are among them.
  let rims: [Int: Range<Int>]
  /// The cells that reach into a band, band by band.
  private let cells: [Int32]
  /// Where the cells of each band begin, one more than bands.
  private let starts: [Int]

  /// The cells that reach into a band, in the order of the grid.
  func cells(of band: Int) -> ArraySlice<Int32> { cells[starts[band]..<starts[band + 1]] }

  /// A mesh for a picture whose first row is `top`, in bands of so many rows.
  init(_ relief: Relief, top: Double, bandHeight: Int, bands: Int) {
    columns = relief.grid.columns
    corners = Self.project(relief)
    let rim = relief.grid.rim.map { Self.project($0, on: relief) } ?? []
    (self.rim, rims) = (rim, relief.grid.rim?.ranges ?? [:])
    (cells, starts) = Self.sort(corners, rim, relief.grid, top: top, bandHeight: Double(bandHeight), bands: bands)
  }

  private struct Target: @unchecked Sendable { let base: UnsafeMutableBufferPointer<Corner> }

  private static func project(_ relief: Relief) -> [Corner] {
    let grid = relief.grid
    let width = grid.columns + 1
    let chunk = 16
    let height = grid.rows + 1
    let chunks = (height + chunk - 1) / chunk
    return [Corner](unsafeUninitializedCapacity: width * height) { buffer, count in
      buffer.initialize(repeating: .zero)
      count = width * height
      let target = Target(base: buffer)
      DispatchQueue.concurrentPerform(iterations: chunks) { k in
        for j in (k * chunk)..<min(height, (k + 1) * chunk) {
          for i in 0..<width {
            let value = grid.nodes[j * width + i].x
            let place = relief.space(Double(i), Double(j), value: value)
            let spot = relief.projection(place)
            target.base[j * width + i] = Corner(
              Float(spot.pixel.x), Float(spot.pixel.y), Float(spot.nearness), Float(place.z))
          }
        }
      }
    }
  }

  private static func project(_ rim: ReliefRim, on relief: Relief) -> [(corner: Corner, place: SIMD2<Double>)] {
    let range = relief.grid.range ?? 0...0
    return rim.corners.map { c in
      let value = min(max(c.value, range.lowerBound), range.upperBound)
      let place = relief.space(c.u, c.v, value: value)
      let spot = relief.projection(place)
      let corner = Corner(Float(spot.pixel.x), Float(spot.pixel.y), Float(spot.nearness), Float(place.z))
      return (corner, SIMD2(c.u, c.v))
    }
  }

  /// Puts every cell into the bands that it reaches, each band's in the order of the grid.
  private static func sort(
    _ corners: [Corner], _ rim: [(corner: Corner, place: SIMD2<Double>)], _ grid: ReliefGrid, top: Double,
    bandHeight: Double, bands: Int
  ) -> ([Int32], [Int]) {
    let width = grid.columns + 1
    let count = grid.columns * grid.rows
    var reaches = [SIMD2<Int16>](repeating: SIMD2(0, -1), count: count)
    var starts = [Int](repeating: 0, count: bands + 1)
    for j in 0..<grid.rows {
      for i in 0..<grid.columns where grid.states[j * grid.columns + i] != .void {
        let k = j * width + i
        let (a, b) = (corners[k].y, corners[k + 1].y)
        let (c, d) = (corners[k + width].y, corners[k + width + 1].y)
        var (low, high) = (min(min(a, b), min(c, d)), max(max(a, b), max(c, d)))
        if let range = grid.rim?.ranges[j * grid.columns + i] {
          guard !range.isEmpty else { continue }
          (low, high) = rim[range].reduce((Float.infinity, -Float.infinity)) {
            (min($0.0, $1.corner.y), max($0.1, $1.corner.y))
          }
        }
        guard high - low < 1e6, low < 1e6, high > -1e6 else { continue }
        let first = max(0, Int(((Double(low) - top) / bandHeight).rounded(.down)))
        let last = min(bands - 1, Int(((Double(high) - top) / bandHeight).rounded(.down)))
        guard first <= last else { continue }
        reaches[j * grid.columns + i] = SIMD2(Int16(first), Int16(last))
        for band in first...last { starts[band + 1] += 1 }
      }
    }
    for band in 0..<bands { starts[band + 1] += starts[band] }
    var next = starts
    var cells = [Int32](repeating: 0, count: starts[bands])
    for (cell, reach) in reaches.enumerated() where reach.x <= reach.y {
      for band in Int(reach.x)...Int(reach.y) {
        cells[next[band]] = Int32(cell)
        next[band] += 1
      }
    }
    return (cells, starts)
  }
}
