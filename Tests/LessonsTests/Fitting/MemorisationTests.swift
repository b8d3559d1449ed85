import LessonKit
import Testing

@testable import Lessons

@Suite("Learned by heart") struct MemorisationTests {
  private func figure(_ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(Memorisation.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figures[0])
  }

  @Test("the headline’s numbers are the last of the curves") func headline() throws {
    let study = try Memorisation().study(seeds: 3, from: 0)
    let learned = study.end(.shuffled, \.training).median
    let chance = study.mostByChance(of: 360)
    #expect(learned >= 99 && study.end(.shuffled, \.test).median <= chance)
    #expect(study.end(.asGiven, \.test).median > 85)
    #expect(study.curve(.asGiven, \.training).count == 12)
    let figure = try figure()
    #expect(
      figure.title.english == "Learns \(Digits.text(learned))\u{2009}% of shuffled labels by heart, tests at chance")
    #expect(figure.protocol.english.contains("CC BY 4.0"))
  }

  @Test("six pictures have their own labels on the left and others’ on the right") func examples() throws {
    let study = try Memorisation().study(seeds: 1, from: 0)
    let (given, wrong) = (study.pictures(.asGiven), study.pictures(.shuffled))
    #expect(given.map(\.label.english) == ["7", "2", "4", "3", "0", "5"])
    #expect(given.map(\.pixels) == wrong.map(\.pixels))
    #expect(zip(given, wrong).allSatisfy { $0.label != $1.label })
    #expect(given.allSatisfy { $0.pixels.count == 64 && $0.pixels.max() ?? 0 > 0.9 })
  }

  @Test("shuffling keeps the labels, and both kinds start from the same weights") func shuffle() throws {
    var lesson = Memorisation()
    (lesson.wantedSamples, lesson.epochs, lesson.width) = (100, 1, 8)
    let runs = try lesson.study(seeds: 1, from: 4).runs.values[0]
    #expect(runs[0].labels.sorted() == runs[1].labels.sorted() && runs[0].labels != runs[1].labels)
    #expect(runs[0].test[0] == runs[1].test[0] && runs[0].test[1] != runs[1].test[1])
    #expect(runs.allSatisfy { $0.training.count == 2 && $0.divergedIn == nil })
  }

  @Test(
    "the headline follows the run",
    arguments: [
      (["lr": "1e300", "seeds": "2"], "4 of 4 networks diverge, the first in epoch 1"),
      (["lr": "1e-9", "epochs": "3"], "True labels or shuffled: no better than chance"),
      (["width": "1"], "Shuffled labels: no better than chance"),
    ]) func headlines(options: [String: String], title: String) throws
  { #expect(try figure(options).title.english == title) }

  @Test("options that make no sense are refused with what would be right") func refusals() {
    for (key, value) in [
      ("samples", "1438"), ("samples", "9"), ("epochs", "0"), ("width", "0"), ("lr", "nan"), ("seeds", "0"),
    ] { #expect(throws: UsageError.self) { try Recipe(Memorisation.self, given: [.init(key, value)]) } }
    #expect(throws: MissingInput.self) { try Recipe(Memorisation.self, given: [.init("data", "/nowhere/at/all")]) }
  }
}
