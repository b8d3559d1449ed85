import Raster

/// Slope and curvature of the field at a pixel, per pixel.
struct LevelShape {
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

  /// A bound of the same, larger and quicker to have; not finite where the field's slopes are not.
  func roughChange(within distance: Double) -> Double {
    let bend = max(abs(xx), abs(yy)) + abs(xy)
    return (abs(slope.x) + abs(slope.y) + 0.5 * bend * distance) * distance
  }

  /// The distance to a level, in pixels; infinite where the curve through here never gets there.
  func distance(to level: Double, from value: Double) -> Double {
    let gap = abs(value - level)
    let steep = slope.x * slope.x + slope.y * slope.y
    // A plateau at the height of a level is no line.
    guard gap > 0 else { return steep > 0 || xx != 0 || xy != 0 || yy != 0 ? 0 : .infinity }
    let along = steep > 0 ? (slope.x * slope.x * xx + 2 * slope.x * slope.y * xy + slope.y * slope.y * yy) / steep : 0
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
