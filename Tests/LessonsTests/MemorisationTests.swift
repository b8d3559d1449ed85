import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("Learned by heart")
struct MemorisationTests {
  private let variants: [Variant] = [
    Variant(lesson: Memorisation.self),
    Variant(lesson: Memorisation.self, options: [("epochs", "1"), ("seeds", "1")]),
    Variant(lesson: Memorisation.self, options: [("lr", "1e300"), ("seeds", "2")]),
    Variant(lesson: Memorisation.self, options: [("lr", "1e6"), ("epochs", "20")]),
    Variant(lesson: Memorisation.self, options: [("samples", "10"), ("epochs", "12")]),
  ]

  @Test(
    "the claim says what it records, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    let claims = try Recipe(Memorisation.self).run(budget).claims
    #expect(claims.map(\.id) == ["memorisation.shuffled"])
    #expect(claims[0].cases.count == (budget == .full ? 6 : 3))
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.numbers(.english))") }
  }

  @Test("every way to draw it keeps the standard")
  func standard() throws {
    for variant in variants {
      let outcome = try variant.recipe.run(.figure)
      for format in Pictures.formats() {
        let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
        let rubric = Rubric(record: drawing.record, outcome: outcome, language: format.language)
        let isFull = ["slide", "slide43", "notes"].contains(format.preset.name)
        let faults = isFull ? rubric.violations : rubric.overlaps + rubric.cutOff
        #expect(faults.isEmpty, "\(variant), \(format.preset.name), \(format.theme.name)")
      }
    }
  }

  @Test("the numbers of title and alternative text are the tables' last medians")
  func numbers() throws {
    let outcome = try variants[0].recipe.run(.figure)
    let ends = try outcome.series.map { try #require($0.rows.last) }
    #expect(outcome.series.map(\.rows.count) == [41, 41])
    let title = Numbers.all(in: outcome.figure.title.english)
    #expect(abs(title[0].value - ends[1][1]) <= title[0].slack)
    #expect(abs(title[1].value - ends[1][4]) <= title[1].slack)
    let told = Numbers.all(in: outcome.alt.english)
    for (number, end) in zip(told, [ends[0][1], ends[0][4], ends[1][1], ends[1][4]]) {
      #expect(abs(number.value - end) <= number.slack)
    }
    #expect(outcome.caption.english.contains("CC BY 4.0"))
    for row in outcome.series.flatMap(\.rows) {
      #expect(row[2] <= row[1] && row[1] <= row[3] && row[5] <= row[4] && row[4] <= row[6])
    }
  }

  @Test("shuffling keeps the labels, and both kinds start from the same weights")
  func shuffle() {
    let plan = MemorisationRun.Plan(epochs: 1, samples: 100, width: 8, rate: 0.003)
    let digits = DigitPictures.carried.standardized(train: 100)
    let runs = [false, true].map { MemorisationRun(on: digits, isShuffled: $0, seed: 4, plan) }
    #expect(runs[0].test[0] == runs[1].test[0])
    #expect(runs[0].test[1] != runs[1].test[1])
    #expect(runs.allSatisfy { $0.train.count == 2 && $0.divergedIn == nil })
  }

  @Test("one seed has no median, one epoch is one, and a lost run says so in both languages")
  func special() throws {
    let one = try variants[1].recipe.run(.figure)
    #expect(one.figure.title.english.hasPrefix("After 1 epoch "))
    #expect(one.figure.notes[1].english.hasPrefix("Seed 0;"))
    #expect(!one.alt.english.contains("edian") && !one.caption.chinese.contains("中位数"))
    let lost = try variants[2].recipe.run(.figure)
    #expect(lost.figure.title.english == "The training diverges in epoch 1")
    #expect(lost.alt.english.contains("diverge") && lost.alt.chinese.contains("发散"))
  }

  @Test("options that make no sense are refused with what would be right")
  func refusals() {
    for (key, value) in [
      ("samples", "1438"), ("samples", "9"), ("epochs", "0"), ("width", "0"), ("lr", "nan"),
      ("seeds", "0"),
    ] {
      #expect(throws: UsageError.self) { try Recipe(Memorisation.self, given: [.init(key, value)]) }
    }
    #expect(throws: MissingInput.self) {
      try Recipe(Memorisation.self, given: [.init("data", "/nowhere/at/all")])
    }
  }
}
