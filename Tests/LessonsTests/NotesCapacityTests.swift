import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("The notes' four networks")
struct NotesCapacityTests {
  private static let study = CapacityStudy(count: 1)
  private static let names = ["hidden=4", "hidden=32", "hidden=128", "hidden=128,dropout=0.3"]

  @Test("the losses of the first ten epochs are PyTorch's", arguments: 0..<4)
  func early(kind: Int) throws {
    let reference = FittingReference.shared.capacity
    let losses = try #require(reference.loss[Self.names[kind]])
    let run = Self.study.own(kind)
    #expect(run.losses.count == 300)
    for (epoch, loss) in zip(reference.epochs, losses) where epoch <= 10 {
      #expect(abs(run.losses[epoch] - loss) <= 1e-3 * loss, "epoch \(epoch)")
    }
  }

  @Test("the last losses are in PyTorch's order, and near its")
  func late() throws {
    let reference = FittingReference.shared.capacity.loss
    let theirs = try Self.names.map { try #require(reference[$0]?.last) }
    let ours = (0..<4).map { Self.study.own($0).losses[299] }
    for (a, b) in [(0, 3), (3, 1), (3, 2)] {
      #expect(theirs[a] > theirs[b] && ours[a] > ours[b])
    }
    for (our, their) in zip(ours, theirs) { #expect(abs(our / their - 1) < 0.25) }
  }

  @Test("a study is the same however the threads run, and its first seed is the notes'")
  func deterministic() {
    let (a, b) = (CapacityStudy(count: 3, epochs: 5), CapacityStudy(count: 3, epochs: 5))
    #expect(a.seeds == [42, 0, 1])
    for kind in 0..<4 {
      #expect(a.runs[kind].map(\.losses) == b.runs[kind].map(\.losses))
      #expect(a.errors(kind) == b.errors(kind))
      #expect(a.own(kind).losses == Array(Self.study.own(kind).losses.prefix(5)))
    }
  }

  @Test("passes differ in training mode only, and only with dropout")
  func modes() {
    for kind in 0..<4 {
      let run = Self.study.own(kind)
      let passes = run.trainingPasses(2)
      #expect((passes[0] != passes[1]) == (kind == 3))
      #expect((passes[0] == run.evaluated) == (kind != 3))
    }
    let run = Self.study.own(3)
    #expect(run.loss(run.trainingPasses(20)[7]) > 2 * run.loss(run.evaluated))
  }

  @Test("the error is the mean square distance from the curve between the samples")
  func error() {
    let run = Self.study.own(0)
    #expect(run.truth.count == 99)
    let outputs = run.network(run.truth.inputs).elements
    let squares = zip(run.truth.inputs.elements, outputs).map { x, y in
      (y - x * x * x + x * x) * (y - x * x * x + x * x)
    }
    #expect(abs(squares.reduce(0, +) / 99 - Self.study.error(0)) < 1e-9)
  }

  private static let variants = [
    [], [("seeds", "1")], [("lr", "1e6")], [("lr", "1e300")], [("lr", "0.5")], [("epochs", "1")],
  ].map { Variant(lesson: NotesCapacity.self, options: $0) }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let isLost = outcome.figure.title.english.contains("diverge")
    let rate = variant.options.first { $0.0 == "lr" }?.1
    #expect(isLost == ["1e6", "1e300"].contains(rate))
    for format in Pictures.formats([.slide, .slide43, .notes, .half]) {
      let record = try outcome.figure.draw(format, with: Pictures.typesetter).record
      let rubric = Rubric(record: record, outcome: outcome, language: format.language)
      let way = "\(format.preset.name), \(format.theme.name), \(format.language.rawValue)"
      #expect(rubric.violations.isEmpty, "\(way)")
      let word = format.language == .english ? "diverge" : "发散"
      #expect(record.texts.contains { $0.role == .label && $0.text.contains(word) } == isLost)
      #expect(record.series.contains { $0.divergedAt != nil } == isLost)
      #expect(outcome.alt[format.language].contains(word) == isLost)
    }
  }

  @Test("every claim is as recorded at the budget of a figure")
  func claims() throws {
    for claim in try Recipe(NotesCapacity.self).run(.figure).claims {
      #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))")
    }
  }
}
