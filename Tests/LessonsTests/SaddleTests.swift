import LessonKit
import Testing

@testable import Lessons

@Suite("Beside a saddle")
struct SaddleTests {
  private let variants: [Variant] = [
    Variant(lesson: Saddle.self),
    Variant(lesson: Saddle.self, options: [("opt", "adam")]),
    Variant(lesson: Saddle.self, options: [("opt", "sgd,momentum"), ("lr", "0.1")]),
    Variant(lesson: Saddle.self, options: [("start", "1,0")]),
    Variant(lesson: Saddle.self, options: [("steps", "1")]),
    Variant(lesson: Saddle.self, options: [("start", "-0.5,0.3"), ("opt", "nesterov,lion,adam")]),
    Variant(lesson: Saddle.self, options: [("lr", "3")]),
    Variant(
      lesson: Saddle.self, options: [("opt", "sgd,momentum,nesterov,adagrad,rmsprop,adam")]),
  ]

  @Test(
    "the claims say what they record, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    let claims = try Recipe(Saddle.self).run(budget).claims
    #expect(claims.count == 7)
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))") }
  }

  @Test("the bars have the steps of the survey")
  func steps() {
    let rules: [Rule] = [.sgd, .momentum, Rule.momentum.with("ema", 1), .adam, .rmsprop]
    let study = SaddleStudy(
      rules.map { $0.with(learningRate: 0.01) }, from: Point(1, -1e-6), steps: 2000)
    #expect(study.counts == [698, 140, 811, 77, 17])
    #expect(study.tuned.map(\.descent) == [84, 775, 7683])
    #expect(study.tuned.map(\.summed) == [27, 99, 515])
    #expect(study.tuned.map(\.averaged) == [27, 99, 515])
    #expect(study.staysOnRidge && study.moment == 140)
  }

  @Test(
    "gradient descent needs the steps of the formula, rounded up",
    arguments: [(1e-3, 0.01), (1e-6, 0.01), (0.5, 0.3), (1e-300, 0.2), (1e-9, 2)])
  func closedForm(y: Double, rate: Double) {
    let escape = SaddleEscape(
      .sgd.with(learningRate: rate), from: Point(0.5, y), steps: 100_000)
    #expect(escape.step == Int(SaddleEscape.closedForm(from: y, rate: rate).rounded(.up)))
  }

  @Test("a walk ends at the first step out, and one on the ridge never leaves it")
  func ends() throws {
    let out = SaddleEscape(.adam.with(learningRate: 0.01), from: Point(1, 1e-6), steps: 500)
    #expect(out.points.count == 78 && out.losses.count == 78)
    #expect(abs(out.points[77].y) > 1 && abs(out.points[76].y) <= 1)
    let ridge = SaddleEscape(.adam.with(learningRate: 0.01), from: Point(1, 0), steps: 500)
    #expect(ridge.step == nil && ridge.reach == 0 && ridge.points.count == 501)
  }

  @Test("one step is one step, in every sentence", arguments: ["sgd", "sgd,momentum,adam"])
  func oneStep(rules: String) throws {
    let options = [("opt", rules), ("steps", "1")]
    let outcome = try Variant(lesson: Saddle.self, options: options).recipe.run(.figure)
    let texts =
      (outcome.figure.notes + outcome.figure.panels.flatMap(\.notes)).map(\.english)
      + [outcome.figure.title.english, outcome.caption.english, outcome.alt.english]
    #expect(outcome.figure.title.english.hasSuffix("the saddle in 1 step"))
    #expect(!texts.contains { $0.contains("1 steps") }, "\(texts)")
  }

  @Test("every way to draw it keeps the standard")
  func standard() throws {
    for variant in variants {
      try Pictures.hold(
        variant.recipe.run(.figure), in: Pictures.formats([.slide, .slide43, .notes]),
        omitsNothing: true, of: variant.testDescription)
    }
  }

  @Test("the lower bars go on narrow pages, the map on all but broad ones")
  func panels() throws {
    let figure = try Recipe(Saddle.self).run(.figure).figure
    for (preset, count) in [(Preset.slide, 3), (.slide43, 2), (.notes, 2), (.half, 2)] {
      var format = Format()
      format.preset = preset
      let record = try figure.draw(format, with: Pictures.typesetter).record
      #expect(record.axes.count == count, "\(preset.name)")
      #expect(record.axes[0].z != nil)
      let rows = try #require(record.axes.last).y.labels.count
      #expect(preset == .half ? rows <= 5 : rows > 5, "\(preset.name): \(rows) rows")
    }
  }

  @Test("titles say what came of it")
  func titles() throws {
    func title(_ number: Int) throws -> String {
      try variants[number].recipe.run(.figure).figure.title.english
    }
    #expect(try title(0) == "Momentum escapes 5× sooner if summed, later if averaged")
    #expect(try title(1) == "Adam leaves the saddle in 77 steps")
    #expect(try title(3) == "None of the 5 leaves the saddle in 2000 steps")
  }

  @Test("a start far from the saddle, or steps that make no sense, are refused")
  func refusals() {
    for (key, value) in [("start", "2,0"), ("start", "nan,0"), ("steps", "0"), ("lr", "0")] {
      #expect(throws: UsageError.self) { try Recipe(Saddle.self, given: [.init(key, value)]) }
    }
  }
}
