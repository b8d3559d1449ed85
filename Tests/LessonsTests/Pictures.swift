import LessonKit
import Testing
import Typography

@testable import Lessons

/// A lesson with its options, run once and drawn in many ways.
struct Variant: Sendable, CustomTestStringConvertible {
  var lesson: any Lesson.Type = Rosenbrock.self
  /// Options as pairs of key and value.
  var options: [(String, String)] = []
  /// The user's view, if any.
  var view: View?

  var testDescription: String {
    let words = options.map { "--\($0.0) \($0.1)" }
    let view = view.map { ["--view \($0.x) \($0.y)"] } ?? []
    return ([lesson.page.name] + words + view).joined(separator: " ")
  }

  /// The lesson with its options read.
  var recipe: Recipe {
    get throws { try Recipe(lesson, given: options.map { Options.Given($0.0, $0.1) }) }
  }

  /// One alone, six together, a lost one, a close view: for what takes long.
  static let few: [Variant] = [1, 2, 3, 8].map { rosenbrock[$0] }

  static let rosenbrock: [Variant] = [
    Variant(),
    Variant(options: [("opt", "adam")]),
    Variant(options: [("opt", "sgd,momentum,nesterov,adagrad,rmsprop,adam")]),
    Variant(options: [("opt", "sgd"), ("lr", "1e9")]),
    Variant(options: [("opt", "sgd,adam"), ("lr", "0.3")]),
    Variant(options: [("start", "-2,2")]),
    Variant(options: [("opt", "adam"), ("steps", "1")]),
    Variant(options: [("opt", "rmsprop"), ("start", "5,5")]),
    Variant(options: [("opt", "adam")], view: View(x: 0...1.5, y: -0.2...1.4)),
    Variant(options: [("opt", "adam")], view: View(x: -1.6...0, y: -0.2...2.4)),
    Variant(options: [("opt", "sgd"), ("lr", "1e-9")]),
    Variant(options: [("opt", "adamw:lr=0.05,adam:lr=0.05"), ("steps", "20000")]),
  ]
}

/// What tests draw with.
enum Pictures {
  static let typesetter: Typesetter = {
    do { return try Typesetter() } catch { fatalError("no fonts: \(error)") }
  }()

  /// All ways to draw a figure: presets, themes, languages.
  static func formats(_ presets: [Preset] = Preset.all, view: View? = nil) -> [Format] {
    presets.flatMap { preset in
      [Theme.light, .dark].flatMap { theme in
        Language.allCases.map { language in
          var format = Format()
          (format.preset, format.theme, format.language) = (preset, theme, language)
          format.view = view
          return format
        }
      }
    }
  }

  /// What the rubric asks of a picture.
  enum Demand {
    /// All of it.
    case all
    /// All of it on pages with room, elsewhere only that texts neither overlap nor are cut off.
    case allWhereThereIsRoom
  }

  /// Presets with room for all of a figure.
  private static let roomy: Set = ["slide", "slide43", "notes"]

  /// Holds an outcome, drawn in every format, against the rubric, and each drawing against a test's own facts.
  static func hold(
    _ outcome: Outcome, to demand: Demand = .all, in formats: [Format] = formats(),
    minima: [Point] = [], omitsNothing: Bool = false, of subject: String = "",
    at location: SourceLocation = #_sourceLocation,
    and facts: (_ drawing: Drawing, _ format: Format, _ way: String) throws -> Void = { _, _, _ in }
  ) throws {
    for format in formats {
      let drawing = try outcome.figure.draw(format, with: typesetter)
      let rubric = Rubric(
        record: drawing.record, outcome: outcome, language: format.language, minima: minima)
      let way = [subject, format.preset.name, format.theme.name, format.language.rawValue]
        .filter { !$0.isEmpty }.joined(separator: ", ")
      let isRoomy = roomy.contains(format.preset.name)
      let faults =
        demand == .all || isRoomy ? rubric.violations : rubric.overlaps + rubric.cutOff
      #expect(faults.isEmpty, "\(way)", sourceLocation: location)
      if omitsNothing && isRoomy {
        #expect(drawing.omitted.isEmpty, "\(way)", sourceLocation: location)
      }
      try facts(drawing, format, way)
    }
  }
}
