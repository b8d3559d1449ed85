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
    Variant(lesson: FirstNetwork.self, options: [("steps", "1"), ("lr", "1e6")]),
    Variant(lesson: FirstNetwork.self, options: [("opt", "sgd,momentum,adam"), ("lr", "0.1")]),
    Variant(lesson: FirstNetwork.self, options: [("schedule", "cosine"), ("opt", "adam")]),
  ]

  @Test("all hundred losses are PyTorch's")
  func losses() throws {
    let peer = NotesScripts.shared.network
    let outcome = try Recipe(FirstNetwork.self).run(.figure)
    let rows = outcome.series[0].rows
    #expect(rows.count == 101 && peer.losses.count == 100)
    for (row, loss) in zip(rows, peer.losses) {
      #expect(abs(row[2] / loss - 1) < 1e-4, "epoch \(row[0]): \(row[2]), not \(loss)")
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
    #expect(abs(rows[99][2] - 0.8179) > 1e-4)
  }

  @Test("every way to draw it keeps the standard")
  func standard() throws {
    for variant in variants {
      try Pictures.hold(
        variant.recipe.run(.figure), to: .allWhereThereIsRoom, of: variant.testDescription)
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
    let rows = outcome.series[0].rows
    let epoch = rows.count
    #expect(rows[epoch - 1][0] == Double(epoch) && rows[epoch - 1][2] > 1e6 * rows[0][2])
    #expect(outcome.figure.title.english == "SGD diverges in epoch \(epoch)")
    let word = language == .chinese ? "发散" : "diverge"
    #expect(outcome.alt[language].contains(word))
    var format = Format()
    format.language = language
    let record = try outcome.figure.draw(format, with: Pictures.typesetter).record
    #expect(record.texts.contains { $0.role == .label && $0.text.contains(word) })
    let curve = try #require(record.series.first { $0.divergedAt == epoch })
    #expect(curve.end == Point(Double(epoch), rows[epoch - 1][2]))
    #expect(record.axes[1].y.max < curve.end.y)
    #expect(record.texts.contains { $0.role == .note && $0.text.contains("10") })
  }

  @Test("what the curve shows in an epoch stands in the table under that epoch")
  func table() throws {
    let outcome = try Recipe(FirstNetwork.self).run(.figure)
    let table = outcome.series[0]
    #expect(table.columns == ["epoch", "updates", "loss"] && table.rows.count == 101)
    for (index, row) in table.rows.enumerated() {
      #expect(row[1] == Double(index))
      // No epoch reports the loss after the last update.
      #expect(index == 100 ? row[0].isNaN : row[0] == Double(index + 1))
    }
    let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
    let curve = try #require(record.series.last { $0.name == "SGD" })
    #expect(curve.start == Point(1, table.rows[0][2]) && curve.end == Point(100, table.rows[99][2]))
  }

  @Test("a single epoch is said to come before any update")
  func single() throws {
    let outcome = try variants[1].recipe.run(.figure)
    #expect(outcome.figure.title.english == "Epoch 1 finds a loss of 109 before any update")
    let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
    #expect(record.axes[1].x.max == 1)
  }

  @Test("a schedule changes the run, the lines of its epochs, the subtitle and the file's name")
  func schedule() throws {
    let variant = Variant(lesson: FirstNetwork.self, options: [("schedule", "cosine")])
    let recipe = try variant.recipe
    #expect(recipe.fileParts == ["cosine"] && recipe.words == ["--schedule", "cosine"])
    let (plain, outcome) = (try Recipe(FirstNetwork.self).run(.figure), try recipe.run(.figure))
    #expect(outcome.series[0].rows[0] == plain.series[0].rows[0])
    #expect(outcome.series[0].rows[1] == plain.series[0].rows[1])
    #expect(outcome.series[0].rows[99] != plain.series[0].rows[99])
    #expect(outcome.figure.subtitle.english.hasSuffix("schedule cosine"))
    #expect(outcome.figure.subtitle.chinese.contains("学习率调度 cosine"))
    #expect(!plain.figure.subtitle.english.contains("schedule"))
    let (data, network) = FirstNetwork.script(seed: 42)
    let run = LearningRun(
      network, on: data, by: .sgd.with(learningRate: 0.01), schedule: .cosine, epochs: 100)
    let loss = Training(loss: .meanSquare, epochs: 0).loss(of: run.network(after: 50), on: data)
    #expect(abs(loss / run.losses[50] - 1) < 1e-12)
  }

  @Test("rings and their credit stand only on the notes' own run")
  func rings() throws {
    for (i, variant) in variants.enumerated() {
      let outcome = try variant.recipe.run(.figure)
      let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
      let hasRings = record.texts.contains { $0.text.contains("Rings: ") }
      #expect(hasRings == (i == 0 || i == 3), "\(variant)")
      #expect(outcome.caption.english.contains("NumPy") == hasRings, "\(variant)")
    }
  }

  @Test(
    "the title follows from the losses",
    arguments: [
      ([("lr", "1e-300")], "The loss does not move: 109 after 100 epochs"),
      // Beyond the stable rates the least difference of rounding grows: only the first digit is sure.
      ([("lr", "0.03")], "The loss swings between 3."),
      ([("lr", "0.1")], "SGD diverges in epoch 4"),
      ([("lr", "1e-4")], "The loss falls from 109 to"),
      ([("opt", "sgd,momentum"), ("lr", "1e6")], "Both diverge"),
      ([("opt", "sgd,adam"), ("lr", "0.1")], "SGD diverges; Adam ends at"),
      ([("opt", "sgd,adam"), ("lr", "1e-12")], "No rule moves: the loss stays at 109"),
      ([("opt", "sgd,adam"), ("steps", "1")], "In epoch 1 no rule has made an update yet"),
    ])
  func titles(options: [(String, String)], title: String) throws {
    let outcome = try Variant(lesson: FirstNetwork.self, options: options).recipe.run(.figure)
    #expect(outcome.figure.title.english.hasPrefix(title))
    #expect(outcome.figure.title.english.count <= 60 && outcome.figure.title.chinese.count <= 60)
  }

  @Test("a loss that is no finite number is not drawn: the curve ends at the last that is one")
  func infinite() throws {
    let outcome = try Recipe(FirstNetwork.self, given: [.init("lr", "1e300")]).run(.figure)
    #expect(outcome.series[0].rows.map { $0[2].isFinite } == [true, false])
    let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
    let curve = try #require(record.series.first { $0.divergedAt == 2 })
    #expect(curve.points == 1 && curve.end == Point(1, outcome.series[0].rows[0][2]))
    #expect(record.axes[1].y.max >= curve.end.y)
  }

  @Test("several rules are said to share their start and an untuned rate")
  func terms() throws {
    let figure = try variants[8].recipe.run(.figure).figure
    #expect(figure.subtitle.english.contains("learning rate 0.01 for all"))
    #expect(figure.notes[0].english == "All start from the same weights; no rate is tuned.")
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
