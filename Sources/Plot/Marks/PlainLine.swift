import Raster

extension Line {
  /// A curve without a name in the picture and without a marker at its end.
  public static func plain(_ points: [Point], as identity: Identity, name: Phrase? = nil) -> Line {
    Line(points, as: identity, name: name, label: nil).with(\.hasEndMarker, false)
  }
}
