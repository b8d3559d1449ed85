import Dispatch
import Raster

/// Paints a field pixel by pixel: the colour of the band that the value falls in, mixed with its neighbour's within half
/// a pixel of the boundary, and lines of constant width wherever the value crosses a level.
///
/// The distance from a pixel to a level is taken to second order, from the value, the slope and the curvature there; to
/// first order a valley thinner than a pixel would lose its lines, since the slope vanishes on its floor.
struct SurfacePainter: Sendable {
  let field: Field
  private let columns: Int
  private let rows: Int
  private let xs: [Double]
  private let ys: [Double]
  private let inks: LevelPaint
  /// Units of x and y a pixel.
  private let pixel: Point

  init(field: Field, levels: Levels, space: Space) {
    self.field = field
    columns = Int(space.frame.width)
    rows = Int(space.frame.height)
    let frame = space.frame
    xs = (-1...columns).map { space.x.value(at: frame.minX + Double($0) + 0.5) }
    ys = (-1...rows).map { space.y.value(at: frame.minY + Double($0) + 0.5) }
    pixel = Point((xs[xs.count - 1] - xs[0]) / Double(columns + 1), (ys[ys.count - 1] - ys[0]) / Double(rows + 1))
    inks = LevelPaint(levels, style: space.style)
  }

  /// The picture of the field, two rows of bands at a time.
  func image() -> Bitmap {
    var image = Bitmap(width: columns, height: rows)
    let chunk = 32
    let chunks = (rows + chunk - 1) / chunk
    image.pixels.withUnsafeMutableBytes { bytes in
      let pixels = Pixels(base: bytes.bindMemory(to: UInt32.self))
      DispatchQueue.concurrentPerform(iterations: chunks) { k in
        paint(rows: (k * chunk)..<min(rows, (k + 1) * chunk), pixels)
      }
    }
    return image
  }

  /// Rows written by several threads, each its own.
  private struct Pixels: @unchecked Sendable { let base: UnsafeMutableBufferPointer<UInt32> }

  /// A row of values and slopes per pixel, with one more at each end.
  private struct Row {
    var value: [Double]
    var slopeX: [Double]
    var slopeY: [Double]

    init(count: Int) {
      value = [Double](repeating: 0, count: count)
      (slopeX, slopeY) = (value, value)
    }
  }

  private func evaluate(_ row: inout Row, _ index: Int) {
    xs.withUnsafeBufferPointer { x in
      row.value.withUnsafeMutableBufferPointer { value in
        row.slopeX.withUnsafeMutableBufferPointer { slopeX in
          row.slopeY.withUnsafeMutableBufferPointer { slopeY in
            field.row(x, ys[index + 1], value, slopeX, slopeY)
            for i in 0..<x.count {
              slopeX[i] *= pixel.x
              slopeY[i] *= pixel.y
            }
          }
        }
      }
    }
  }

  private func paint(rows range: Range<Int>, _ pixels: Pixels) {
    var above = Row(count: columns + 2)
    var here = above
    var below = above
    evaluate(&above, range.lowerBound - 1)
    evaluate(&here, range.lowerBound)
    let flat = inks.colors.map(Self.packed)
    for j in range {
      evaluate(&below, j + 1)
      paint(above, here, below, flat, pixels.base, at: j * columns)
      swap(&above, &here)
      swap(&here, &below)
    }
  }

  private func paint(
    _ above: Row, _ here: Row, _ below: Row, _ flat: [UInt32], _ out: UnsafeMutableBufferPointer<UInt32>, at offset: Int
  ) {
    var band = 0
    var (lower, upper) = (inks.lower(0), inks.upper(0))
    for i in 0..<columns {
      let k = i + 1
      let value = here.value[k]
      guard value == value else {
        out[offset + i] = Self.packed(inks.invalid)
        continue
      }
      if value < lower || value >= upper {
        band = inks.band(of: value, near: band)
        (lower, upper) = (inks.lower(band), inks.upper(band))
      }
      let shape = LevelShape(
        slope: Point(here.slopeX[k], here.slopeY[k]), xx: (here.slopeX[k + 1] - here.slopeX[k - 1]) / 2,
        xy: (here.slopeY[k + 1] - here.slopeY[k - 1]) / 2, yy: (below.slopeY[k] - above.slopeY[k]) / 2)
      // Most pixels are far from every level, and a sum tells so without a root.
      let isFar = shape.roughChange(within: inks.reach) < min(value - lower, upper - value)
      out[offset + i] = isFar ? flat[band] : inks.color(value, band: band, shape).map(Self.packed) ?? flat[band]
    }
  }

  /// Red in the lowest byte, as a bitmap holds it on a little-endian machine.
  private static func packed(_ color: Color) -> UInt32 {
    let c = color.bytes
    return UInt32(littleEndian: UInt32(c.red) | UInt32(c.green) << 8 | UInt32(c.blue) << 16 | UInt32(c.alpha) << 24)
  }
}
