import Raster
import Typography

/// A picture yet to be drawn: what it says, in every language, without a size or a colour.
public struct Figure: Sendable {
  /// What the figure shows, as a sentence of at most 60 characters.
  public var title: Phrase
  /// The function, the rules, the parameters.
  public var subtitle: Phrase

  /// A figure.
  public init(_ title: Phrase, subtitle: Phrase) {
    (self.title, self.subtitle) = (title, subtitle)
  }

  /// Draws the figure, and tells what stands where.
  public func draw(_ format: Format, with typesetter: Typesetter) throws -> Drawing {
    var canvas = Canvas(
      width: format.preset.width, height: format.preset.height,
      background: format.theme.background)
    canvas.fill(
      .rect(Rect(x: 100, y: 100, width: 200, height: 200)), with: .solid(format.theme.series[0]))
    return Drawing(bitmap: canvas.bitmap, record: FigureRecord(title: title[format.language]))
  }
}

/// How a figure is to be drawn: size, colours, language, and what a user overrides.
public struct Format: Sendable {
  /// Size, resolution and type sizes.
  public var preset = Preset.slide
  /// Colours.
  public var theme = Theme.light
  /// The language of every text.
  public var language = Language.english
  /// Pixels per pixel of the preset; the placed size stays.
  public var scale = 1.0
  /// Replaces the figure's title.
  public var title: String?
  /// Replaces the view of the figure's first map.
  public var view: View?
  /// Replaces the colour map of surfaces, by name.
  public var map: String?
  /// Leaves the page unpainted.
  public var transparent = false

  /// The default: an English slide, light.
  public init() {}
}

/// The part of the plane that a panel shows.
public struct View: Sendable, Hashable {
  /// From left to right.
  public var x: ClosedRange<Double>
  /// From bottom to top.
  public var y: ClosedRange<Double>

  /// A part of the plane.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>) { (self.x, self.y) = (x, y) }
}

/// A drawn figure.
public struct Drawing: Sendable {
  /// The pixels.
  public let bitmap: Bitmap
  /// What stands where.
  public let record: FigureRecord
}

/// What stands where in a drawn figure, for tests and for tools.
public struct FigureRecord: Sendable {
  /// The title as drawn.
  public let title: String
}
