import Raster

/// The bands of levels and the lines between them as paint: the colour of a pixel from the value and its shape there.
struct LevelPaint: Sendable {
  /// Boundaries between bands, ascending.
  let bands: [Double]
  /// The colour of each band, one more than boundaries.
  let colors: [Color]
  /// Where there is no value.
  let invalid: Color
  /// Half the width of the line at each boundary, 0 where there is none.
  private let halfWidths: [Double]
  /// The colour of the line at each boundary: dark over pale bands, pale over dark ones.
  private let inks: [Color]
  /// How far from a level a pixel can still show it.
  let reach: Double
  /// What surrounds each band.
  let borders: [Borders]
  /// The colours of pixels near one level alone, packed: by `place(of:…)`.
  private let beside: [UInt32]

  /// Paint for levels, with lines in proportion to a unit of the page in pixels.
  init(_ levels: Levels, unit: Double, invalid: Color) {
    self.invalid = invalid
    bands = levels.bands
    colors = (0...levels.bands.count).map { levels.color(band: $0) }
    let (thin, thick) = (0.06 * unit, 0.115 * unit)
    let (lines, heavy) = (Set(levels.lines), Set(levels.heavy))
    halfWidths = levels.bands.map { heavy.contains($0) ? thick : lines.contains($0) ? thin : 0 }
    // Thin lines between decades are fainter than those: they show the shape, and are not read.
    let fainter = levels.bands.map { heavy.isEmpty || heavy.contains($0) ? 1 : 0.62 }
    let colors = colors
    inks = levels.bands.indices.map { k in
      let isDark = colors[k].mixed(with: colors[k + 1], by: 0.5).luminance < 0.21
      return isDark ? Color(hex: 0xD5E3F3, alpha: 0.36 * fainter[k]) : Color(hex: 0x33506E, alpha: 0.45 * fainter[k])
    }
    reach = thick + 0.5
    borders = Self.borders(of: bands, colors, halfWidths: halfWidths, reach: reach)
    beside = Self.beside(colors, inks)
  }

  /// A band's colour, packed, with the levels around it.
  struct Borders: Sendable {
    let flat: UInt32
    let lower: Double
    let upper: Double
    /// The nearest levels with a line, which is seen from farther away than the mere end of a band.
    let lowerLine: Double
    let upperLine: Double
    /// How much farther off a line is seen.
    let ease: Double

    /// How much the value may change within reach of a line while nothing but the band is seen.
    @inline(__always) func room(around value: Double) -> Double {
      min(min(value - lower, upper - value) * ease, min(value - lowerLine, upperLine - value))
    }
  }

  private static func borders(of bands: [Double], _ colors: [Color], halfWidths: [Double], reach: Double) -> [Borders] {
    colors.indices.map { band in
      let (below, above) = (bands[..<band], bands[band...])
      return Borders(
        flat: packed(colors[band]), lower: below.last ?? -.infinity, upper: above.first ?? .infinity,
        lowerLine: below.indices.last { halfWidths[$0] > 0 }.map { bands[$0] } ?? -.infinity,
        upperLine: above.indices.first { halfWidths[$0] > 0 }.map { bands[$0] } ?? .infinity, ease: reach / 0.5)
    }
  }

  /// For each level, from its lower side and from its upper, for quarters of the band beyond and sixteenths of the line.
  private static func beside(_ colors: [Color], _ inks: [Color]) -> [UInt32] {
    inks.indices.flatMap { level in
      [(level, level + 1), (level + 1, level)].flatMap { own, other in
        (0...2).flatMap { quarters in
          let ground = colors[own].mixed(with: colors[other], by: Double(quarters) / 4)
          return (0...16).map { sixteenths in
            packed(ground.mixed(with: inks[level].opacity(1), by: Double(sixteenths) / 16 * inks[level].alpha))
          }
        }
      }
    }
  }

