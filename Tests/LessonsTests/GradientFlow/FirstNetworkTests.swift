import LessonKit
import Testing

@testable import Lessons

@Suite("The first network") struct FirstNetworkTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(FirstNetwork.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  /// The run of the default options.
  private func run(_ schedule: Schedule = .constant) -> (run: LearningRun, study: FirstNetwork.Study) {
    var lesson = FirstNetwork()
    (lesson.rules, lesson.schedule) = ([.sgd.with(learningRate: FirstNetwork.rate)], schedule)
    let study = FirstNetwork.Study(lesson, Run(seed: FirstNetwork.page.seed))
    return (study.runs[0], study)
  }

  @Test("all hundred losses are PyTorch's") func losses() throws {
    let peer = NotesScripts.shared.network
    let (run, study) = run()
    let losses = run.lossesByStep
    #expect(losses.count == 101 && peer.losses.count == 100)
    for (loss, wanted) in zip(losses, peer.losses) { #expect(abs(loss / wanted - 1) < 1e-4) }
    for (x, wanted) in zip(study.data.inputs.elements, peer.firstInputs) { #expect(abs(x - wanted) < 1e-5) }
    #expect(losses[100] > study.floor)
  }

  @Test("the headline's step is drawn, with the loss that it is about") func headline() throws {
    let figure = try Specimen.shown(FirstNetwork.self).figure
    #expect(figure.title.english == "After 3 steps of 100 the loss is down from 109 to 1.6")
    let lines = figure.panels[0].marks.compactMap { $0 as? Line }
    #expect(lines.map(\.name.english) == ["start", "step 1", "step 2", "step 3"])
    #expect(lines.map { $0.detail?.english } == ["loss 109", "loss 39", "loss 11", "loss 1.6"])
    #expect(lines.map(\.strength) == lines.map(\.strength).sorted())
    let run = run().run
    #expect(run.settles(atShare: 0.02) == 3 && run.lossesByStep[2] > 0.02 * run.lossesByStep[0])
  }

  @Test(
    "the headline follows the run",
    arguments: [
      ("loss", [:], "Every step lowers the loss: first fast, then slowly"),
      ("loss", ["lr": "0.1"], "At rate 0.1 gradient descent diverges in 3 steps"),
      ("fit", ["lr": "1e300"], "At rate 10³⁰⁰ gradient descent diverges in 1 step"),
      ("fit", ["lr": "1e-12"], "A network learns a line"), ("loss", ["lr": "0.03"], "The loss, step by step"),
      ("loss", ["opt": "sgd,momentum,adam"], "Of these Momentum ends lowest"),
      ("loss", ["opt": "sgd:lr=0.001,adam:lr=0.1"], "Of these Adam ends lowest"),
    ]) func headlines(name: String, options: [String: String], title: String) throws
  { #expect(try figure(name, options).title.english == title) }

  @Test("a schedule changes the run from its second step on") func schedule() throws {
    let (plain, cosine) = (run().run.losses, run(.cosine).run.losses)
    #expect(plain[..<2] == cosine[..<2] && plain[99] != cosine[99])
    #expect(try figure("fit", ["schedule": "cosine"]).setting.english.hasSuffix("schedule cosine"))
  }

  @Test("a rate or a width that makes no sense is refused with what would be right") func refusals() {
    for (key, value) in [("lr", "nan"), ("lr", "-1"), ("width", "0"), ("steps", "0"), ("opt", "adma")] {
      #expect(throws: UsageError.self) { try Recipe(FirstNetwork.self, given: [.init(key, value)]) }
    }
  }
}
