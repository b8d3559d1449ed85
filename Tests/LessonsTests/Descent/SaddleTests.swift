import LessonKit
import Testing

@testable import Lessons

@Suite("Beside a saddle") struct SaddleTests {
  @Test(
    "gradient descent needs the steps of the formula, rounded up",
    arguments: [(1e-3, 0.01), (1e-6, 0.01), (0.5, 0.3), (1e-300, 0.2), (1e-9, 2)]) func closedForm(
      y: Double, rate: Double
    )
  {
    let walk = SaddleEscape.walk(.sgd.with(learningRate: rate), from: Point(0.5, y), steps: 100_000)
    #expect(walk.stepOut == Int(SaddleEscape.closedForm(from: y, rate: rate).rounded(.up)))
  }

  @Test("a walk ends at the first step out, and one on the ridge never leaves it") func ends() {
    let out = SaddleEscape.walk(.adam.with(learningRate: 0.01), from: Point(1, 1e-6), steps: 500)
    #expect(out.stepOut == 77 && out.steps == 77)
    #expect(abs(out.points[77].y) > 1 && abs(out.points[76].y) <= 1)
    let ridge = SaddleEscape.walk(.adam.with(learningRate: 0.01), from: Point(1, 0), steps: 500)
    #expect(ridge.stepOut == nil && ridge.steps == 500)
  }

  @Test("both forms of momentum take the same steps at their limits, and fewer than descent") func forms() {
    let counts = MomentumForm.allCases.map { $0.steps(ratio: 100, from: Point(1, 1e-6)) }
    #expect(counts == [775, 99, 99])
  }

  @Test("the rows of the figure have the steps of the survey") func steps() throws {
    let tables = try Specimen.shown(Saddle.self, "escape").figure.series
    #expect(tables.flatMap(\.rows).map { $0[1] } == [698, 140, 77, 17])
  }

  @Test(
    "headlines say what came of it",
    arguments: [
      ([], "Gradient descent lingers at a saddle, momentum slips away"),
      ([("opt", "adam")], "Adam leaves the saddle in 77 steps"),
      ([("opt", "adam,rmsprop")], "Adam leaves in 77 steps, RMSprop in 17"),
      ([("start", "1,0")], "Nobody leaves the saddle in 2000 steps"),
      ([("steps", "1")], "Nobody leaves the saddle in 1 step"),
      ([("opt", "sgd,momentum,nesterov,adagrad,rmsprop,adam")], "Beside a saddle, after the same number of steps"),
    ]) func headlines(options: [(String, String)], title: String) throws
  {
    let recipe = try Recipe(Saddle.self, given: options.map { .init($0, $1) })
    #expect(try recipe.draw(recipe.figures[0]).title.english == title)
  }

  @Test("every other figure can be drawn from the ridge itself", arguments: ["escape", "averaged", "ravine"])
  func ridge(name: String) throws {
    let recipe = try Recipe(Saddle.self, given: [.init("start", "1,0")])
    #expect(!(try recipe.draw(recipe.figure(named: name)).title.english.isEmpty))
  }

  @Test("without noise nothing leaves the ridge, with a little all do") func noise() {
    let still = Saddle().ridge(0, from: 0).values.allSatisfy { $0.isNaN }
    #expect(still)
    let escapes = Saddle().ridge(1e-9, from: 0).values
    #expect((escapes.min() ?? 0) > 900 && (escapes.max() ?? 0) < 1500)
  }

  @Test("a start far from the saddle, or steps that make no sense, are refused") func refusals() {
    for (key, value) in [("start", "2,0"), ("start", "nan,0"), ("steps", "0"), ("lr", "0")] {
      #expect(throws: UsageError.self) { try Recipe(Saddle.self, given: [.init(key, value)]) }
    }
  }
}
