import Raster

/// Finds the place of the grid on the floor that a pixel shows: the projection turned round once, for all pixels.
struct FloorFinder: Sendable {
  /// The floor's bounds in the picture.
  let bounds: Rect
  private let columns: Double
  private let rows: Double
  /// The place times a weight is linear in the pixel: where it is at the origin, and what each direction adds.
  private let origin: SIMD3<Double>
  private let across: SIMD3<Double>
  private let down: SIMD3<Double>

  init(_ relief: Relief) {
    let (projection, box) = (relief.projection, relief.box)
    (columns, rows) = (Double(relief.grid.columns), Double(relief.grid.rows))
    bounds = box.corners.prefix(4).reduce(into: Rect.null) { $0.extend(to: projection($1).pixel) }
    // Along the line of sight through a pixel, in units of its fall to the floor.
    let stepRight = projection.right * (1 / projection.zoom)
    let stepDown = projection.up * (-1 / projection.zoom)
    let first = projection.forward - stepRight * projection.center.x - stepDown * projection.center.y
    let drop = box.floor - projection.eye.z
    func turned(_ way: SIMD3<Double>, _ eye: SIMD3<Double>) -> SIMD3<Double> {
      let u = (way.x * drop + eye.x * way.z) / box.size.x + 0.5 * way.z
      let v = (way.y * drop + eye.y * way.z) / box.size.y + 0.5 * way.z
      return SIMD3(u * Double(relief.grid.columns), v * Double(relief.grid.rows), way.z)
    }
    origin = turned(first, projection.eye)
    across = turned(stepRight, projection.eye)
    down = turned(stepDown, projection.eye)
  }

  /// The place of the grid, beyond its edges too; nil above the horizon.
  func callAsFunction(_ pixel: Point) -> Point? {
    let place = origin + across * pixel.x + down * pixel.y
    guard place.z < 0 else { return nil }
    return Point(place.x / place.z, place.y / place.z)
  }

  /// Whether a place lies so many cells within the floor, outside for a negative number.
  func contains(_ place: Point, inset: Double = 0) -> Bool {
    place.x >= inset && place.y >= inset && place.x <= columns - inset && place.y <= rows - inset
  }
}
