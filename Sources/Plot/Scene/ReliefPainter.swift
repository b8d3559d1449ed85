import Dispatch
import Raster

/// Paints a relief and the map on its floor, and keeps how near everything is.
///
/// The surface is drawn as triangles into a z-buffer with several samples a pixel; colours come from the field's values and
/// slopes where a sample meets the surface: once a pixel within a sheet, once a sample along outlines.
struct ReliefPainter: Sendable {
  let shader: ReliefShader
  /// The part of the picture, on whole pixels.
  let frame: Rect
  /// Samples a pixel along each direction.
  var side = 3
  /// Pixel rows that are painted together.
  var bandHeight = 16

  private var columns: Int { Int(frame.width) }
  private var rows: Int { Int(frame.height) }

  /// The picture, clear where nothing is, and its depths.
  func image() -> (Bitmap, DepthMap) {
    let relief = shader.relief
    let bands = (rows + bandHeight - 1) / bandHeight
    let mesh = ReliefMesh(relief, top: frame.minY, bandHeight: bandHeight, bands: bands)
    var image = Bitmap(width: columns, height: rows)
    var depth = DepthMap(frame: frame)
    image.pixels.withUnsafeMutableBytes { bytes in
      depth.withStorage { nearness in
        let output = Output(
          pixels: bytes.bindMemory(to: UInt32.self), nearness: nearness)
        DispatchQueue.concurrentPerform(iterations: bands) { band in
          paint(band, mesh, output)
        }
      }
    }
    return (image, depth)
  }

  /// What several threads write, each its own rows.
  private struct Output: @unchecked Sendable {
    let pixels: UnsafeMutableBufferPointer<UInt32>
    let nearness: UnsafeMutableBufferPointer<Float>
  }

  private func paint(_ band: Int, _ mesh: ReliefMesh, _ output: Output) {
    let first = band * bandHeight
    let last = min(rows, first + bandHeight)
    let box = shader.relief.box
    let slack = Float(1e-6 * box.size.z)
    var raster = ReliefRaster(
      pixels: Point(Double(columns), Double(last - first)),
      origin: Point(frame.minX, frame.minY + Double(first)), side: side,
      limits: (Float(box.bottom) - slack)...(Float(box.top) + slack))
    raster.draw(mesh.cells(of: band), of: mesh)
    shader.relief.grid.nodes.withUnsafeBufferPointer { nodes in
      raster.nearness.withUnsafeBufferPointer { nearness in
        raster.places.withUnsafeBufferPointer { places in
          let samples = Samples(
            nearness: nearness, places: places, nodes: nodes, side: side, width: raster.width)
          for row in first..<last {
            for column in 0..<columns {
              let at = row * columns + column
              let start = (row - first) * side * raster.width + column * side
              let (color, near) = resolve(samples, start: start, column: column, row: row)
              output.pixels[at] = color
              output.nearness[at] = near
            }
          }
        }
      }
    }
  }

  /// The samples of a band.
  private struct Samples {
    let nearness: UnsafeBufferPointer<Float>
    let places: UnsafeBufferPointer<SIMD2<Float>>
    let nodes: UnsafeBufferPointer<ReliefGrid.Node>
    let side: Int
    let width: Int
  }

  /// The colour of a pixel, and how near the farthest of its samples is.
  private func resolve(_ samples: Samples, start: Int, column: Int, row: Int) -> (UInt32, Float) {
    var hits = 0
    var (low, high) = (SIMD2<Float>(repeating: .infinity), SIMD2<Float>(repeating: -.infinity))
    var sum = SIMD2<Float>.zero
    var farthest = Float.infinity
    for q in 0..<side {
      for p in 0..<side {
        let index = start + q * samples.width + p
        let near = samples.nearness[index]
        farthest = min(farthest, near)
        guard near > 0 else { continue }
        let place = samples.places[index]
        hits += 1
        sum += place
        low = pointwiseMin(low, place)
        high = pointwiseMax(high, place)
      }
    }
    let pixel = Point(frame.minX + Double(column) + 0.5, frame.minY + Double(row) + 0.5)
    if hits == 0 { return (floor(samples, pixel), 0) }
    let spread = high - low
    if hits == side * side, max(spread.x, spread.y) < Self.widestSheet {
      let place = sum / Float(hits)
      if let color = shader.surface(samples.nodes, place) { return (Self.packed(color), farthest) }
    }
    return mixed(samples, start: start, pixel: pixel)
  }

