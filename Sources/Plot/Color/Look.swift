import Raster

/// Colours of one's own, as few as one cares to say: what is left out follows from the page.
public struct Look: Sendable, Hashable {
  /// The family that texts are set in, nil for the usual one.
  public var font: String?
  /// The page.
  public var page: Color?
  /// Titles, labels.
  public var ink: Color?
  /// From one to six colours of what is compared; empty for the usual ones.
  public var series: [Color] = []
  /// Colours of a surface or heat map, low values first; empty for the usual map.
  public var map: [Color] = []

  /// The usual look.
  public init() {}

  /// The name of its theme and its map.
  public static let name = "look"

  /// The theme over another, or over the light or the dark one, as suits the page.
  public func theme(over given: Theme) -> Theme {
    let base = page.map { $0.luminance < Self.darkest ? Theme.dark : .light } ?? given
    let (page, ink) = (page ?? base.background, ink ?? base.ink)
    if self.page == nil, self.ink == nil, series.isEmpty { return base }
    let own = series.isEmpty ? base.series : series
    let texts = zip(own, series.isEmpty ? base.seriesText : series).map { Self.readable($1, on: page, towards: ink) }
    return Theme(
      name: Self.name, background: page, ink: ink,
      muted: Self.readable(ink.mixed(with: page, by: 0.32), on: page, towards: ink),
      faint: page.mixed(with: ink, by: 0.24), grid: page.mixed(with: ink, by: 0.11), series: own, seriesText: texts,
      note: Self.readable(base.note, on: page, towards: ink), star: base.star)
  }

  /// Its map, if it has one.
  public var colorMap: ColorMap? { map.count < 2 ? nil : ColorMap(name: Self.name, stops: map) }

  /// Pages below this luminance are dark.
  private static let darkest = 0.18

  /// A colour moved towards the ink until it is read as text, as far as the ink itself is.
  private static func readable(_ color: Color, on page: Color, towards ink: Color) -> Color {
    let steps = (0...20).map { color.mixed(with: ink, by: Double($0) / 20) }
    return steps.first { $0.contrast(with: page) >= LookCheck.textContrast } ?? ink
  }
}
