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
    [("lr", "0.1")],
  ].map { Variant(lesson: NotesCapacity.self, options: $0) }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let isLost = outcome.figure.title.english.contains("diverge")
    let rate = variant.options.first { $0.0 == "lr" }?.1
    #expect(isLost == ["1e6", "1e300"].contains(rate))
    let formats = Pictures.formats([.slide, .slide43, .notes, .half])
    try Pictures.hold(outcome, in: formats) { drawing, format, _ in
      let record = drawing.record
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

  @Test("the title is what this run measures", arguments: variants)
  func title(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let title = outcome.figure.title.english
    let ends = try #require(outcome.series.first { $0.name == "errors" }).rows
    // The last four columns are medians over the last epochs.
    let levels = (5...8).map { column in ends.map { $0[column] } }
    let medians = levels.map { $0.median() }
    guard medians.allSatisfy(\.isFinite) else {
      #expect(title.contains("diverge"))
      return
    }
    // The curve's variance over its places is 119.
    let hasLearned = medians.contains { $0 < 30 }
    #expect(title.contains("No network has learned") == !hasLearned, "\(title)")
    guard hasLearned else { return }
    let ratio = medians[2] / medians[1]
    let wins = zip(levels[2], levels[1]).count { $0 < $1 }
    #expect(title.contains(ends.count == 1 ? "on seed 42" : "on \(ends.count) seeds"), "\(title)")
    if title.contains("does not overfit") {
      #expect(ratio <= 1.25 && !variant.options.contains { ["lr", "epochs"].contains($0.0) })
    } else if title.contains("No clear winner") {
      #expect((ratio > 1.25 || ratio < 0.8) && (1..<ends.count).contains(wins), "\(title)")
    } else {
      let word = ratio > 1.25 ? "worse" : ratio < 0.8 ? "beat" : "as well"
      let numbers = [2, 1].map { Digits.text(medians[$0], digits: 2) }
      #expect(title.contains(word), "\(title)")
      #expect(title.contains("\(numbers[0]) against \(numbers[1])"), "\(title)")
      #expect(ratio >= 0.8 && ratio <= 1.25 || wins == 0 || wins == ends.count, "\(title)")
    }
  }

  @Test("a title stands still from one epoch to the next", arguments: ["298", "300", "302"])
  func steady(epochs: String) throws {
    let variant = Variant(lesson: NotesCapacity.self, options: [("epochs", epochs)])
    let outcome = try variant.recipe.run(.figure)
    let title = outcome.figure.title.english
    #expect(
      title.contains("does not overfit on 3 seeds") || title.contains("128 units do as well as 32"))
    #expect(outcome.figure.title.english.count <= 60)
  }

  @Test("--seed is the seed that is drawn", arguments: [7, 42, 0])
  func seed(value: Int) throws {
    let options = [("seed", "\(value)"), ("seeds", "1"), ("epochs", "5")]
    let outcome = try Variant(lesson: NotesCapacity.self, options: options).recipe.run(.figure)
    let ends = try #require(outcome.series.first { $0.name == "errors" })
    #expect(ends.rows.map { $0[0] } == [Double(value)])
    #expect(NotesCapacity.page.seed == 42)
  }

  @Test("the tables hold every curve that is drawn, to the last epoch")
  func tables() throws {
    let outcome = try Recipe(NotesCapacity.self).run(.figure)
    for name in ["4", "32", "128", "128-dropout"] {
      let run = try #require(outcome.series.first { $0.name == name })
      #expect(run.rows.count == 301 && run.rows[300][0] == 300)
      #expect(run.rows[300][2].isFinite && run.rows[300][1].isNaN && run.rows[299][1].isFinite)
      let seeds = try #require(outcome.series.first { $0.name == name + "-seeds" })
      #expect(seeds.rows.count == 300)
      #expect(seeds.rows.allSatisfy { $0[2] <= $0[1] && $0[1] <= $0[3] })
    }
    let modes = try #require(outcome.series.first { $0.name == "dropout-modes" })
    #expect(modes.rows.count == 100)
  }

  @Test("no verdict stands that its seeds could not overturn")
  func vacuous() {
    for count in [1, 3, 6] {
      let claims = NotesCapacityClaims(study: CapacityStudy(count: count, epochs: 5)).all
      #expect(claims.contains { $0.id == "notes-capacity.medians" } == (count == 6))
      for measured in claims.flatMap(\.cases) {
        // Shares of seeds that no count of them could miss or meet.
        #expect(!["0 to 1", "> 1", "< 0"].contains(measured.expected), "\(measured)")
      }
    }
  }

  @Test("where all networks are lost, each has its cross at the epoch that its label names")
  func crosses() throws {
    for rate in ["1e6", "1e300"] {
      let outcome = try Variant(lesson: NotesCapacity.self, options: [("lr", rate)]).recipe
        .run(.figure)
      let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
      for series in record.series {
        #expect(series.end.x == series.divergedAt.map { Double($0) })
        #expect(series.end.y <= record.axes[0].y.max)
      }
    }
  }

  @Test("one epoch is not called epochs")
  func plural() throws {
    let outcome = try Variant(lesson: NotesCapacity.self, options: [("epochs", "1")]).recipe
      .run(.figure)
    #expect(outcome.figure.subtitle.english.contains("1 epoch"))
    #expect(!outcome.figure.subtitle.english.contains("epochs"))
    #expect(!outcome.caption.english.contains("epochs"))
  }

  @Test("figure and claim name one loss of training mode, the mean of all passes")
  func oneLoss() throws {
    let outcome = try Recipe(NotesCapacity.self).run(.figure)
    let claim = try #require(outcome.claims.first { $0.id == "notes-capacity.mode" })
    let run = Self.study.own(3)
    let losses = run.trainingPasses(CapacityStudy.passCount).map(run.loss)
    let mean = losses.reduce(0, +) / Double(losses.count)
    #expect(abs(claim.cases[0].value - mean) < 1e-9)
    let notes = outcome.figure.panels.flatMap(\.notes).map(\.english).joined(separator: " ")
    #expect(notes.contains("loss on the samples \(Digits.text(mean))"), "\(notes)")
    #expect(notes.contains("seeds 42, 0, 1"), "\(notes)")
  }

  @Test(
    "so many seeds below a median are within chance",
    arguments: [
      (1, 0...1), (5, 0...5), (6, 1...5), (12, 3...9), (100, 40...60),
    ] as [(Int, ClosedRange<Int>)])
  func chance(count: Int, expected: ClosedRange<Int>) {
    let range = MedianShare.range(of: count)
    #expect((range.lowerBound * Double(count)).rounded() == Double(expected.lowerBound))
    #expect((range.upperBound * Double(count)).rounded() == Double(expected.upperBound))
  }
}
