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
      try Pictures.hold(
        variant.recipe.run(.figure), to: .allWhereThereIsRoom, of: variant.testDescription)
    }
  }

  @Test("the numbers of title and alternative text are the tables' last medians")
  func numbers() throws {
    let outcome = try variants[0].recipe.run(.figure)
    let ends = try outcome.series.map { try #require($0.rows.last) }
    #expect(outcome.series.map(\.rows.count) == [41, 41])
    let title = Numbers.all(in: outcome.figure.title.english)
    #expect(title.count == 1 && abs(title[0].value - ends[1][1]) <= title[0].slack)
    #expect(outcome.figure.title.english.hasSuffix("chance on the test"))
    #expect(abs(ends[1][4] - 10) < 300 * (0.09 / 360).squareRoot())
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
    #expect(one.figure.title.english.hasPrefix("Of the shuffled labels "))
    #expect(one.figure.notes[0].english == "Seed 0.")
    #expect(!one.alt.english.contains("edian") && !one.caption.chinese.contains("中位数"))
    let lost = try variants[2].recipe.run(.figure)
    #expect(lost.figure.title.english == "All 4 networks diverge, the first in epoch\u{A0}1")
    #expect(lost.alt.english.contains("diverge") && lost.alt.chinese.contains("发散"))
  }

  @Test(
    "labels that are not learned are said to be right by chance",
    arguments: [
      (["lr": "1e9", "epochs": "3"], "True labels or shuffled: no better than chance"),
      (["lr": "1e-9", "epochs": "3"], "True labels or shuffled: no better than chance"),
      (["width": "1"], "Shuffled labels: no better than chance"),
    ])
  func chance(options: [String: String], title: String) throws {
    let given = options.map { Options.Given($0.key, $0.value) }
    let outcome = try Recipe(Memorisation.self, given: given).run(.figure)
    #expect(outcome.figure.title.english == title)
    for series in outcome.series[1...] {
      let learned = try #require(series.rows.last)[1]
      #expect(learned <= MemorisationStudy.mostByChance(of: 500))
    }
  }

  @Test("guessing explains a tenth and three standard errors of it")
  func guessing() {
    #expect(abs(MemorisationStudy.mostByChance(of: 900) - 13) < 1e-12)
    #expect(abs(MemorisationStudy.mostByChance(of: 9) - 40) < 1e-12)
  }

  @Test("a curve ends at the last epoch that was measured before a network was lost")
  func lost() throws {
    let outcome = try variants[2].recipe.run(.figure)
    let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
    for curve in record.series where curve.divergedAt != nil {
      #expect(curve.points == outcome.series[0].rows.count && curve.end.x == 0)
    }
    #expect(record.texts.contains { $0.text.contains("train: diverged in epoch") })
  }

  @Test("where only two sentences stand under the figure, one says what line and band are")
  func half() throws {
    let figure = try variants[0].recipe.run(.figure).figure
    var format = Format()
    format.preset = .half
    let record = try figure.draw(format, with: Pictures.typesetter).record
    #expect(record.texts.contains { $0.text.hasPrefix("Median and range of seeds") })
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
