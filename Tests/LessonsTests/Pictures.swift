import LessonKit
import Typography

/// What tests draw with.
enum Pictures {
  static let typesetter: Typesetter = { do { return try Typesetter() } catch { fatalError("no fonts: \(error)") } }()

  /// Slides and pages of notes in both themes and languages, other pages in the light theme.
  static let formats: [Format] =
    [Preset.slide, .notes].flatMap { formats($0, themes: [.light, .dark]) }
    + Preset.all.filter { $0 != .slide && $0 != .notes }.flatMap { formats($0, themes: [.light]) }

  /// An English slide and a dark Chinese one.
  static let slides: [Format] = [format(.slide, .light, .english), format(.slide, .dark, .chinese)]

  /// One way to draw a figure.
  static func format(_ preset: Preset, _ theme: Theme, _ language: Language) -> Format {
    var format = Format()
    (format.preset, format.theme, format.language) = (preset, theme, language)
    return format
  }

  private static func formats(_ preset: Preset, themes: [Theme]) -> [Format] {
    themes.flatMap { theme in Language.allCases.map { format(preset, theme, $0) } }
  }
}
