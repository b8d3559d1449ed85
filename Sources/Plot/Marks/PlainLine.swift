import Raster

extension Line {
  /// A curve without a name in the picture and without a marker at its end.
  public static func plain(_ points: [Point], as identity: Identity, name: Phrase? = nil) -> Line {
    Line(points, as: identity, name: name, label: nil).with(\.hasEndMarker, false)
  }

  /// A number before each step and after the last, from step 0 on, without a name in the picture and without a marker at its end.
  ///
  /// Sixty steps at most have a dot each; a curve of more is thin.
  public static func steps(_ values: [Double], as identity: Identity, weight: Double = 1) -> Line {
    let areFew = values.count <= 61
    let points = values.enumerated().map { Point(Double($0.offset), $0.element) }
    return .plain(points, as: identity).with(\.hasDots, areFew).with(\.weight, areFew ? weight : 1)
  }
}
