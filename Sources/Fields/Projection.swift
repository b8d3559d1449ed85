import Raster

/// A camera's picture of space: from places in the box to pixels, with how near they are.
package struct Projection: Sendable {
  /// Where the camera is.
  package let eye: SIMD3<Double>
  /// To the right in the picture, of length 1.
  package let right: SIMD3<Double>
  /// Upwards in the picture, of length 1.
  package let up: SIMD3<Double>
  /// Into the picture, of length 1.
  package let forward: SIMD3<Double>
  /// Pixels per unit of a plane at distance 1.
  package let zoom: Double
  /// Where the middle of the box stands in the picture.
  package let center: Point

  /// A place in the picture.
  package struct Spot: Sendable {
    /// In pixels.
    package var pixel: Point
    /// One over the distance along the line of sight: what is larger hides what is smaller.
    package var nearness: Double
  }

  /// What a camera sees that is turned to the origin, `reach` lengths to the longest side of the box.
  package init(_ camera: Camera, longestSide: Double, zoom: Double, center: Point) {
    let direction = camera.direction
    eye = direction * (camera.distance * longestSide)
    forward = -direction
    right = Self.unit(SIMD3(-direction.y, direction.x, 0))
    up = Self.cross(right, forward)
    (self.zoom, self.center) = (zoom, center)
  }

  /// The same camera with the picture magnified and moved.
  package init(_ other: Projection, zoom: Double, center: Point) {
    (eye, right, up, forward) = (other.eye, other.right, other.up, other.forward)
    (self.zoom, self.center) = (zoom, center)
  }

  /// Where a place of the box stands in the picture.
  package func callAsFunction(_ place: SIMD3<Double>) -> Spot {
    let ray = place - eye
    let nearness = 1 / Self.dot(ray, forward)
    let across = Self.dot(ray, right) * nearness
    let upwards = Self.dot(ray, up) * nearness
    return Spot(pixel: Point(center.x + zoom * across, center.y - zoom * upwards), nearness: nearness)
  }

  /// How fast a place runs over the picture that moves along a direction, in pixels per unit.
  package func speed(at place: SIMD3<Double>, along direction: SIMD3<Double>) -> Point {
    let ray = place - eye
    let nearness = 1 / Self.dot(ray, forward)
    let away = Self.dot(direction, forward) * nearness
    let across = Self.dot(direction, right) - Self.dot(ray, right) * away
    let upwards = Self.dot(direction, up) - Self.dot(ray, up) * away
    return Point(zoom * nearness * across, -zoom * nearness * upwards)
  }

  /// The place at a height that a pixel shows, nil above the horizon.
  package func place(under pixel: Point, height: Double) -> SIMD3<Double>? {
    let across = (pixel.x - center.x) / zoom
    let upwards = (center.y - pixel.y) / zoom
    let ray = forward + right * across + up * upwards
    guard ray.z < 0 else { return nil }
    return eye + ray * ((height - eye.z) / ray.z)
  }

  package static func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }

  package static func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
  }

  package static func unit(_ a: SIMD3<Double>) -> SIMD3<Double> { a / dot(a, a).squareRoot() }
}
