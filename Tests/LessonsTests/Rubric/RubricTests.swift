import LessonKit
import Testing

@Suite("The standard") struct RubricTests {
  @Test("every figure keeps it, on slides and in notes, light and dark, in both languages", arguments: Specimen.figures)
  func figures(specimen: Specimen) throws {
    let faults = Faults(try specimen.shown().sheets.filter(\.isWhole)) { $0.violations }
    #expect(faults.sentences.isEmpty)
  }

  @Test("no figure has texts over each other, or cut off, on any page", arguments: Specimen.figures) func pages(
    specimen: Specimen
  ) throws {
    let others = try specimen.shown().sheets.filter { !$0.isWhole }
    let faults = Faults(others) { $0.overlaps + $0.cutOff }
    #expect(faults.sentences.isEmpty)
  }

  @Test("every example of a lesson keeps it", arguments: Specimen.examples) func examples(specimen: Specimen) throws {
    let faults = Faults(try specimen.shown().sheets) { $0.violations }
    #expect(faults.sentences.isEmpty)
  }

  @Test("the middle one of all lessons' own figures has at most 35 words") func medianWords() throws {
    let words = try Specimen.figures.filter(\.isHero).map { specimen in
      try specimen.shown().sheets.first { $0.isSlide && $0.format.language == .english }?.rubric.words ?? 0
    }.sorted()
    // Of one lesson alone there is no middle: its own figure may have 40.
    guard words.count > 1 else { return }
    let middle = words[words.count / 2]
    #expect(middle <= 35, "words: \(words)")
  }

  @Test("a lesson gives one name one colour and one marker in all its figures", arguments: Specimen.pages) func names(
    page: Specimen.Page
  ) throws {
    for language in Language.allCases {
      var looks: [String: Set<String>] = [:]
      for specimen in Specimen.figures where specimen.lesson.page.name == page.name {
        let sheet = try specimen.shown().sheets.first {
          $0.isSlide && $0.format.language == language && $0.format.theme == .light
        }
        guard let record = sheet?.rubric.record else { continue }
        for series in record.series where !series.name.isEmpty {
          let isGrey = series.color.isShade(of: Theme.light.muted, on: .white)
          if !isGrey { looks[series.name, default: []].insert(series.color.hex) }
        }
      }
      for (name, colors) in looks { #expect(colors.count == 1, "\(name): \(colors)") }
    }
  }
}

/// What is wrong with the sheets of a figure: each sentence once, with the first page that it is true of.
struct Faults {
  let sentences: [String]

  init(_ sheets: [Sheet], _ violations: (Rubric) -> [String]) {
    var (order, ways) = ([String](), [String: [String]]())
    for sheet in sheets {
      for sentence in Set(violations(sheet.rubric)).sorted() {
        if ways[sentence] == nil { order.append(sentence) }
        ways[sentence, default: []].append(sheet.way)
      }
    }
    sentences = order.map { sentence in
      let pages = ways[sentence] ?? []
      let others = pages.count > 1 ? " and \(pages.count - 1) more" : ""
      return "\(sentence) (\(pages.first ?? "")\(others))"
    }
  }
}
