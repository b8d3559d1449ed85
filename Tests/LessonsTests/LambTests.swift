import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("A rate for every layer")
struct LambTests {
  private static let variants = [
    [], [("lr", "1"), ("steps", "1"), ("seeds", "1")], [("lr", "1"), ("steps", "200")],
    [("lr", "1e-8"), ("seeds", "20")], [("seed", "7"), ("steps", "2"), ("seeds", "3")],
  ].map { Variant(lesson: Lamb.self, options: $0) }

  @Test("first steps obey √50·η/‖W‖², √50·η/‖W‖ and η, whatever the draw", arguments: [0, 1, 9])
  func laws(seed: Int) {
    let study = LambStudy(rate: 0.003, draws: 5, steps: 1, seed: seed)
    var stream = SeededGenerator(seed: UInt64(seed))
    for draw in 0..<5 {
      let layer = stream.normal(shape: [50])
      _ = stream.normal(shape: [50])
      for (index, size) in LambStudy.sizes.enumerated() {
        let norm = size * layer.norm()
        let root = 50.0.squareRoot()
        let wanted = [0.003 * root / (norm * norm), 0.003 * root / norm, 0.003]
        for (rule, expected) in wanted.enumerated() {
          let step = study.tracks[rule][index].steps[draw]
          // Adam's direction is a sign but for ε beside the size of a gradient.
          #expect(abs(step / expected - 1) < 1e-3, "rule \(rule), layer \(index)")
        }
      }
    }
    #expect(abs(study.ratio(0) / 10_000 - 1) < 1e-3)
    #expect(abs(study.ratio(1) / 100 - 1) < 1e-3)
    #expect(abs(study.ratio(2) - 1) < 1e-9)
  }

  @Test("under LAMB both layers go the same way; under the notes' formula the large one stays")
  func ways() {
    let study = LambStudy(draws: 20, steps: 100, seed: 0)
    let (large, small) = (study.tracks[2][0], study.tracks[2][1])
    for (a, b) in zip(large.left.joined(), small.left.joined()) { #expect(abs(a - b) < 0.03) }
    #expect(study.left(0, 0) > 0.99 && study.left(0, 1) < 0.05)
    #expect(study.left(2, 0) < 0.1)
  }

  @Test("every claim is as recorded, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    let claims = try Recipe(Lamb.self).run(budget).claims
    #expect(claims.count == 4)
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))") }
  }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    try Pictures.hold(variant.recipe.run(.figure), to: .allWhereThereIsRoom)
  }

  @Test("the figure's numbers are the run's", arguments: variants)
  func numbers(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let first = try #require(outcome.series.first { $0.name == "first-step" }).rows
    let shown = first.map { Digits.text($0[2], digits: 2) }
    for (rule, name) in ["notes", "Adam", "LAMB"].enumerated() {
      let words = "\(name) \(shown[2 * rule]) / \(shown[2 * rule + 1])"
      #expect(outcome.alt.english.contains(words), "\(outcome.alt.english)")
      #expect(outcome.caption.english.contains(words))
    }
    let ratios = Numbers.all(in: outcome.figure.title.english).map(\.value)
    #expect(ratios.count == 4 && abs(ratios[0] / (first[1][2] / first[0][2]) - 1) < 0.05)
  }

  @Test("what makes no sense is refused")
  func refusals() {
    for (key, value) in [
      ("lr", "0"), ("lr", "1.5"), ("lr", "1e-300"), ("steps", "0"), ("seeds", "0"),
    ] {
      #expect(throws: UsageError.self) { try Recipe(Lamb.self, given: [.init(key, value)]) }
    }
  }
}
