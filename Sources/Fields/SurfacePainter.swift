import Dispatch
import Raster

/// Paints a field pixel by pixel: the colour of the band that the value falls in, mixed with its neighbour's within half
/// a pixel of the boundary, and lines of constant width wherever the value crosses a level.
///
/// The distance from a pixel to a level is taken to second order, from the value, the slope and the curvature there; to
/// first order a valley thinner than a pixel would lose its lines, since the slope vanishes on its floor.
package struct SurfacePainter: Sendable {
  package let field: Field
  private let columns: Int
  private let rows: Int
  private let xs: [Double]
  private let ys: [Double]
  private let inks: LevelPaint
  /// Units of x and y a pixel.
  private let pixel: Point

  /// A painter for a frame of whole pixels.
  ///
  /// - Parameters:
  ///   - field: The function.
  ///   - levels: Its levels.
  ///   - x: Sends x to pixels.
  ///   - y: Sends y to pixels.
  ///   - frame: The pixels.
  ///   - unit: A unit of the page in pixels, for the widths of lines.
  ///   - invalid: The colour where there is no value.
  package init(field: Field, levels: Levels, x: Scale, y: Scale, frame: Rect, unit: Double, invalid: Color) {
    self.field = field
    columns = Int(frame.width)
    rows = Int(frame.height)
    xs = (-1...columns).map { x.value(at: frame.minX + Double($0) + 0.5) }
    ys = (-1...rows).map { y.value(at: frame.minY + Double($0) + 0.5) }
    pixel = Point((xs[xs.count - 1] - xs[0]) / Double(columns + 1), (ys[ys.count - 1] - ys[0]) / Double(rows + 1))
    inks = LevelPaint(levels, unit: unit, invalid: invalid)
  }

  /// The picture of the field.
  package func image() -> Bitmap { Bitmap(width: columns, height: rows, rowsAtOnce: 32, write: paint) }

  /// Paints the picture on a canvas, its upper left corner at a pixel.
  package func paint(on canvas: inout Canvas, x: Int, y: Int) {
    canvas.paint(width: columns, height: rows, x: x, y: y, rowsAtOnce: 32, write: paint)
  }

  /// A row of values and slopes per pixel, with one more at each end.
  private struct Row {
    let value: UnsafeMutableBufferPointer<Double>
    let slopeX: UnsafeMutableBufferPointer<Double>
    let slopeY: UnsafeMutableBufferPointer<Double>

    /// The first, second or third row in memory that holds three, and a fourth of one part.
    init(_ number: Int, in memory: UnsafeMutableBufferPointer<Double>) {
      let parts = (0..<3).map { SurfacePainter.part(3 * number + $0, of: memory) }
      (value, slopeX, slopeY) = (parts[0], parts[1], parts[2])
    }
  }

  /// One of ten parts of memory.
  private static func part(_ number: Int, of memory: UnsafeMutableBufferPointer<Double>) -> UnsafeMutableBufferPointer<
    Double
  > {
    let count = memory.count / 10
    return UnsafeMutableBufferPointer(rebasing: memory[number * count..<(number + 1) * count])
  }

  private func evaluate(_ row: Row, _ index: Int) {
    xs.withUnsafeBufferPointer { field.row($0, ys[index + 1], row.value, row.slopeX, row.slopeY) }
    for i in row.slopeX.indices {
      row.slopeX[i] *= pixel.x
      row.slopeY[i] *= pixel.y
    }
  }

  private func paint(_ range: Range<Int>, _ pixels: PixelRows) {
    let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: 10 * (columns + 2))
    defer { memory.deallocate() }
    memory.initialize(repeating: 0)
    var (above, here, below) = (Row(0, in: memory), Row(1, in: memory), Row(2, in: memory))
    let changes = Self.part(9, of: memory)
    evaluate(above, range.lowerBound - 1)
    evaluate(here, range.lowerBound)
    for j in range {
      evaluate(below, j + 1)
      estimate(changes, above, here, below)
      paint(above, here, below, changes, pixels[j])
      (above, here, below) = (here, below, above)
    }
  }

  /// How much the value changes within reach of each pixel, at most: most are far from every level, and a sum without a
  /// branch tells so of four at once.
  private func estimate(_ changes: UnsafeMutableBufferPointer<Double>, _ above: Row, _ here: Row, _ below: Row) {
    let reach = inks.reach
    var k = 1
    while k + 3 <= columns {
      let (slopeX, slopeY) = (Self.four(here.slopeX, k), Self.four(here.slopeY, k))
      let xx = Self.size(Self.four(here.slopeX, k + 1) - Self.four(here.slopeX, k - 1))
      let xy = Self.size(Self.four(here.slopeY, k + 1) - Self.four(here.slopeY, k - 1))
      let yy = Self.size(Self.four(below.slopeY, k) - Self.four(above.slopeY, k))
      let sum = (Self.size(slopeX) + Self.size(slopeY) + (xx + xy + yy) * (0.25 * reach)) * reach
      UnsafeMutableRawPointer(changes.baseAddress! + k).storeBytes(of: sum, as: SIMD4<Double>.self)
      k += 4
    }
    while k <= columns {
      changes[k] = shape(k, above, here, below).roughChange(within: reach)
      k += 1
    }
  }

  @inline(__always) private static func four(_ row: UnsafeMutableBufferPointer<Double>, _ k: Int) -> SIMD4<Double> {
    UnsafeRawPointer(row.baseAddress! + k).loadUnaligned(as: SIMD4<Double>.self)
  }

  @inline(__always) private static func size(_ value: SIMD4<Double>) -> SIMD4<Double> {
    unsafeBitCast(unsafeBitCast(value, to: SIMD4<UInt64>.self) & 0x7FFF_FFFF_FFFF_FFFF, to: SIMD4<Double>.self)
  }

  @inline(__always) private func shape(_ k: Int, _ above: Row, _ here: Row, _ below: Row) -> LevelShape {
    LevelShape(
      slope: Point(here.slopeX[k], here.slopeY[k]), xx: (here.slopeX[k + 1] - here.slopeX[k - 1]) / 2,
      xy: (here.slopeY[k + 1] - here.slopeY[k - 1]) / 2, yy: (below.slopeY[k] - above.slopeY[k]) / 2)
  }

  private func paint(
    _ above: Row, _ here: Row, _ below: Row, _ changes: UnsafeMutableBufferPointer<Double>,
    _ out: UnsafeMutableBufferPointer<UInt32>
  ) {
    var band = 0
    var borders = inks.borders[0]
    let invalid = LevelPaint.packed(inks.invalid)
    for i in 0..<columns {
      let k = i + 1
      let value = here.value[k]
      guard value == value else {
        out[i] = invalid
        continue
      }
      if value < borders.lower || value >= borders.upper {
        band = inks.band(of: value, near: band)
        borders = inks.borders[band]
      }
      let isFar = changes[k] < borders.room(around: value)
      out[i] = isFar ? borders.flat : inks.pixel(value, band: band, shape(k, above, here, below)) ?? borders.flat
    }
  }
}
