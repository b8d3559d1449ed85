import Raster

/// Which edges of a box carry the axes: of the floor those nearest to the camera, of the vertical ones the leftmost.
struct SceneEdges: Sendable {
  /// Where x is on the near edge along y.
  let nearX: Double
  /// Where y is on the near edge along x.
  let nearY: Double
  /// The near edge along x in the picture, from small x on.
  let x: Segment
  /// The near edge along y in the picture, from small y on.
  let y: Segment
  /// The leftmost vertical edge in the picture, from the floor up.
  let z: Segment
  /// Where the leftmost vertical edge stands.
  let corner: Point

  private let middle: Point

  init(_ box: SceneBox, _ projection: Projection) {
    let half = box.size / 2
    nearX = projection.eye.x < 0 ? -half.x : half.x
    nearY = projection.eye.y < 0 ? -half.y : half.y
    func segment(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Segment {
      Segment(projection(a).pixel, projection(b).pixel)
    }
    x = segment(SIMD3(-half.x, nearY, -half.z), SIMD3(half.x, nearY, -half.z))
    y = segment(SIMD3(nearX, -half.y, -half.z), SIMD3(nearX, half.y, -half.z))
    let corners = box.corners.prefix(4).map { place in (place, segment(place, SIMD3(place.x, place.y, half.z))) }
    var left = corners[0]
    for corner in corners where corner.1.a.x < left.1.a.x { left = corner }
    z = left.1
    corner = Point(left.0.x, left.0.y)
    middle = projection(SIMD3(0, 0, -half.z)).pixel
  }

  /// Away from the floor across the near edge along y.
  var outwardsX: SIMD3<Double> { SIMD3(0, nearY < 0 ? -1 : 1, 0) }
  /// Away from the floor across the near edge along x.
  var outwardsY: SIMD3<Double> { SIMD3(nearX < 0 ? -1 : 1, 0, 0) }

  /// Across an edge in the picture, away from the floor, of length 1.
  func normal(_ edge: Segment) -> Point {
    let way = edge.b - edge.a
    let across = way.turned * (1 / max(way.length, 1e-12))
    let isInwards = Segment.offset(middle - edge.a, across) > 0
    return isInwards ? across * -1 : across
  }
}
