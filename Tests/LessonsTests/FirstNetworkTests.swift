import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("The first network")
struct FirstNetworkTests {
  private let variants: [Variant] = [
    Variant(lesson: FirstNetwork.self),
    Variant(lesson: FirstNetwork.self, options: [("steps", "1")]),
    Variant(lesson: FirstNetwork.self, options: [("steps", "2"), ("width", "1")]),
    Variant(lesson: FirstNetwork.self, options: [("steps", "1000")]),
    Variant(lesson: FirstNetwork.self, options: [("lr", "1e6")]),
    Variant(lesson: FirstNetwork.self, options: [("lr", "0.1")]),
    Variant(lesson: FirstNetwork.self, options: [("lr", "1e-9")]),
    Variant(lesson: FirstNetwork.self, options: [("opt", "adam"), ("seed", "7")]),
    Variant(lesson: FirstNetwork.self, options: [("opt", "sgd,momentum,adam")]),
    Variant(lesson: FirstNetwork.self, options: [("opt", "sgd,momentum"), ("lr", "1e6")]),
  ]

  @Test("all hundred losses are PyTorch's")
  func losses() throws {
    let peer = NotesScripts.shared.network
    let outcome = try Recipe(FirstNetwork.self).run(.figure)
    let rows = outcome.series[0].rows
    #expect(rows.count == 101 && peer.losses.count == 100)
    for (row, loss) in zip(rows, peer.losses) {
      #expect(abs(row[1] / loss - 1) < 1e-4, "epoch \(row[0] + 1): \(row[1]), not \(loss)")
    }
    let inputs = FirstNetwork.script(seed: 42).data.inputs.elements
    for (x, wanted) in zip(inputs, peer.firstInputs) { #expect(abs(x - wanted) < 1e-5) }
  }

  @Test(
    "the claims say what they record, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    let claims = try Recipe(FirstNetwork.self).run(budget).claims
    #expect(claims.map(\.id) == ["first-network.losses", "first-network.loop"])
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.numbers(.english))") }
  }

  @Test("another seed fails the claim's numbers, which are of one script")
  func otherSeed() throws {
    let rows = try Recipe(FirstNetwork.self, given: [.init("seed", "43")]).run(.figure).series[0]
      .rows
    #expect(abs(rows[99][1] - 0.8179) > 1e-4)
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

  @Test("the telling epochs run from the first to the last, each once")
  func epochs() throws {
    for steps in [1, 2, 3, 5, 100, 300] {
      let (data, network) = FirstNetwork.script(seed: 42)
      let run = LearningRun(
        network, on: data, by: .sgd.with(learningRate: 0.01), epochs: steps)
      let epochs = FirstNetworkWords.tellingEpochs(of: run)
      #expect(epochs.first == 1 && epochs.last == steps)
      #expect(epochs == Set(epochs).sorted() && epochs.count <= 5)
    }
  }

  @Test(
    "a rate that is too large ends as a figure that says in which epoch",
    arguments: Language.allCases)
  func diverging(language: Language) throws {
    let outcome = try variants[4].recipe.run(.figure)
    let epoch = outcome.series[0].rows.count + 1
    #expect(outcome.figure.title.english == "SGD diverges in epoch \(epoch)")
    let word = language == .chinese ? "发散" : "diverge"
    #expect(outcome.alt[language].contains(word))
    var format = Format()
    format.language = language
    let record = try outcome.figure.draw(format, with: Pictures.typesetter).record
    #expect(record.texts.contains { $0.role == .label && $0.text.contains(word) })
    #expect(record.series.contains { $0.divergedAt == epoch })
  }

  @Test("rings and their credit stand only on the notes' own run")
  func rings() throws {
    for (i, variant) in variants.enumerated() {
      let outcome = try variant.recipe.run(.figure)
      let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
      let hasRings = record.texts.contains { $0.text.contains("printed by") }
      #expect(hasRings == (i == 0 || i == 3), "\(variant)")
      #expect(outcome.caption.english.contains("NumPy") == hasRings, "\(variant)")
    }
  }

  @Test("a rate or a width that makes no sense is refused with what would be right")
  func refusals() {
    for (key, value) in [
      ("lr", "nan"), ("lr", "-1"), ("width", "0"), ("steps", "0"), ("opt", "adma"),
    ] {
      #expect(throws: UsageError.self) { try Recipe(FirstNetwork.self, given: [.init(key, value)]) }
    }
  }
}
