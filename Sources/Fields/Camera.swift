/// Where a scene is seen from.
public struct Camera: Sendable, Hashable {
  /// Degrees from the x axis towards the y axis: at −90 the camera stands at small y, and x runs to the right.
  public var azimuth: Double
  /// Degrees above the floor, 5 to 85.
  public var elevation: Double
  /// Distance from the middle of the box, in lengths of its longest side: the nearer, the stronger the perspective.
  public var distance: Double

  /// A camera; by default it stands at small x and y, somewhat above the surface.
  public init(azimuth: Double = -118, elevation: Double = 32, distance: Double = 5) {
    require((5...85).contains(elevation), "a camera \(elevation)° above the floor")
    require(distance >= 2, "a camera \(distance) lengths away, inside or too near its box")
    require(azimuth.isFinite, "a camera at \(azimuth)°")
    (self.azimuth, self.elevation, self.distance) = (azimuth, elevation, distance)
  }

  /// From the middle of the box to the camera, of length 1.
  package var direction: SIMD3<Double> {
    let (turn, rise) = (azimuth * .pi / 180, elevation * .pi / 180)
    return SIMD3(cos(rise) * cos(turn), cos(rise) * sin(turn), sin(rise))
  }
}
