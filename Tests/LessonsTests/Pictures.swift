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
}
