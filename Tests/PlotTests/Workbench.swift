import Raster
import Typography

@testable import Fields
@testable import Plot

/// What tests draw with: one typesetter, styles, spaces, levels.
enum Workbench {
  static let typesetter: Typesetter = { do { return try Typesetter() } catch { fatalError("no fonts: \(error)") } }()

  static func format(_ preset: Preset = .slide, theme: Theme = .light, language: Language = .english) -> Format {
    var format = Format()
    (format.preset, format.theme, format.language) = (preset, theme, language)
    return format
  }

  static func style(_ preset: Preset = .slide, theme: Theme = .light) -> Style {
    Style(format(preset, theme: theme), typesetter: typesetter)
  }

  /// The preset of a slide at another size in pixels.
  static func preset(_ width: Int, _ height: Int) -> Preset {
    var preset = Preset.slide
    (preset.width, preset.height) = (width, height)
    return preset
  }

  /// A plot area whose upper left pixel is (0, 0), over a part of the plane.
  static func space(
    _ width: Double, _ height: Double, x: ClosedRange<Double>, y: ClosedRange<Double>, style: Style = style(),
    levels: Levels? = nil
  ) -> Space {
    Space(
      x: Scale(.linear, domain: x, start: 0, end: width), y: Scale(.linear, domain: y, start: height, end: 0),
      frame: Rect(x: 0, y: 0, width: width, height: height), style: style, levels: levels)
  }

  /// A space in which a unit is a pixel, y downwards like the pixels.
  static func pixels(_ width: Double, _ height: Double, style: Style = style()) -> Space {
    Space(
      x: Scale(.linear, domain: 0...width, start: 0, end: width),
      y: Scale(.linear, domain: 0...height, start: 0, end: height),
      frame: Rect(x: 0, y: 0, width: width, height: height), style: style, levels: nil)
  }

  /// Rosenbrock's function with its gradient.
  static let rosenbrock = Field(floor: 0) { x, y in
    let bend = y - x * x
    return ((1 - x) * (1 - x) + 100 * bend * bend, -2 * (1 - x) - 400 * x * bend, 200 * bend)
  }

  /// Rastrigin's function with its gradient.
  static let rastrigin = Field(floor: 0) { x, y in
    let turn = 2 * Double.pi
    let value = 20 + x * x - 10 * cosine(turn * x) + y * y - 10 * cosine(turn * y)
    return (value, 2 * x + 10 * turn * sine(turn * x), 2 * y + 10 * turn * sine(turn * y))
  }
}
