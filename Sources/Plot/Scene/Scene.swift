/// How a panel shows its surface in space: lit, from a camera, over its own map on the floor.
///
/// A panel with a scene draws the same marks as one without: its `Surface` becomes the relief and the map, trails and
/// landmarks lie on the relief, dotted or hollow where it hides them.
public struct Scene: Sendable {
  /// The vertical axis: its name, and as its domain the values between which the surface is cut off.
  public var z: Axis
  /// How values become heights.
  public var height: Height
  /// Where it is seen from.
  public var camera: Camera

  /// How high the box is against its depth; nil for what suits the shape of the page.
  public var rise: Double?

  /// A scene; a vertical axis without a domain shows all of the surface that the levels do.
  public init(z: Axis, height: Height = .automatic, camera: Camera = Camera(), rise: Double? = nil) {
    (self.z, self.height, self.camera, self.rise) = (z, height, camera, rise)
  }
}
