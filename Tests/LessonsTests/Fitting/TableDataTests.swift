import Foundation
import LessonKit
import Testing

@testable import Lessons

/// The lessons that learn from a table of the reader's in place of the digits.
@Suite("The reader’s own table") struct TableDataTests {
  /// Tables of many kinds: flowers of three sorts and four features, two classes of which one is rare, small pictures, as few rows
  /// as are taken, classes that nothing tells apart, labels that a figure must not read as markup.
  enum Kind: String, CaseIterable, Sendable {
    case flowers, rare, pictures, few, noise, odd

    func lines() -> [String] {
      var random = SeededGenerator(seed: 3)
      func draw() -> Double { Double.random(in: -1...1, using: &random) }
      func row(_ features: [Double], _ label: String) -> String {
        (features.map { "\($0)" } + [label]).joined(separator: ",")
      }
      let sorts = ["setosa", "versicolor", "virginica"]
      return switch self {
      case .flowers:
        ["length,width,depth,weight,species"]
          + (0..<150).map { place in row((1...4).map { Double(place / 50 * $0) + draw() }, sorts[place / 50]) }
      case .rare:
        (0..<300).map { place in
          row([40_000 + 9000 * draw(), Double(place % 10) + draw()], place % 10 == 0 ? "1" : "0")
        }
      case .pictures:
        ["label"].map { _ in (0..<36).map { "p\($0)" }.joined(separator: ",") + ",class" }
          + (0..<300).map { place in
            row((0..<36).map { ($0 % 6 == place % 6 ? 200 : 20) + 20 * draw() }, "kind \(place % 6)")
          }
      case .few: (0..<20).map { place in row([Double(place), draw()], "\(place % 2)") }
      case .noise: (0..<200).map { _ in row([draw(), draw(), draw()], draw() > 0 ? "yes" : "no") }
      case .odd: (0..<100).map { place in row([Double(place % 4) + draw()], "$x_\(place % 4)$ \\ 一个很长很长的名字 and so on") }
      }
    }

    /// Options that the table is large enough for, and that make the lesson quick.
    var options: [String: String] {
      let (samples, held) = self == .few ? ("12", "5") : ("60", "12")
      return ["samples": samples, "held": held, "epochs": "4", "seeds": "2", "looks": "4"]
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let lesson: any Lesson.Type
    let figure: String
    let kind: Kind
    var testDescription: String { "\(lesson.page.name) \(figure) \(kind)" }

    var recipe: Recipe {
      get throws {
        let owned = Set(Recipe.declarations(of: lesson).map(\.key))
        let path = try TableDataTests.file(kind.lines())
        return try Recipe(
          lesson,
          given: [.init("data", path)]
            + kind.options.filter { owned.contains($0.key) }.map { Options.Given($0.key, $0.value) })
      }
    }
  }

  private static let figures: [(any Lesson.Type, String)] = [
    (EarlyStopping.self, "turn"), (EarlyStopping.self, "optimism"), (Memorisation.self, "shuffled"),
    (DroppedUnits.self, "training"), (DroppedUnits.self, "mode"), (Robustness.self, "noise"),
  ]
  static let cases = figures.flatMap { lesson, figure in
    Kind.allCases.map { Case(lesson: lesson, figure: figure, kind: $0) }
  }

  private static func file(_ lines: [String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appending(path: "mine.csv")
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  @Test("says whose data it shows, and speaks of no digits", arguments: cases) func drawn(_ given: Case) throws {
    let recipe = try given.recipe
    let figure = try recipe.draw(recipe.figure(named: given.figure))
    #expect(figure.foot.english.contains("data from mine.csv") && figure.foot.chinese.contains("数据取自 mine.csv"))
    let features = ["flowers": 4, "rare": 2, "pictures": 36, "few": 2, "noise": 3, "odd": 1][given.kind.rawValue] ?? 0
    let classes = ["flowers": 3, "pictures": 6, "odd": 4][given.kind.rawValue] ?? 2
    #expect(figure.protocol.english.contains("data from mine.csv: a table of \(Digits.count(features, of: "feature"))"))
    #expect(
      figure.protocol.english.contains("\(features)–") && figure.protocol.english.contains("–\(classes) with ReLU"))
    let all = [figure.title, figure.setting, figure.foot, figure.talk, figure.ask, figure.protocol]
    #expect(!all.contains { $0.english.contains("digit") || $0.chinese.contains("数字") })
    if given.kind != .pictures { #expect(!all.contains { $0.english.contains("pixel") || $0.chinese.contains("像素") }) }
  }

  @Test("keeps the standard of a figure", arguments: cases) func standard(_ given: Case) throws {
    let recipe = try given.recipe
    let formats = Pictures.slides + [Pictures.format(.notes, .light, .english)]
    let specimen = Specimen(
      given.lesson, recipe, try recipe.figure(named: given.figure), words: ["--data", "mine.csv"], formats: formats)
    let faults = Faults(try specimen.shown().sheets) { $0.violations }
    #expect(faults.sentences == [])
  }

  @Test("only pictures stand beside the curves", arguments: Kind.allCases) func thumbnails(kind: Kind) throws {
    for (lesson, figure) in [(Memorisation.self, "shuffled"), (Robustness.self, "noise")] as [(any Lesson.Type, String)]
    {
      let recipe = try Case(lesson: lesson, figure: figure, kind: kind).recipe
      let panels = try recipe.draw(recipe.figure(named: figure)).panels
      let hasPictures = panels.contains { $0.marks.contains { "\(type(of: $0))".contains("Thumbnails") } }
      if kind != .pictures { #expect(!hasPictures) }
    }
  }

  @Test("guessing is worth the share of the largest class") func chance() throws {
    let path = try Self.file(Kind.rare.lines())
    #expect(abs(try LabelledData(path: path).chance - 90) < 1e-9 && LabelledData.carried.chance == 10)
  }

  @Test("too few rows for the options are refused with a number that is taken") func few() throws {
    let path = try Self.file(Kind.flowers.lines())
    func message(_ lesson: any Lesson.Type, _ figure: String, _ options: [String: String] = [:]) -> String {
      do {
        let recipe = try Recipe(lesson, given: [.init("data", path)] + options.map { Options.Given($0.key, $0.value) })
        _ = try recipe.draw(recipe.figure(named: figure))
        return ""
      } catch { return "\(error)" }
    }
    let wish = ["samples": "400"]
    #expect(message(EarlyStopping.self, "turn", wish).hasSuffix("take --samples 90 or fewer"))
    #expect(message(EarlyStopping.self, "turn", ["samples": "90", "epochs": "2"]) == "")
    #expect(
      message(EarlyStopping.self, "optimism", ["looks": "3"]) == "", "its rows are enough whatever --samples says")
    #expect(message(EarlyStopping.self, "optimism", ["held": "90"]).hasSuffix("take --held 45"))
    #expect(message(Memorisation.self, "shuffled", wish).hasSuffix("take --samples 120 or fewer"))
    #expect(message(DroppedUnits.self, "mode", wish).hasSuffix("take --samples 120 or fewer"))
    // A default that nobody gave is as large as the table allows.
    for (lesson, figure) in [(EarlyStopping.self, "turn"), (Memorisation.self, "shuffled")]
      as [(any Lesson.Type, String)]
    { #expect(message(lesson, figure, ["epochs": "2"]) == "") }
  }
}
