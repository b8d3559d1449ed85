import LessonKit
import Lessons

extension Rubric {
  /// 35: on a slide the plot areas take at least 55 % of the page, several together 45 %, and no side is left blank.
  var emptyPage: [String] {
    guard isSlide, !record.axes.isEmpty else { return [] }
    let area = record.axes.map { $0.box.width * $0.box.height }.reduce(0, +)
    let share = area / (page.width * page.height)
    let least = record.axes.count == 1 ? 0.55 : 0.45
    var sentences: [String] = []
    // A share is short by as much as can be written of it.
    if (1000 * share).rounded() < 1000 * least {
      sentences.append("plot areas take \(percent(share)) of the page, not \(percent(least))")
    }
    return sentences + blankSides
  }

  /// No side of the page is blank on more than 12 % of its length.
  private var blankSides: [String] {
    let boxes = record.axes.map(\.box) + record.texts.map(\.box)
    let sides = [
      ("left", (boxes.map(\.minX).min() ?? 0) / page.width), ("right", 1 - (boxes.map(\.maxX).max() ?? 0) / page.width),
      ("upper", (boxes.map(\.minY).min() ?? 0) / page.height),
      ("lower", 1 - (boxes.map(\.maxY).max() ?? 0) / page.height),
    ]
    return sides.filter { $0.1 > 0.12 }.map { "the \($0.0) margin takes \(percent($0.1))" }
  }

  private func percent(_ share: Double) -> String { "\(Digits.fixed(100 * share, decimals: 1)) %" }

  /// Words beside tick labels; in Chinese, characters.
  var words: Int { record.texts.filter { $0.role != .tick }.map { Self.words(of: $0.text, language) }.reduce(0, +) }

  /// Words of a text; in Chinese, characters. A number is one.
  static func words(of text: String, _ language: Language) -> Int {
    switch language {
    case .english: text.matches(of: /[A-Za-zα-ωΑ-Ω]+[’'A-Za-z\-]*|[0-9][0-9.,]*/).count
    case .chinese: text.matches(of: /[\u{4E00}-\u{9FFF}]|[A-Za-z]+|[0-9][0-9.,]*/).count
    }
  }

  /// 37: at most 40 words on the lesson's own figure, 55 on others (70 and 95 characters), one line at the foot, and in it
  /// 100 characters.
  var wordiness: [String] {
    let most = language == .english ? (isHero ? 40 : 55) : (isHero ? 70 : 95)
    var sentences = words > most ? ["\(words) words, more than \(most)"] : []
    if record.preset == "slide", feet.count > 1 { sentences.append("\(feet.count) lines at the foot") }
    let length = feet.map(\.text.count).reduce(0, +)
    if length > 100 { sentences.append("\(length) characters at the foot") }
    return sentences
  }

  /// The lines under all panels.
  private var feet: [TextRecord] {
    let lowest = record.axes.map(\.box.maxY).max() ?? 0
    return record.texts.filter { $0.role == .note && $0.box.minY > lowest }
  }

  /// 38: one or two panels, or up to six of one kind on the same axes.
  var mixedPanels: [String] {
    let panels = figure.panels
    guard panels.count > 2 else { return [] }
    var sentences = panels.count > 6 ? ["\(panels.count) panels"] : []
    let kinds = Set(panels.map { $0.marks.compactMap(\.kind).first?.english ?? "" })
    if kinds.count > 1 { sentences.append("panels of several kinds: \(kinds.sorted())") }
    if Set(panels.map { [$0.x.name, $0.y.name] }).count > 1 { sentences.append("panels with axes of several names") }
    let views = record.axes.map { [$0.x.min, $0.x.max, $0.y.min, $0.y.max] }
    if Set(views).count > 1 { sentences.append("panels with axes of several ranges: \(views)") }
    if Set(record.axes.map { [$0.x.scale, $0.y.scale] }).count > 1 { sentences.append("panels with several scales") }
    return sentences
  }

  /// 39: nothing on a figure or beside it speaks of what its audience cannot know, or by words that textbooks do not have.
  var unknownWords: [String] {
    let said =
      record.texts.map(\.text) + [
        caption[language], alternative[language], figure.talk[language], figure.ask[language],
        figure.protocol[language],
      ]
    let codes = Codes.all
    return said.flatMap { text in
      Glossary.faults(in: text, language)
        + text.matches(of: /[A-Z]+[0-9]+/).map { String($0.output) }.filter(codes.contains).map {
          "the code \($0) in '\(text)'"
        }
    }
  }
}

/// What a table of statements calls its rows and their sources.
enum Codes {
  /// All of them, but the names of the two penalties.
  static let all: Set<String> = {
    let statements = catalog.statements
    return Set(statements.map(\.code) + statements.map(\.source)).subtracting(["L1", "L2"])
  }()
}
