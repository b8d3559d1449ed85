import LessonKit
import Testing

@testable import Lessons

@Suite("One rate for all") struct FairRatesTests {
  private func title(_ name: String, _ options: [String: String] = [:]) throws -> String {
    let recipe = try Recipe(FairRates.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name)).title.english
  }

  @Test("all five hundred losses are PyTorch's") func losses() throws {
    let peer = NotesScripts.shared.race
    let script = LineScript(seed: LineScript.seed)
    for (place, name) in ["SGD", "Momentum", "RMSprop", "Adam", "AdamW"].enumerated() {
      let wanted = try #require(peer.losses[name])
      let run = script.run(place)
      #expect(run.losses.count == 100 && wanted.count == 100)
      for (loss, peer) in zip(run.losses, wanted) { #expect(abs(loss / peer - 1) < 1e-4, "\(name)") }
    }
    for (x, wanted) in zip(script.data.inputs.elements, peer.firstInputs) { #expect(abs(x - wanted) < 1e-5) }
  }

  @Test("a walk over the bowl of errors ends where the network's training does") func bowl() {
    let script = LineScript(seed: 3)
    for (place, rule) in LineScript.rules.enumerated() {
      let end = script.end(rule, from: script.line(place))
      #expect(abs(end / script.run(place).lastLoss - 1) < 1e-9, "\(rule.name)")
    }
    let error = LineError(script.data)
    let bowl = error.landscape
    #expect(bowl.gradient(at: bowl.minimum.point).length < 1e-10)
    #expect(abs(bowl.minimum.value - error.least) < 1e-12)
    let (origin, hessian) = (bowl.gradient(at: .init(0, 0)), bowl.hessian(at: .init(3, 4)))
    let (right, up) = (bowl.gradient(at: .init(1, 0)), bowl.gradient(at: .init(0, 1)))
    #expect(abs(right.x - origin.x - hessian.xx) < 1e-9)
    #expect(abs(right.y - origin.y - hessian.xy) < 1e-9)
    #expect(abs(up.y - origin.y - hessian.yy) < 1e-9)
  }

  @Test("at one rate Adam ends far above, at its own on the same floor") func headline() throws {
    let lesson = FairRates()
    let study = FairRates.Study(lesson, Run())
    let (sgd, adam) = (0, 2)
    let common = lesson.rules.map { study.way($0, at: 0.01) }
    let own = lesson.rules.map { rule in study.way(rule, at: study.bestRate(rule)) }
    #expect(common[adam].end > 10 * common[sgd].end)
    #expect(abs(own[adam].end / own[sgd].end - 1) < 0.01)
    #expect(abs(own[sgd].end / study.floor - 1) < 0.01)
    #expect(try title("fair") == "At a shared rate Adam looks bad, at its own as good as any")
    #expect(try title("fair", ["lr": "0.1"]) == "One rate for all is unfair to gradient descent")
    #expect(try title("curves") == "One rate for all is unfair to Adam")
  }

  @Test("the zones of the rates that work do not overlap") func zones() throws {
    let figure = try Specimen.shown(FairRates.self, "rates").figure
    let zones = figure.panels[0].marks.compactMap { $0 as? Shade }.map(\.range)
    #expect(zones.count == 2 && zones[0].upperBound < zones[1].lowerBound)
    #expect(figure.title.english == "Rates that suit gradient descent fail Adam, and the reverse")
  }

  @Test("the alternative text tells of both panels") func bothPanels() throws {
    let text = try Specimen.shown(FairRates.self, "curves").caption.alternative.english
    #expect(text.contains("All at rate 0.01: ") && text.contains("Each at its best: "))
  }

  @Test("each line leads from the loss at the common rate to that at its own; one that diverges is named so")
  func ends() throws {
    let lesson = FairRates()
    let study = FairRates.Study(lesson, Run())
    let marks = try Specimen.shown(FairRates.self).figure.panels[0].marks
    let lines = marks.compactMap { $0 as? Line }
    for (rule, line) in zip(lesson.rules, lines) {
      let ends = [study.way(rule, at: 0.01).end, study.way(rule, at: study.bestRate(rule)).end]
      #expect(line.points == [Point(0, ends[0]), Point(1, ends[1])])
    }
    #expect(lines.count == 3)
    let recipe = try Recipe(FairRates.self, given: [.init("lr", "0.1")])
    let words = try recipe.draw(recipe.figures[0]).panels[0].marks.compactMap { ($0 as? Callout)?.text.english }
    #expect(words.contains("gradient descent\ndiverges") && words.contains("all reach 1.0"))
  }

  @Test("that all arrive is said only where all do") func arrival() throws {
    for (options, arrives) in [([:], true), (["steps": "40", "lr": "0.1"], false)] {
      let recipe = try Recipe(FairRates.self, given: options.map { .init($0.key, $0.value) })
      let figure = try recipe.draw(recipe.figures[0])
      let marks = figure.panels[0].marks
      let ends = marks.compactMap { ($0 as? Line)?.points.last?.y }
      #expect(!figure.title.english.hasPrefix("Loss at"), "the title speaks of one that keeps up")
      #expect((ends.max()! < 1.05 * ends.min()!) == arrives)
      #expect(marks.contains { ($0 as? Callout)?.text.english.hasPrefix("all reach") == true } == arrives)
    }
  }

  @Test("where all tie or all diverge the title claims nothing") func plain() throws {
    for options in [["steps": "1"], ["lr": "1e6"], ["opt": "adam"]] {
      #expect(try title("fair", options) == "Loss at one learning rate for all, and with one each")
    }
  }

  @Test("rates of one's own and numbers that make no sense are refused") func refusals() {
    for (key, value) in [
      ("opt", "sgd:lr=0.02,adam:lr=0.2"), ("lr", "nan"), ("lr", "0"), ("seeds", "0"), ("steps", "1.5"), ("opt", "adma"),
    ] { #expect(throws: UsageError.self) { try Recipe(FairRates.self, given: [.init(key, value)]) } }
  }
}

@Suite("A line's error") struct LineErrorTests {
  private let data = Dataset(
    inputs: Tensor([0, 1, 2, 4], shape: [4, 1]), numbers: Tensor([1, 2, 2, 6], shape: [4, 1]))

  @Test("five means give the mean of squares, its slope and its minimum") func value() {
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
  }

  @Test("a single point has a level line through it") func single() {
    let one = LineError(Dataset(inputs: Tensor([3], shape: [1, 1]), numbers: Tensor([5], shape: [1, 1])))
    #expect(one.best.slope == 0 && one.best.intercept == 5 && one.least == 0)
  }
}
