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
  private let bands: [Double]
  private let colors: [Color]
  /// Half the width of the line at each boundary, 0 where there is none.
  private let halfWidths: [Double]
  /// The colour of the line at each boundary: dark over pale bands, pale over dark ones.
  private let inks: [Color]
  private let invalid: Color
  /// How far from a level a pixel can still show it.
  private let reach: Double
  /// Units of x and y a pixel.
  private let pixel: Point

  init(field: Field, levels: Levels, space: Space) {
    self.field = field
    columns = Int(space.frame.width)
    rows = Int(space.frame.height)
    let frame = space.frame
    xs = (-1...columns).map { space.x.value(at: frame.minX + Double($0) + 0.5) }
    ys = (-1...rows).map { space.y.value(at: frame.minY + Double($0) + 0.5) }
    pixel = Point(
      (xs[xs.count - 1] - xs[0]) / Double(columns + 1),
      (ys[ys.count - 1] - ys[0]) / Double(rows + 1))
    bands = levels.bands
    colors = (0...levels.bands.count).map { levels.color(band: $0) }
    let style = space.style
    let (thin, thick) = (0.06 * style.unit, 0.115 * style.unit)
    let (lines, heavy) = (Set(levels.lines), Set(levels.heavy))
    halfWidths = levels.bands.map { heavy.contains($0) ? thick : lines.contains($0) ? thin : 0 }
    let colors = colors
    inks = levels.bands.indices.map { k in
      let isDark = colors[k].mixed(with: colors[k + 1], by: 0.5).luminance < 0.21
      return isDark ? Color(hex: 0xD5E3F3, alpha: 0.36) : Color(hex: 0x33506E, alpha: 0.45)
    }
    invalid = style.theme.faint
    reach = thick + 0.5
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
  private struct Pixels: @unchecked Sendable {
    let base: UnsafeMutableBufferPointer<UInt32>
  }

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
    let flat = colors.map(Self.packed)
    for j in range {
      evaluate(&below, j + 1)
      paint(above, here, below, flat, pixels.base, at: j * columns)
      swap(&above, &here)
      swap(&here, &below)
    }
  }

  private func paint(
    _ above: Row, _ here: Row, _ below: Row, _ flat: [UInt32],
    _ out: UnsafeMutableBufferPointer<UInt32>, at offset: Int
  ) {
    var band = 0
    for i in 0..<columns {
      let k = i + 1
      let value = here.value[k]
      guard value == value else {
        out[offset + i] = Self.packed(invalid)
        continue
      }
      while band < bands.count && value >= bands[band] { band += 1 }
      while band > 0 && value < bands[band - 1] { band -= 1 }
      let slope = Point(here.slopeX[k], here.slopeY[k])
      let shape = Shape(
        slope: slope, xx: (here.slopeX[k + 1] - here.slopeX[k - 1]) / 2,
        xy: (here.slopeY[k + 1] - here.slopeY[k - 1]) / 2,
        yy: (below.slopeY[k] - above.slopeY[k]) / 2)
      let change = shape.change(within: reach)
      let nearBelow = band > 0 && value - bands[band - 1] <= change
      let nearAbove = band < bands.count && bands[band] - value <= change
      out[offset + i] =
        nearBelow || nearAbove
        ? Self.packed(blend(value, band: band, shape, change: change)) : flat[band]
    }
  }

  /// The colour of a pixel near one or more levels.
  private func blend(_ value: Double, band: Int, _ shape: Shape, change: Double) -> Color {
    var color = colors[band]
    var (ink, inked) = (0.0, 0)
    var k = band - 1
    while k >= 0 && value - bands[k] <= change {
      let distance = shape.distance(to: bands[k], from: value)
      if k == band - 1 {
        color = color.mixed(with: colors[k], by: stepped(max(0, 0.5 - distance), 4))
      }
      let covered = coverage(distance, halfWidth: halfWidths[k])
      if covered > ink { (ink, inked) = (covered, k) }
      k -= 1
    }
    k = band
    while k < bands.count && bands[k] - value <= change {
      let distance = shape.distance(to: bands[k], from: value)
      if k == band {
        color = color.mixed(with: colors[k + 1], by: stepped(max(0, 0.5 - distance), 4))
      }
      let covered = coverage(distance, halfWidth: halfWidths[k])
      if covered > ink { (ink, inked) = (covered, k) }
      k += 1
    }
    guard ink > 0 else { return color }
    let pen = inks[inked]
    return color.mixed(with: pen.opacity(1), by: stepped(ink, 16) * pen.alpha)
  }

  /// A share in whole steps: no eye tells them apart, and the file is a good tenth smaller. Neighbouring bands hardly
  /// differ, so a quarter will do between them; lines need sixteenths to keep their ink.
  private func stepped(_ share: Double, _ steps: Double) -> Double {
    (share * steps).rounded() / steps
  }

  /// The share of a pixel that a line covers whose middle is so far away.
  private func coverage(_ distance: Double, halfWidth: Double) -> Double {
    guard halfWidth > 0 else { return 0 }
    return min(max(halfWidth + 0.5 - distance, 0), min(1, 2 * halfWidth))
  }

  /// Red in the lowest byte, as a bitmap holds it on a little-endian machine.
  private static func packed(_ color: Color) -> UInt32 {
    let c = color.bytes
    return UInt32(
      littleEndian: UInt32(c.red) | UInt32(c.green) << 8 | UInt32(c.blue) << 16
        | UInt32(c.alpha) << 24)
  }

  /// Slope and curvature of the field at a pixel, per pixel.
  private struct Shape {
    var slope: Point
    var xx: Double
    var xy: Double
    var yy: Double

    /// An upper bound of how much the value changes within a distance.
    func change(within distance: Double) -> Double {
      let bend = max(abs(xx), abs(yy)) + abs(xy)
      let change = (slope.length + 0.5 * bend * distance) * distance
      return change.isFinite ? change : 0
    }

    /// The distance to a level, in pixels; infinite where the curve through here never gets there.
    func distance(to level: Double, from value: Double) -> Double {
      let gap = abs(value - level)
      guard gap > 0 else { return 0 }
      let steep = slope.x * slope.x + slope.y * slope.y
      let along =
        steep > 0
        ? (slope.x * slope.x * xx + 2 * slope.x * slope.y * xy + slope.y * slope.y * yy) / steep : 0
      let mean = (xx + yy) / 2
      let half = (xx - yy) / 2
      let spread = (half * half + xy * xy).squareRoot()
      // The bend that leads towards the level: that along the slope; near a floor or a top, where the slope says
      // nothing, the strongest.
      let up = value < level
      let strongest = up ? mean + spread : spread - mean
      let help = up ? along : -along
      let isFlat = steep < strongest * strongest
      let bend = isFlat && strongest > 0 ? max(help, strongest) : help
      let root = steep + 2 * bend * gap
      guard root >= 0 else { return .infinity }
      return 2 * gap / (steep.squareRoot() + root.squareRoot())
    }
  }
}
