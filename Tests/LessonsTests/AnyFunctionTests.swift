import LessonKit
import Testing

@testable import Lessons

@Suite("The lesson on any function")
struct AnyFunctionTests {
  static func variant(_ options: [(String, String)], view: View? = nil) -> Variant {
    Variant(lesson: AnyFunction.self, options: options, view: view)
  }

  static func outcome(_ options: [(String, String)], view: View? = nil) throws -> Outcome {
    try Recipe(AnyFunction.self, given: options.map { .init($0.0, $0.1) }, view: view).run(.figure)
  }

  static let variants: [Variant] =
    Landscape.all.map { variant([("fn", $0.name)]) } + [
      variant([("fn", "beale"), ("opt", "sgd,momentum,adam")]),
      variant([("fn", "(1-x)^2+100*(y-x^2)^2"), ("opt", "adam")]),
      variant([("fn", "rastrigin"), ("opt", "sgd,momentum,nesterov,rmsprop,adam,lion")]),
      variant([("fn", "goldstein-price"), ("opt", "adam,momentum")]),
      variant([("fn", "styblinski-tang"), ("opt", "adam")]),
      variant([("fn", "sqrt(x)+y^2"), ("opt", "sgd:lr=0.1,adam:lr=0.01"), ("start", "1,1")]),
      variant([("fn", "log(x^2+y^2)"), ("opt", "adam")]), variant([("fn", "-1/(x^2+y^2)")]),
      variant([("fn", "x+y"), ("opt", "sgd,adam")]), variant([("fn", "x+y")]),
      variant([("fn", "-x^2-y^2"), ("opt", "sgd,adam")]), variant([("fn", "x^3"), ("opt", "sgd")]),
      variant([("fn", "1/(x-y)")]), variant([("fn", "tan(x)*tan(y)"), ("opt", "adam,sgd")]),
      variant([("fn", "log(x)"), ("opt", "sgd,adam:lr=0.1")]), variant([("fn", "sin(1000*x)")]),
      variant([("fn", "min(x,y)"), ("3d", "true")]),
      variant([("fn", "rosenbrock"), ("opt", "adam")], view: View(x: 0...1e-9, y: 0...1e-9)),
      variant([("fn", "x^2"), ("opt", "adam")]), variant([("fn", "exp(exp(3*x))+y^2")]),
      variant([("fn", "exp(9*x^2*y^2)+x^2"), ("opt", "adam")]),
      variant([("fn", "tanh(tan(x^-1))"), ("opt", "lion"), ("start", "1.51,0.78")]),
      variant([("fn", "booth"), ("opt", "sgd:lr=1")]),
      variant([("fn", "beale"), ("3d", "true"), ("opt", "sgd,adam")]), variant([("3d", "true")]),
      variant([("fn", "max(abs(x),abs(y))-3"), ("opt", "sgd,adam"), ("schedule", "cosine")]),
    ]

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    try Pictures.hold(variant.recipe.run(.figure), in: Pictures.formats([.slide, .notes]))
  }

  static let findings: [([(String, String)], String)] = [
    ([], "Himmelblau: 4 equal minima, f = 0"),
    ([("fn", "beale")], "Beale: lowest at (3, 0.5), f = 0"),
    ([("fn", "(x-1)^2+y^2-2")], "Lowest seen: f = −2 at (1, 0)"),
    ([("fn", "7")], "f is 7 everywhere: nothing to descend"),
    ([("fn", "7"), ("opt", "adam")], "f is 7 everywhere: nothing to descend"),
    ([("fn", "x+y")], "Lowest at the edge of the view: f = −4"),
    ([("fn", "log(x^2+y^2)")], "f falls without bound near (0, 0)"),
    ([("fn", "x")], "Lowest at the edge of the view: f = −2"),
    ([("fn", "min(x,y)")], "Lowest at the edge of the view: f = −2"),
    ([("fn", "x^3")], "Lowest at the edge of the view: f = −8"),
    ([("fn", "-x^2-y^2")], "Lowest at the edge of the view: f = −8"),
    ([("fn", "log(x)")], "f falls without bound near (0, −1.96)"),
    ([("fn", "tan(x)*tan(y)")], "f falls without bound near (1.57, −1.57)"),
    ([("fn", "x^2")], "Lowest seen: f = 0, along a line"),
    (
      [("fn", "x+y"), ("opt", "sgd:lr=0.01"), ("steps", "100")],
      "SGD is at f = −2.3 after 100 steps"
    ),
    ([("fn", "x^2-y^2"), ("opt", "sgd:lr=1e9")], "SGD diverges at step 1"),
    (
      [("fn", "sphere"), ("opt", "sgd:lr=0.25"), ("steps", "9")],
      "SGD comes within 0.05 of Sphere’s minimum in 6 steps"
    ),
    (
      [("fn", "rastrigin"), ("opt", "adam")],
      "Adam circles a local minimum of 3.98, at f = 4.83–4.85"
    ),
    (
      [("fn", "himmelblau"), ("opt", "adam,sgd")], "Both reach the same minimum of Himmelblau"
    ),
    (
      [("fn", "styblinski-tang"), ("opt", "adam:lr=0.02")],
      "Adam settles in a local minimum, f = −64.2"
    ),
    ([("opt", "sgd:lr=0.01,adam:lr=0.01")], "Both reach the same minimum of Himmelblau"),
  ]

  @Test("the title says what was found", arguments: findings)
  func finding(options: [(String, String)], title: String) throws {
    let outcome = try Self.outcome(options)
    #expect(outcome.figure.title.english == title)
    #expect(!outcome.figure.title.chinese.isEmpty && outcome.figure.title.chinese != title)
  }

  @Test("the user's view is the part that is searched, and in which a walk starts")
  func view() throws {
    let outcome = try Self.outcome([("fn", "x+y")], view: View(x: 1...3, y: 5...6))
    #expect(outcome.figure.title.english == "Lowest at the edge of the view: f = 6")
    let walk = try Self.outcome([("fn", "x+y"), ("opt", "sgd")], view: View(x: 10...20, y: 0...1))
    #expect(walk.series[0].rows[0] == [0, 11.25, 0.8, 12.05])
    let away = try Self.outcome([("fn", "booth"), ("opt", "sgd:lr=0.01")])
    #expect(away.series[0].rows[0].prefix(3) == [0, -8, -6])
  }

  @Test("every rule has a rate on the figure, tuned by the loss where none is given")
  func rates() throws {
    let tuned = try Self.outcome([("fn", "ackley"), ("opt", "sgd,adam:lr=0.5")])
    let notes = tuned.figure.notes.map(\.english).joined(separator: " ")
    #expect(notes.contains("At the best of 25 learning rates: SGD"))
    #expect(notes.contains("given: Adam\u{A0}0.5"))
    #expect(notes.contains("median loss over the last 100 steps"))
    let alone = try Self.outcome([("fn", "ackley"), ("opt", "adam:lr=0.5")])
    #expect(alone.figure.notes.isEmpty)
    #expect(alone.figure.subtitle.english.contains("learning rate\u{A0}0.5"))
  }

  @Test(
    "a rule that nothing could be tuned for is said to have its default rate",
    arguments: [
      ("x", "sgd,adam", "Default rates: SGD\u{A0}0.001, Adam\u{A0}0.001 (no lowest point in view"),
      ("1/(x-y)", "adam", "Default rate: Adam\u{A0}0.001 (no lowest point in view"),
      ("x", "sgd,adam:lr=0.1", "Learning rates given: Adam\u{A0}0.1."),
      (
        "1e12*(x^4+y^4)", "sgd,adam:lr=0.1",
        "Default rate: SGD\u{A0}0.001 (every rate tried diverges)"
      ),
    ])
  func defaults(function: String, rules: String, words: String) throws {
    let notes = try Self.outcome([("fn", function), ("opt", rules)]).figure.notes
    #expect(notes.contains { $0.english.contains(words) }, "\(notes.map(\.english))")
    #expect(notes.contains { $0.chinese.contains("默认学习率") })
    let given = try Self.outcome([("fn", function), ("opt", "sgd:lr=0.1,adam:lr=0.1")])
    #expect(!given.figure.notes.contains { $0.english.contains("Default") })
  }

  @Test("a pattern that pixels cannot show is not passed off as the function")
  func grain() throws {
    func warns(_ function: String) throws -> Bool {
      try Self.outcome([("fn", function)]).figure.notes.contains {
        $0.english.contains("faster than pixels") && $0.chinese.contains("并非其真实形状")
      }
    }
    #expect(try warns("sin(1000*x)"))
    #expect(try !warns("sin(100*x)"))
    #expect(try !warns("rastrigin"))
  }

  @Test("a tiny view does not make a walk diverge, nor cut its losses")
  func tiny() throws {
    let outcome = try Self.outcome(
      [("fn", "rosenbrock"), ("opt", "adam")], view: View(x: 0...1e-9, y: 0...1e-9))
    #expect(outcome.figure.title.english.hasPrefix("After 1000 steps Adam is"))
    let line = try #require(outcome.figure.panels[1].marks.compactMap { $0 as? Line }.first)
    #expect(!line.hasExits && line.hasEndMarker)
  }

  @Test("a loss that ends beyond the strip leaves it, without the mark of an end")
  func exits() throws {
    let outcome = try Self.outcome([("fn", "-x^2-y^2"), ("opt", "sgd,adam")])
    let lines = outcome.figure.panels[1].marks.compactMap { $0 as? Line }
    #expect(lines.map(\.hasExits) == [true, false])
    #expect(lines.map(\.hasEndMarker) == [false, true])
  }

  @Test(
    "what cannot be drawn is refused in words",
    arguments: [
      ([("fn", "sqrt(-1-x^2)")], "no finite value"),
      ([("fn", "log(x)"), ("opt", "adam"), ("start", "-1,0")], "no walk can start at (−1, 0)"),
      ([("lr", "0.1")], "without --opt"), ([("steps", "9")], "without --opt"),
      ([("start", "1,1")], "without --opt"), ([("fn", "x+")], "missing at the end"),
    ])
  func refusals(options: [(String, String)], words: String) {
    #expect {
      _ = try Self.outcome(options)
    } throws: { error in
      (error as? UsageError)?.message.contains(words) == true
    }
  }

  @Test("rates are tuned with the schedule that the walk has")
  func schedule() throws {
    let variant = Variant(
      lesson: AnyFunction.self,
      options: [("fn", "x^2+y^2"), ("opt", "adam"), ("schedule", "step")])
    let outcome = try variant.recipe.run(.figure)
    let end = try #require(outcome.series.first?.rows.last?[3])
    #expect(end < 1e-10, "the rate found without the schedule ends at 0.03")
  }
}
