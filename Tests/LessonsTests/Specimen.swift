import Foundation
import LessonKit
import Testing

@testable import Lessons

/// A figure of a lesson, composed once in a process, however many tests look at it.
///
/// `PLUMBLINE_LESSON=NAME` leaves only the figures of one lesson.
final class Specimen: Sendable, CustomTestStringConvertible {
  let lesson: any Lesson.Type
  /// What stands behind the lesson's name on the command line.
  let words: [String]
  let figureName: String
  /// Whether it is the lesson's own figure.
  let isHero: Bool
  private let once: Once<Shown>

  /// What came of it.
  struct Shown: Sendable {
    let figure: Figure
    let caption: Caption
    let sheets: [Sheet]
    /// Seconds of processor time that the experiment and the first layout took.
    let seconds: Double
  }

  /// A lesson, by its name.
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    var testDescription: String { name }
  }

  var testDescription: String { ([lesson.page.name] + words).joined(separator: " ") }

  init(_ lesson: any Lesson.Type, _ recipe: Recipe, _ figure: LessonFigure, words: [String], formats: [Format]) {
    (self.lesson, self.words, figureName) = (lesson, words, figure.name)
    // What options add in words is held to the measure of other figures.
    let isHero = figure.name == recipe.figures[0].name && words.allSatisfy { $0 == "--figure" || $0 == figure.name }
    self.isHero = isHero
    once = Once { try Self.show(recipe, figure, formats, isHero: isHero) }
  }

  /// Whether it goes by this name; nil is the lesson's own figure.
  private func isFigure(_ name: String?) -> Bool { name == nil ? isHero : name == figureName }

  /// The figure with its texts in place in every format; composed when it is first asked for.
  func shown() throws -> Shown { try once.value() }

  private static func show(_ recipe: Recipe, _ lessonFigure: LessonFigure, _ formats: [Format], isHero: Bool) throws
    -> Shown
  {
    let (figure, seconds) = try Yardstick.measured {
      let figure = try recipe.draw(lessonFigure)
      _ = try figure.outline(formats[0], with: Pictures.typesetter)
      return figure
    }
    let caption = Caption(figure)
    let minima = Self.minima[recipe.page.name] ?? []
    let sheets = try formats.map { format in
      let outline = try figure.outline(format, with: Pictures.typesetter)
      return Sheet(
        format: format, omitted: outline.omitted,
        rubric: Rubric(
          figure: figure, caption: caption, record: outline.record, language: format.language, isHero: isHero,
          minima: minima))
    }
    return Shown(figure: figure, caption: caption, sheets: sheets, seconds: seconds)
  }

  /// Minima that the maps of a lesson have to mark.
  private static let minima = ["rosenbrock": [Point(1, 1)]]
}

/// A figure laid out in one format.
struct Sheet: Sendable {
  let format: Format
  let omitted: [String]
  let rubric: Rubric

  var isSlide: Bool { format.preset.name == Preset.slide.name }
  /// Whether the page has room for all of a figure.
  var isWhole: Bool { isSlide || format.preset.name == Preset.notes.name }
  var way: String { "\(format.preset.name), \(format.theme.name), \(format.language.rawValue)" }
}

extension Specimen {
  /// All figures of all lessons at their defaults.
  static let figures: [Specimen] = lessons.flatMap { lesson in
    guard let recipe = try? Recipe(lesson) else { return [Specimen]() }
    return recipe.figures.enumerated().map { place, figure in
      let words = place == 0 ? [] : ["--figure", figure.name]
      return Specimen(lesson, recipe, figure, words: words, formats: Pictures.formats)
    }
  }

  /// What the lessons' pages show as examples, with their options.
  static let examples: [Specimen] = lessons.flatMap { lesson in
    lesson.page.examples.compactMap { example in
      guard let line = try? ExampleLine(example, of: lesson), line.changesNumbers,
        let figure = try? line.recipe.figure(named: line.figure)
      else { return nil }
      return Specimen(lesson, line.recipe, figure, words: line.words, formats: Pictures.slides)
    }
  }

  /// The lessons' names.
  static var pages: [Page] { lessons.map { Page(name: $0.page.name) } }

  /// All lessons, or the one that the environment names.
  static let lessons: [any Lesson.Type] = {
    guard let name = ProcessInfo.processInfo.environment["PLUMBLINE_LESSON"] else { return catalog.lessons }
    return catalog.lessons.filter { $0.page.name == name }
  }()

  /// A figure of a lesson at its defaults: what the tests of a lesson look at.
  static func shown(_ lesson: any Lesson.Type, _ figure: String? = nil) throws -> Shown {
    let specimen = figures.first { $0.lesson == lesson && $0.isFigure(figure) }
    return try #require(specimen, "no such figure of \(lesson)").shown()
  }
}

/// A value that is made when it is first asked for, and only then.
final class Once<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private let make: @Sendable () throws -> Value
  private var made: Result<Value, any Error>?

  init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

  func value() throws -> Value {
    try lock.withLock {
      if made == nil { made = Result { try make() } }
      return try made!.get()
    }
  }
}
