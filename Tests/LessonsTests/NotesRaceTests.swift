import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("The notes' own race")
struct NotesRaceTests {
  private let variants: [Variant] = [
    Variant(lesson: NotesRace.self),
    Variant(lesson: NotesRace.self, options: [("lr", "0.1")]),
    Variant(lesson: NotesRace.self, options: [("opt", "sgd,adam")]),
    Variant(lesson: NotesRace.self, options: [("opt", "adam")]),
    Variant(lesson: NotesRace.self, options: [("opt", "sgd:lr=0.02,adam:lr=0.2,lion,lamb")]),
    Variant(lesson: NotesRace.self, options: [("steps", "1")]),
    Variant(lesson: NotesRace.self, options: [("steps", "1000"), ("seeds", "3")]),
    Variant(lesson: NotesRace.self, options: [("lr", "1e6")]),
    Variant(lesson: NotesRace.self, options: [("seeds", "1"), ("seed", "7")]),
    Variant(
      lesson: NotesRace.self, options: [("opt", "sgd,momentum,nesterov,adagrad,rmsprop,adam")]),
    Variant(lesson: NotesRace.self, options: [("schedule", "cosine")]),
    Variant(lesson: NotesRace.self, options: [("lr", "0.05")]),
    Variant(lesson: NotesRace.self, options: [("steps", "1"), ("lr", "1e6")]),
  ]

  @Test("all five hundred losses are PyTorch's")
  func losses() throws {
    let peer = NotesScripts.shared.race
    let outcome = try Recipe(NotesRace.self).run(.figure)
    let names = ["SGD", "Momentum", "RMSprop", "Adam", "AdamW"]
    for (name, table) in zip(names, outcome.series) {
      let wanted = try #require(peer.losses[name])
      #expect(table.rows.count == 101 && wanted.count == 100)
      for (row, loss) in zip(table.rows, wanted) {
        #expect(
          abs(row[2] / loss - 1) < 1e-4, "\(name), epoch \(row[0]): \(row[2]), not \(loss)")
      }
    }
    let inputs = NotesRaceScript(seed: 42, rules: 1).data.inputs.elements
    for (x, wanted) in zip(inputs, peer.firstInputs) { #expect(abs(x - wanted) < 1e-5) }
  }

  @Test(
    "the short way over five means ends where the network's training does, on any schedule",
    arguments: ["constant", "cosine", "step:size=7", "plateau:patience=2", "onecycle"])
  func short(name: String) throws {
    let schedule = try Schedule(parsing: name)
    let rules: [Rule] = RuleKind.all.map { Rule($0.name).with(learningRate: 0.02) }
    let script = NotesRaceScript(seed: 3, rules: rules.count)
    for (i, run) in script.runs(rules, schedule, epochs: 40).enumerated() {
      let short = script.finalLoss(of: rules[i], schedule, number: i, epochs: 40)
      #expect(abs(short / run.losses[39] - 1) < 1e-9, "\(rules[i].name)")
    }
  }