  /// Cells between the samples of a pixel within one sheet, at most.
  private static let widestSheet: Float = 3

  /// The floor in a pixel that no part of the surface hides.
  private func floor(_ samples: Samples, _ pixel: Point) -> UInt32 {
    guard let place = shader.relief.floorPlace(under: pixel) else { return 0 }
    let (columns, rows) = (Double(shader.relief.grid.columns), Double(shader.relief.grid.rows))
    let air = 2.5
    let isNear =
      place.x > -air && place.y > -air && place.x < columns + air && place.y < rows + air
    guard isNear else { return 0 }
    let isInner =
      place.x > air && place.y > air && place.x < columns - air && place.y < rows - air
    if isInner { return Self.packed(shader.floor(samples.nodes, place)) }
    let share = floorShare(around: pixel)
    guard share > 0 else { return 0 }
    return Self.packed(shader.floor(samples.nodes, place).opacity(share))
  }

  /// How much of a pixel the floor covers.
  private func floorShare(around pixel: Point) -> Double {
    var inside = 0
    let fine = 4
    for q in 0..<fine {
      for p in 0..<fine {
        let shift = Point(Double(p) + 0.5, Double(q) + 0.5) * (1 / Double(fine)) - Point(0.5, 0.5)
        if isOnFloor(pixel + shift) { inside += 1 }
      }
    }
    return Double(inside) / Double(fine * fine)
  }

  private func isOnFloor(_ pixel: Point) -> Bool {
    guard let place = shader.relief.floorPlace(under: pixel) else { return false }
    return place.x >= 0 && place.y >= 0 && place.x <= Double(shader.relief.grid.columns)
      && place.y <= Double(shader.relief.grid.rows)
  }

  /// A pixel in which several sheets meet, or the surface and what is beyond.
  private func mixed(_ samples: Samples, start: Int, pixel: Point) -> (UInt32, Float) {
    var color = Color.clear
    var farthest = Float.infinity
    func add(_ part: Color) {
      color.red += part.red
      color.green += part.green
      color.blue += part.blue
      color.alpha += 1
    }
    for q in 0..<side {
      for p in 0..<side {
        let index = start + q * samples.width + p
        if samples.nearness[index] > 0,
          let part = shader.surface(samples.nodes, samples.places[index])
        {
          farthest = min(farthest, samples.nearness[index])
          add(part)
          continue
        }
        farthest = 0
        let shift = Point(Double(p) + 0.5, Double(q) + 0.5) * (1 / Double(side)) - Point(0.5, 0.5)
        guard isOnFloor(pixel + shift),
          let place = shader.relief.floorPlace(under: pixel + shift)
        else { continue }
        add(shader.floor(samples.nodes, place))
      }
    }
    guard color.alpha > 0 else { return (0, farthest) }
    let count = color.alpha
    let mean = Color(
      red: color.red / count, green: color.green / count, blue: color.blue / count,
      alpha: count / Double(side * side))
    return (Self.packed(mean), farthest)
  }

  /// Red in the lowest byte, as a bitmap holds it on a little-endian machine.
  private static func packed(_ color: Color) -> UInt32 {
    let c = color.bytes
    return UInt32(
      littleEndian: UInt32(c.red) | UInt32(c.green) << 8 | UInt32(c.blue) << 16
        | UInt32(c.alpha) << 24)
  }
}
