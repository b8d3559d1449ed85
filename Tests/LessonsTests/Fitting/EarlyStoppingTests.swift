import LessonKit
import Testing

@testable import Lessons

@Suite("Early stopping") struct EarlyStoppingTests {
  private func figure(_ options: [String: String] = [:], _ name: String? = nil) throws -> Figure {
    let recipe = try Recipe(EarlyStopping.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("the headline’s epoch is the lowest before patience ran out") func headline() throws {
    let course = try EarlyStopping().course(seed: 0)
    let validation = course.others[0]
    let found = course.stop(by: 0, patience: 10)
    let at = try #require(found.at)
    #expect(validation[1...at].min() == validation[found.best] && at == found.best + 10)
    let numbers = [validation[found.best], validation.last ?? 0].map { Digits.fixed($0, decimals: 2) }
    let figure = try Specimen.shown(EarlyStopping.self).figure
    #expect(figure.title.english == "Stop at epoch \(found.best), before validation loss climbs to \(numbers[1])")
    #expect(figure.foot.english == "patience 10 epochs: halts at epoch \(at)")
    let marks = figure.panels[0].marks
    #expect(marks.compactMap { $0 as? LabelledDot }.map(\.at) == [Point(Double(found.best), validation[found.best])])
    let wedge = try #require(marks.compactMap { $0 as? Band }.first)
    #expect(wedge.lower.map(\.y) == Array(course.training[found.best...]))
    #expect(wedge.upper.map(\.y) == Array(validation[found.best...]))
    #expect(course.training.last ?? 1 < course.training[found.best])
    #expect(validation.last ?? 0 > 1.15 * validation[found.best])
  }

  @Test(
    "the headline follows the run",
    arguments: [
      (["lr": "1e300"], "The network diverges in epoch 1"), (["epochs": "3"], "In 3 epochs validation has not turned"),
      (["epochs": "1"], "In 1 epoch validation has not turned"),
    ]) func headlines(options: [String: String], title: String) throws
  { #expect(try figure(options).title.english == title) }

  @Test("of networks that are alike, the best seems better the more are tried") func optimism() throws {
    var lesson = EarlyStopping()
    lesson.looks = 40
    let looks = NetworkLooks(.carried, tried: lesson.looks, held: lesson.held, from: 0)
    #expect(looks.found.counts == [1, 2, 5, 10, 20, 40])
    #expect(zip(looks.found.promised, looks.found.promised.dropFirst()).allSatisfy { $0 < $1 })
    #expect(looks.optimism > 3)
    #expect(try figure(["looks": "2"], "optimism").title.english.isEmpty == false)
  }

  @Test("options that make no sense are refused with what would be right") func refusals() {
    for (key, value) in [("samples", "1078"), ("wrong", "91"), ("patience", "0"), ("looks", "1"), ("held", "4")] {
      #expect(throws: UsageError.self) { try Recipe(EarlyStopping.self, given: [.init(key, value)]) }
    }
    #expect(throws: MissingInput.self) { try Recipe(EarlyStopping.self, given: [.init("data", "/nowhere/at/all")]) }
  }
}
