import Dispatch
import Raster

/// Paints a relief and the map on its floor, and keeps how near everything is.
///
/// The surface is drawn as triangles into a z-buffer with several samples a pixel; colours come from the field's values and
/// slopes where a sample meets the surface: once a pixel within a sheet, once a sample along outlines.
package struct ReliefPainter: Sendable {
  package let shader: ReliefShader
  /// The part of the picture, on whole pixels.
  package let frame: Rect
  private let finder: FloorFinder
  private let hasHoles: Bool
  /// Samples a pixel along each direction.
  private let side = 3
  /// Pixel rows that are painted together.
  private let bandHeight: Int

  package init(shader: ReliefShader, frame: Rect, bandHeight: Int = 16) {
    (self.shader, self.frame, self.bandHeight) = (shader, frame, bandHeight)
    finder = FloorFinder(shader.relief)
    hasHoles = shader.relief.grid.hasHoles
  }

  private var columns: Int { Int(frame.width) }
  private var rows: Int { Int(frame.height) }

  /// The picture, clear where nothing is, and its depths.
  package func image() -> (Bitmap, DepthMap) {
    let relief = shader.relief
    let bands = (rows + bandHeight - 1) / bandHeight
    let mesh = ReliefMesh(relief, top: frame.minY, bandHeight: bandHeight, bands: bands)
    var image = Bitmap(width: columns, height: rows)
    var depth = DepthMap(frame: frame)
    image.pixels.withUnsafeMutableBytes { bytes in
      depth.withStorage { nearness in
        let output = Output(pixels: bytes.bindMemory(to: UInt32.self), nearness: nearness)
        DispatchQueue.concurrentPerform(iterations: bands) { band in paint(band, mesh, output) }
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
      columns: columns, rows: first..<last, origin: Point(frame.minX, frame.minY), side: side,
      limits: (Float(box.bottom) - slack)...(Float(box.top) + slack))
    raster.draw(mesh.cells(of: band), of: mesh)
    shader.relief.grid.nodes.withUnsafeBufferPointer { nodes in
      raster.nearness.withUnsafeBufferPointer { nearness in
        raster.places.withUnsafeBufferPointer { places in
          let samples = Samples(nearness: nearness, places: places, nodes: nodes, side: side, width: raster.width)
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
    let place = sum / Float(hits)
    let isSheet = hits == side * side && max(spread.x, spread.y) < Self.widestSheet
    if isSheet && !(hasHoles && isFrayed(place)) {
      if let color = shader.surface(samples.nodes, place) { return (Self.packed(color), farthest) }
    }
    return mixed(samples, start: start, pixel: pixel)
  }

  /// Whether the surface ends in the cell around a place.
  private func isFrayed(_ place: SIMD2<Float>) -> Bool {
    shader.relief.grid.state(Double(place.x), Double(place.y)) != .whole
  }

  /// Cells between the samples of a pixel within one sheet, at most.
  private static let widestSheet: Float = 3

  /// The floor in a pixel that no part of the surface hides.
  private func floor(_ samples: Samples, _ pixel: Point) -> UInt32 {
    guard finder.bounds.inset(by: -1).contains(pixel), let place = finder(pixel),
      finder.contains(place, inset: -Self.borderWidth)
    else { return 0 }
    let isInner = finder.contains(place, inset: Self.borderWidth)
    if isInner && (!hasHoles || shader.relief.grid.state(place.x, place.y) != .frayed) {
      return Self.packed(shader.floor(samples.nodes, place))
    }
    return border(samples, pixel)
  }

  /// How many cells from the floor's edge a pixel may still lie across it.
  private static let borderWidth = 2.5

  /// A pixel across the floor's edge, or that of a hole in it: the mean of what is seen in parts of it.
  private func border(_ samples: Samples, _ pixel: Point) -> UInt32 {
    var blend = Blend()
    let fine = 4
    for part in 0..<(fine * fine) {
      let spot = pixel + Self.shift(part % fine, part / fine, of: fine)
      guard let place = finder(spot), finder.contains(place) else { continue }
      blend.add(shader.floor(samples.nodes, place))
    }
    return blend.mean(of: fine * fine).map(Self.packed) ?? 0
  }

  /// From the middle of a pixel to that of one of its parts.
  private static func shift(_ column: Int, _ row: Int, of count: Int) -> Point {
    Point(Double(column) + 0.5, Double(row) + 0.5) * (1 / Double(count)) - Point(0.5, 0.5)
  }

  /// Colours of parts of a pixel, gathered.
  private struct Blend {
    var sum = Color.clear
    var count = 0.0

    mutating func add(_ part: Color) {
      sum.red += part.red
      sum.green += part.green
      sum.blue += part.blue
      count += 1
    }

    /// The mean, as opaque as there are colours among so many parts; nil when there is none.
    func mean(of parts: Int) -> Color? {
      guard count > 0 else { return nil }
      return Color(red: sum.red / count, green: sum.green / count, blue: sum.blue / count, alpha: count / Double(parts))
    }
  }

  /// A pixel in which several sheets meet, or the surface and what is beyond.
  private func mixed(_ samples: Samples, start: Int, pixel: Point) -> (UInt32, Float) {
    var blend = Blend()
    var farthest = Float.infinity
    let outline = outline(samples, start: start)
    for q in 0..<side {
      for p in 0..<side {
        let index = start + q * samples.width + p
        if samples.nearness[index] > 0, let part = shader.surface(samples.nodes, samples.places[index]) {
          farthest = min(farthest, samples.nearness[index])
          let isFront = samples.nearness[index] > outline.behind
          blend.add(isFront ? part.mixed(with: shader.rim, by: outline.strength) : part)
          continue
        }
        farthest = 0
        let spot = pixel + Self.shift(p, q, of: side)
        guard let place = finder(spot), finder.contains(place) else { continue }
        blend.add(shader.floor(samples.nodes, place))
      }
    }
    return (blend.mean(of: side * side).map(Self.packed) ?? 0, farthest)
  }

  /// How strong the outline of a sheet is in a pixel before whatever lies well behind it, and what of it lies behind.
  private func outline(_ samples: Samples, start: Int) -> (strength: Double, behind: Float) {
    var (near, far) = (Float.zero, Float.infinity)
    for q in 0..<side {
      for p in 0..<side {
        let nearness = samples.nearness[start + q * samples.width + p]
        near = max(near, nearness)
        far = min(far, nearness)
      }
    }
    guard far < near * (1 - Self.leastJump) else { return (0, 0) }
    let behind = (near + far) / 2
    var front = 0
    for q in 0..<side {
      for p in 0..<side where samples.nearness[start + q * samples.width + p] > behind { front += 1 }
    }
    let share = Double(front) / Double(side * side)
    return (0.6 * min(1, 5 * share * (1 - share)), behind)
  }

  /// The least difference in nearness, as a share, at which one sheet lies well behind another.
  private static let leastJump: Float = 0.012

  /// Red in the lowest byte, as a bitmap holds it on a little-endian machine.
  private static func packed(_ color: Color) -> UInt32 {
    let c = color.bytes
    return UInt32(littleEndian: UInt32(c.red) | UInt32(c.green) << 8 | UInt32(c.blue) << 16 | UInt32(c.alpha) << 24)
  }
}
