import Raster

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
  /// Replaces the view of the figure's first panel.
  public var view: View?
  /// The colour map of surfaces, nil for the theme's.
  public var map: ColorMap?
  /// Leaves the page unpainted.
  public var transparent = false

  /// The default: an English slide, light.
  public init() {}

  /// The preset with the scale applied: more pixels at a higher resolution.
  var pixels: Preset {
    var scaled = preset
    scaled.width = Int((Double(preset.width) * scale).rounded())
    scaled.height = Int((Double(preset.height) * scale).rounded())
    scaled.dpi = preset.dpi * scale
    return scaled
  }
}