  /// Where `beside` has the colour for a level.
  private static func place(of level: Int, isAbove: Bool, quarters: Int, sixteenths: Int) -> Int {
    ((2 * level + (isAbove ? 1 : 0)) * 3 + quarters) * 17 + sixteenths
  }

  /// The band that a value falls in, looked for from another one on.
  func band(of value: Double, near start: Int) -> Int {
    var band = start
    while band < bands.count && value >= bands[band] { band += 1 }
    while band > 0 && value < bands[band - 1] { band -= 1 }
    return band
  }

  /// The boundary below a band.
  func lower(_ band: Int) -> Double { band > 0 ? bands[band - 1] : -.infinity }
  /// The boundary above a band.
  func upper(_ band: Int) -> Double { band < bands.count ? bands[band] : .infinity }

  /// The colour of a pixel near one or more levels, nil where it has the colour of its band.
  func color(_ value: Double, band: Int, _ shape: LevelShape) -> Color? {
    let change = shape.change(within: reach)
    let nearBelow = band > 0 && value - bands[band - 1] <= change
    let nearAbove = band < bands.count && bands[band] - value <= change
    guard nearBelow || nearAbove else { return nil }
    return blend(value, band: band, shape, change: change)
  }

  /// The same, packed.
  func pixel(_ value: Double, band: Int, _ shape: LevelShape) -> UInt32? {
    let change = shape.change(within: reach)
    let nearBelow = value - lower(band) <= change
    let nearAbove = upper(band) - value <= change
    guard nearBelow || nearAbove else { return nil }
    let (level, next) = nearBelow ? (band - 1, band - 2) : (band, band + 1)
    let isAlone = nearBelow != nearAbove && (!bands.indices.contains(next) || abs(bands[next] - value) > change)
    guard isAlone else { return Self.packed(blend(value, band: band, shape, change: change)) }
    let distance = shape.distance(to: bands[level], from: value)
    let quarters = steps(max(0, 0.5 - distance), 4)
    let sixteenths = steps(coverage(distance, halfWidth: halfWidths[level]), 16)
    return beside[Self.place(of: level, isAbove: nearBelow, quarters: quarters, sixteenths: sixteenths)]
  }

  /// Red in the lowest byte, as a bitmap holds it on a little-endian machine.
  static func packed(_ color: Color) -> UInt32 {
    let c = color.bytes
    return UInt32(littleEndian: UInt32(c.red) | UInt32(c.green) << 8 | UInt32(c.blue) << 16 | UInt32(c.alpha) << 24)
  }

  /// Bands mixed, with the line that covers most of the pixel.
  private func blend(_ value: Double, band: Int, _ shape: LevelShape, change: Double) -> Color {
    var color = colors[band]
    var (ink, inked) = (0.0, 0)
    var k = band - 1
    while k >= 0 && value - bands[k] <= change {
      let distance = shape.distance(to: bands[k], from: value)
      if k == band - 1 { color = color.mixed(with: colors[k], by: stepped(max(0, 0.5 - distance), 4)) }
      let covered = coverage(distance, halfWidth: halfWidths[k])
      if covered > ink { (ink, inked) = (covered, k) }
      k -= 1
    }
    k = band
    while k < bands.count && bands[k] - value <= change {
      let distance = shape.distance(to: bands[k], from: value)
      if k == band { color = color.mixed(with: colors[k + 1], by: stepped(max(0, 0.5 - distance), 4)) }
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
  private func stepped(_ share: Double, _ count: Int) -> Double { Double(steps(share, count)) / Double(count) }

  private func steps(_ share: Double, _ count: Int) -> Int { Int(share * Double(count) + 0.5) }

  /// The share of a pixel that a line covers whose middle is so far away.
  private func coverage(_ distance: Double, halfWidth: Double) -> Double {
    guard halfWidth > 0 else { return 0 }
    return min(max(halfWidth + 0.5 - distance, 0), min(1, 2 * halfWidth))
  }
}
