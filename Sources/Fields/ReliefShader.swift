import Raster

/// The colour of a relief at a place, as a pixel sees it: bands, lines between them, light and shade, and a line along the rim.
package struct ReliefShader: Sendable {
  package let relief: Relief
  private let cells: (columns: Int, rows: Int)
  private let columns: Double
  private let rows: Double
  private let hasHoles: Bool
  private let inks: LevelPaint
  /// The line along the rim of the surface and along its outlines.
  package let rim: Color
  private let rimHalfWidth: Double
  /// Towards the light, of length 1.
  private let light: SIMD3<Double>
  /// The values at which the surface is cut off below and above, infinite where it is not.
  private let cuts: ClosedRange<Double>

  /// The share of the light that comes from everywhere.
  private static let ambient = 0.64

  /// A shader for a relief.
  ///
  /// - Parameters:
  ///   - relief: The surface in its box.
  ///   - levels: Its levels.
  ///   - cuts: The values at which it is cut off.
  ///   - unit: A unit of the page in pixels, for the widths of lines.
  ///   - rim: The colour of the line along the rim.
  ///   - invalid: The colour of the floor where there is no value.
  package init(_ relief: Relief, levels: Levels, cuts: ClosedRange<Double>, unit: Double, rim: Color, invalid: Color) {
    (self.relief, self.cuts, self.rim) = (relief, cuts, rim)
    cells = (relief.grid.columns, relief.grid.rows)
    (columns, rows) = (Double(cells.columns), Double(cells.rows))
    hasHoles = relief.grid.hasHoles
    inks = LevelPaint(levels, unit: unit, invalid: invalid)
    rimHalfWidth = 0.075 * unit
    light = Self.light(relief.projection)
  }

  /// From the upper left of the picture, somewhat from before it, 48° above the floor.
  private static func light(_ projection: Projection) -> SIMD3<Double> {
    let beyond = Projection.unit(SIMD3(projection.forward.x, projection.forward.y, 0))
    let level = Projection.unit(-projection.right - beyond * 0.25)
    return level * 0.6691306063588582 + SIMD3(0, 0, 0.7431448254773942)
  }

  /// How places of the grid run over the picture: cells a pixel to the right and downwards.
  private struct Pace {
    var u: Point
    var v: Point
    /// Whether the upper side is seen.
    var isUpper: Bool

    /// From pixels a cell along both directions of the grid.
    init(_ along: Point, _ across: Point) {
      let turn = along.x * across.y - across.x * along.y
      isUpper = turn < 0
      let size = max(abs(turn), 1e-4 * along.length * across.length, 1e-12)
      let inverse = (turn < 0 ? -1 : 1) / size
      u = Point(across.y * inverse, -across.x * inverse)
      v = Point(-along.y * inverse, along.x * inverse)
    }

    /// Slope and curvature per pixel of what has these per cell.
    func shape(_ p: ReliefPatch) -> LevelShape {
      let uu = Point(p.uu * u.x + p.uv * v.x, p.uu * u.y + p.uv * v.y)
      let vv = Point(p.uv * u.x + p.vv * v.x, p.uv * u.y + p.vv * v.y)
      return LevelShape(
        slope: Point(p.u * u.x + p.v * v.x, p.u * u.y + p.v * v.y), xx: u.x * uu.x + v.x * vv.x,
        xy: u.x * uu.y + v.x * vv.y, yy: u.y * uu.y + v.y * vv.y)
    }
  }

  /// The colour of the surface at a place of the grid, nil where there is none.
  package func surface(_ nodes: UnsafeBufferPointer<ReliefGrid.Node>, _ place: SIMD2<Float>) -> Color? {
    let (u, v) = (Double(place.x), Double(place.y))
    var patch = ReliefPatch(nodes, columns: cells.columns, rows: cells.rows, u, v)
    if hasHoles, relief.grid.state(u, v) == .frayed {
      // Value and slopes as they are: between samples that were continued they are not to be had.
      let p = relief.grid.plane(u, v)
      let (value, x, y) = relief.grid.field.sample(p.x, p.y)
      if value.isFinite, x.isFinite, y.isFinite {
        patch = ReliefPatch(value: value, u: x * relief.grid.cell.x, v: y * relief.grid.cell.y)
      }
    }
    let spot = relief.space(u, v, value: patch.value)
    let tangents = relief.tangents(patch)
    let pace = Pace(
      relief.projection.speed(at: spot, along: tangents.u), relief.projection.speed(at: spot, along: tangents.v))
    let shape = pace.shape(patch)
    var color = level(patch.value, shape)
    let edge = rimCoverage(u, v, patch.value, pace, shape)
    if edge > 0 { color = color.mixed(with: rim, by: 0.8 * edge) }
    return lit(color, Projection.cross(tangents.u, tangents.v), isUpper: pace.isUpper)
  }

  /// The colour of the map on the floor.
  package func floor(_ nodes: UnsafeBufferPointer<ReliefGrid.Node>, _ place: Point) -> Color {
    let (columns, rows) = (self.columns, self.rows)
    let (u, v) = (min(max(place.x, 0), columns), min(max(place.y, 0), rows))
    guard !hasHoles || relief.grid.isKnown(u, v) else { return inks.invalid }
    let patch = ReliefPatch(nodes, columns: cells.columns, rows: cells.rows, u, v)
    let spot = SIMD3((u / columns - 0.5) * relief.box.size.x, (v / rows - 0.5) * relief.box.size.y, relief.box.floor)
    let pace = Pace(
      relief.projection.speed(at: spot, along: SIMD3(relief.box.size.x / columns, 0, 0)),
      relief.projection.speed(at: spot, along: SIMD3(0, relief.box.size.y / rows, 0)))
    return level(patch.value, pace.shape(patch))
  }

  /// The colour of a value's band, with the lines close by.
  private func level(_ value: Double, _ shape: LevelShape) -> Color {
    let band = inks.band(of: value, near: inks.bands.count / 2)
    return inks.color(value, band: band, shape) ?? inks.colors[band]
  }

  /// How much of a pixel the line along the rim covers: at the edges of the view and where the surface is cut off.
  private func rimCoverage(_ u: Double, _ v: Double, _ value: Double, _ pace: Pace, _ shape: LevelShape) -> Double {
    let (columns, rows) = (self.columns, self.rows)
    var distance = min(u, columns - u) / max(pace.u.length, 1e-9)
    distance = min(distance, min(v, rows - v) / max(pace.v.length, 1e-9))
    let steep = max(shape.slope.length, 1e-300)
    distance = min(distance, (cuts.upperBound - value) / steep, (value - cuts.lowerBound) / steep)
    return min(max(2 * rimHalfWidth + 0.5 - max(distance, 0), 0), 1)
  }

  /// A colour in the light: as it is where the surface faces the light, darker the more it turns away, darkest below.
  private func lit(_ color: Color, _ normal: SIMD3<Double>, isUpper: Bool) -> Color {
    let steepness = Projection.dot(Projection.unit(normal), light)
    let direct = isUpper ? max(0, steepness) : 0.3 * max(0, -steepness) + 0.1
    let strength = Self.stepped(Self.ambient + (1 - Self.ambient) * direct)
    // Shade is the colour of the sky, not of soot.
    let shade = 1 - strength
    return Color(
      red: color.red * (1 - 1.08 * shade), green: color.green * (1 - shade), blue: color.blue * (1 - 0.84 * shade),
      alpha: color.alpha)
  }

  /// Light in steps that no eye tells apart: neighbouring pixels are often alike, and the file is smaller.
  private static func stepped(_ strength: Double) -> Double { (strength * 128).rounded() / 128 }
}