  @Test(
    "the claims say what they record, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    let claims = try Recipe(NotesRace.self).run(budget).claims
    #expect(claims.count == 5)
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))") }
  }

  @Test("the title's tie is the sweep's: at their best rates the medians differ by less than 0.1 %")
  func tie() throws {
    let outcome = try Recipe(NotesRace.self).run(.figure)
    #expect(
      outcome.figure.title.english == "At 0.01 Adam loses to SGD; each at its best rate, they tie")
    func table(_ name: String, _ column: String) throws -> [[Double]] {
      try #require(outcome.series.first { $0.name.hasPrefix(name) && $0.columns[0] == column }).rows
    }
    let best = try ["sgd:", "adam:"].map { name in
      try table(name, "rate").map { $0[1] }.min() ?? .nan
    }
    #expect(abs(best[0] / best[1] - 1) < 1e-3)
    #expect(try table("adam:", "epoch")[99][2] > 2 * table("sgd:", "epoch")[99][2])
  }

  @Test(
    "the title follows from the losses",
    arguments: [
      ("lr", "1e-12", "No rule moves: the loss stays at"),
      ("lr", "0.1", "SGD and Momentum diverge; the others end at 0.83 to 0.833"),
      ("lr", "1e300", "All 5 diverge"), ("lr", "0.05", "SGD diverges; the others end at"),
      ("opt", "adam:lr=1e-12", "Adam does not move: the loss stays at"),
      ("opt", "lion,lamb,rprop,adadelta,adagrad,radam", "Rprop ends lowest, at a loss of 0.83"),
      ("steps", "1000", "4 of 5 tie at the lowest loss, 0.83"),
    ])
  func titles(key: String, value: String, title: String) throws {
    let outcome = try Recipe(NotesRace.self, given: [.init(key, value), .init("seeds", "2")])
      .run(.figure)
    #expect(outcome.figure.title.english.hasPrefix(title), "\(outcome.figure.title.english)")
    #expect(outcome.figure.title.english.count <= 60)
  }

  @Test("what leaves the right panel at the top is called no more than high")
  func tops() throws {
    let outcome = try Recipe(
      NotesRace.self, given: [.init("opt", "lion,lamb,rprop,adadelta,adagrad,radam")]
    ).run(.figure)
    #expect(outcome.figure.panels[1].subheading?.english == "off the top: above 400")
    #expect(outcome.figure.panels[1].subheading?.chinese == "越出图顶：高于 400")
  }

  @Test("every way to draw it keeps the standard")
  func standard() throws {
    for variant in variants {
      try Pictures.hold(
        variant.recipe.run(.figure), to: .allWhereThereIsRoom, of: variant.testDescription)
    }
  }

  @Test("rates at which all diverge give a figure that says so")
  func diverging() throws {
    let outcome = try Recipe(
      NotesRace.self, given: [.init("opt", "sgd,momentum"), .init("lr", "1e6")]
    )
    .run(.figure)
    #expect(outcome.figure.title.english == "Both diverge")
    #expect(outcome.alt.english.contains("diverges in epoch"))
    #expect(outcome.alt.chinese.contains("发散"))
  }

  @Test("every rule has its name in the panel of rates, whatever is raced")
  func names() throws {
    for variant in variants {
      let outcome = try variant.recipe.run(.figure)
      for format in Pictures.formats([.slide, .slide43, .notes]) {
        let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
        let (record, frame) = (drawing.record, drawing.record.axes[1].box)
        let inside = record.texts.filter { $0.role == .label && frame.contains($0.box.center) }
        for name in Set(record.series.map(\.name)) {
          #expect(inside.contains { $0.text.contains(name) }, "\(variant), \(name)")
        }
        #expect(drawing.omitted.isEmpty, "\(variant), \(format.preset.name)")
      }
    }
  }

  @Test("a lost run is marked at the epoch that the text names, and has its row in the table")
  func lost() throws {
    let outcome = try variants[1].recipe.run(.figure)
    let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
    let lost = record.series.filter { $0.divergedAt != nil }
    #expect(lost.map(\.name).sorted() == ["Momentum", "SGD"])
    for run in lost {
      let epoch = try #require(run.divergedAt)
      #expect(run.end.x == Double(epoch))
      #expect(outcome.alt.english.contains("\(run.name) diverges in epoch \(epoch)"))
      let table = try #require(outcome.series.first { $0.name.hasPrefix(run.name.lowercased()) })
      #expect(table.rows.count == epoch && table.rows[epoch - 1][0] == Double(epoch))
      #expect(record.axes[0].x.max >= run.end.x && record.axes[0].y.max < run.end.y)
      #expect(run.end.y == table.rows[epoch - 1][2])
    }
  }

  @Test("one seed has no median and no range, and the subtitle says which panel has the rate")
  func single() throws {
    let (one, many) = (try variants[8].recipe.run(.figure), try variants[0].recipe.run(.figure))
    let note = one.figure.panels.flatMap(\.notes).map(\.english).joined(separator: " ")
    #expect(note.contains("Right: seed 0 at 25 rates; the best"), "\(note)")
    #expect(!one.caption.english.contains("median") && one.caption.english.contains("seed 0"))
    #expect(many.figure.panels[1].notes[0].english.contains("medians over seeds 0 to 19"))
    #expect(many.figure.subtitle.english.hasSuffix("left: learning rate 0.01 for all"))
    let alone = try variants[3].recipe.run(.figure)
    #expect(alone.figure.subtitle.english.hasSuffix("left: learning rate 0.01"))
    #expect(try variants[5].recipe.run(.figure).figure.title.english.hasPrefix("In epoch 1 no"))
  }

  @Test("a rate or a number of seeds that makes no sense is refused")
  func refusals() {
    for (key, value) in [
      ("lr", "nan"), ("lr", "0"), ("seeds", "0"), ("steps", "1.5"), ("opt", "adma"),
    ] {
      #expect(throws: UsageError.self) { try Recipe(NotesRace.self, given: [.init(key, value)]) }
    }
  }
}

@Suite("A line's error")
struct LineErrorTests {
  private let data = Dataset(
    inputs: Tensor([0, 1, 2, 4], shape: [4, 1]), numbers: Tensor([1, 2, 2, 6], shape: [4, 1]))

  @Test("five means give the mean of squares, its slope and its minimum")
  func value() {
    let error = LineError(data)
    let pairs = zip(data.inputs.elements, data.numbers.elements)
    func direct(_ a: Double, _ b: Double) -> Double {
      pairs.reduce(0) { $0 + (a * $1.0 + b - $1.1) * (a * $1.0 + b - $1.1) } / 4
    }
    for (a, b) in [(0.0, 0.0), (1, -2), (-3, 0.5)] {
      #expect(abs(error.value(slope: a, intercept: b) - direct(a, b)) < 1e-12)
      let gradient = error.gradient(slope: a, intercept: b)
      #expect(abs(gradient.slope - (direct(a + 1e-5, b) - direct(a - 1e-5, b)) / 2e-5) < 1e-7)
      #expect(abs(gradient.intercept - (direct(a, b + 1e-5) - direct(a, b - 1e-5)) / 2e-5) < 1e-7)
    }
    let flat = error.gradient(slope: error.best.slope, intercept: error.best.intercept)
    #expect(abs(flat.slope) < 1e-12 && abs(flat.intercept) < 1e-12)
    #expect(error.least > 0 && error.least < error.value(slope: 1.2, intercept: 0.6))
  }

  @Test("a single point has a level line through it")
  func single() {
    let one = LineError(
      Dataset(inputs: Tensor([3], shape: [1, 1]), numbers: Tensor([5], shape: [1, 1])))
    #expect(one.best.slope == 0 && one.best.intercept == 5 && one.least == 0)
  }
}
