import LessonKit
import Testing

@testable import Lessons

@Suite("Optimisation or overfitting?") struct DiagnoseTests {
  private func title(_ options: [String: String] = [:], _ name: String? = nil) throws -> String {
    let recipe = try Recipe(Diagnose.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name)).title.english
  }

  @Test("both networks do about equally badly on the test; their training errors tell them apart", arguments: 0..<3)
  func archetypes(seed: Int) {
    let study = Diagnose.Study(Diagnose(), [.small, .few], seed: seed)
    #expect((0.75...1.4).contains(study.error(.small, .test) / study.error(.few, .test)))
    #expect(study.error(.small, .training) > 30 && study.error(.few, .training) == 0)
    #expect(study.end(.small, .training) > 0.9 && study.end(.few, .training) < 0.01)
  }

  @Test("the hero's networks misread as many new digits; one misreads nearly as many of its own, the other none")
  func equalErrors() {
    let study = Diagnose.Study(Diagnose(), [.small, .few], seed: 0)
    #expect(study.error(.small, .test) == study.error(.few, .test))
    #expect(study.error(.small, .training) > 0.85 * study.error(.small, .test))
    #expect(study.error(.few, .training) == 0)
  }

  @Test("an error counts the digits that are read wrongly") func counts() {
    let study = Diagnose.Study(Diagnose(), [.small, .few], seed: 0)
    for (kind, part, digits) in [
      (Diagnose.Kind.small, Diagnose.Part.training, 1000.0), (.small, .test, 360), (.few, .test, 360),
    ] {
      let count = study.error(kind, part) / 100 * digits
      #expect(abs(count - count.rounded()) < 1e-6 && count > 0)
    }
  }

  @Test("each cure brings its own loss down") func cures() {
    let study = Diagnose.Study(Diagnose(), [.deep, .skips, .few, .many], seed: 0)
    #expect(study.end(.deep, .training) > 2 && study.end(.skips, .training) < 0.3)
    #expect(study.end(.many, .test) < 0.6 * study.end(.few, .test))
  }

  @Test("each bar is an error at the end of the run, with its number, and the gap reaches from the one to the other")
  func hero() throws {
    let panel = try #require(try Specimen.shown(Diagnose.self).figure.panels.first)
    let study = Diagnose.Study(Diagnose(), [.small, .few], seed: 0)
    let ends = [Diagnose.Kind.small, .few].flatMap { [study.error($0, .training), study.error($0, .test)] }
    let bars = try #require(panel.marks.compactMap { $0 as? Bars }.first)
    #expect(bars.bars.map(\.value) == ends)
    #expect(bars.bars[0].identity == .training && bars.bars[2].identity == .training)
    let words = panel.marks.compactMap { ($0 as? Callout)?.text.english }
    for end in ends { #expect(words.contains(Digits.percent(end / 100).english)) }
    #expect(words.suffix(4) == ["underfitting", "→ larger network", "overfitting", "→ more data"])
    let gap = try #require(panel.marks.compactMap { $0 as? Gap }.first)
    #expect([gap.from.y, gap.to.y] == [ends[2], ends[3]])
  }

  @Test("the numbers of the curves are those of the run, and the area under a training loss reaches down to zero")
  func curves() throws {
    let recipe = try Recipe(Diagnose.self)
    let figure = try recipe.draw(recipe.figure(named: "curves"))
    let study = Diagnose.Study(Diagnose(), [.small, .few], seed: 0)
    #expect(figure.panels.map(\.heading?.english) == ["Training loss HIGH", "Training loss LOW"])
    for (panel, kind) in zip(figure.panels, [Diagnose.Kind.small, .few]) {
      let labels = panel.marks.compactMap { ($0 as? LabelledDot)?.label.english }
      let (test, training) = (study.end(kind, .test), study.end(kind, .training))
      #expect(labels == ["training \(Digits.fixed(training, decimals: 2))", "test \(Digits.fixed(test, decimals: 2))"])
      let band = try #require(panel.marks.compactMap { $0 as? Band }.first)
      #expect(band.lower.allSatisfy { $0.y == 0 } && band.upper == study.points(kind, .training))
    }
  }

  @Test("all curves end at the same update") func updates() {
    let study = Diagnose.Study(Diagnose(), [.few, .many, .linear], seed: 0)
    #expect(study.points(.few, .test).last?.x == 832)
    #expect(study.points(.many, .test).last?.x == 832)
    #expect(study.points(.linear, .training).first?.x == 0)
  }

  @Test(
    "the headline follows the run",
    arguments: [
      ([:], nil, "Equal test error: training error 46\u{2009}% or 0\u{2009}% tells the cure"),
      (["few": "10"], nil, "Look at the training error first"),
      (["units": "100"], nil, "Only one of the two is ill: the one that overfits"),
      (["few": "1000"], nil, "Only one of the two is ill: the one that does not train"),
      (["units": "100", "few": "1000"], nil, "Training error and test error of two networks"),
      (["units": "3"], nil, "Training error and test error of two networks"),
      (["lr": "1e300"], nil, "At this rate a network diverges"),
      ([:], "curves", "Training loss tells which of the two it is"),
      (["units": "100"], "curves", "Only one of the two is ill: the one that overfits"),
      (["units": "3"], "curves", "Training and test loss of two networks by update"),
      (["lr": "1e300"], "curves", "At this rate a network diverges"), ([:], "cures", "Each illness has its own cure"),
      (["depth": "3"], "cures", "Only more data helps"), (["few": "1000"], "cures", "Only skip connections help"),
      (["lr": "1e300"], "cures", "At this rate a network diverges"),
      ([:], "linear", "20 layers train worse than a linear model"),
      (["depth": "3"], "linear", "At this depth the network trains better"),
    ] as [([String: String], String?, String)]) func headlines(options: [String: String], name: String?, title: String)
    throws
  { #expect(try self.title(options, name) == title) }

  @Test("what would take minutes is refused with what would not") func refusals() {
    for options in [["depth": "1"], ["depth": "101"], ["units": "0"], ["few": "9"], ["depth": "100", "epochs": "41"]] {
      #expect(throws: UsageError.self) {
        try Recipe(Diagnose.self, given: options.map { Options.Given($0.key, $0.value) })
      }
    }
  }
}
