import Raster

/// Where things stand in a scene: on the surface, on the floor, in front of the surface or behind it.
struct SceneSpace: Sendable {
  /// The surface.
  let relief: Relief
  /// What the surface hides.
  let depth: DepthMap
  /// Values beyond which the surface is cut off.
  let cuts: ClosedRange<Double>
  /// The part of the picture in which all is drawn.
  let frame: Rect
  /// Look and sizes.
  let style: Style
  /// The levels of the figure.
  let levels: Levels
  /// The picture of the surface and the floor.
  let image: Bitmap
  /// Points of the plane that a star lies on.
  var covers: [Point] = []

  /// A point of the plane on the surface or the floor.
  struct Foothold: Sendable {
    /// Where it stands in the picture.
    var pixel: Point
    /// Whether the surface hides it.
    var isHidden: Bool
  }

  /// How much nearer than a point the surface must be to hide it, as a share of the distance: the thickness of a line on it.
  private static let thickness = 0.003

  /// A point of the plane on the surface's upper side, nil where there is no surface.
  func onSurface(_ p: Point) -> Foothold? {
    let place = relief.grid.place(p)
    let (columns, rows) = (Double(relief.grid.columns), Double(relief.grid.rows))
    guard place.x >= 0, place.y >= 0, place.x <= columns, place.y <= rows else { return nil }
    guard relief.grid.isKnown(place.x, place.y) else { return nil }
    let patch = relief.grid.nodes.withUnsafeBufferPointer {
      ReliefPatch($0, columns: relief.grid.columns, rows: relief.grid.rows, place.x, place.y)
    }
    guard cuts.contains(patch.value) else { return nil }
    let spot = relief.space(place.x, place.y, value: patch.value)
    var foothold = foothold(spot)
    if !relief.showsUpperSide(at: spot, patch) { foothold.isHidden = true }
    return foothold
  }

  private func foothold(_ place: SIMD3<Double>) -> Foothold {
    let spot = relief.projection(place)
    return Foothold(pixel: spot.pixel, isHidden: depth.hides(spot, tolerance: Self.thickness))
  }

  /// The picture as a plane of pixels, for what is drawn in it without regard to space.
  var pixels: Space {
    var space = Space(
      x: Scale(.linear, domain: frame.minX...frame.maxX, start: frame.minX, end: frame.maxX),
      y: Scale(.linear, domain: frame.minY...frame.maxY, start: frame.minY, end: frame.maxY), frame: frame,
      style: style, levels: levels)
    space.covered = covers.compactMap { onSurface($0)?.pixel }
    return space
  }
}
