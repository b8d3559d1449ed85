import LessonKit
import Testing

@testable import Lessons

@Suite("The lesson on any function") struct AnyFunctionTests {
  private static func figure(_ options: [(String, String)], view: View? = nil) throws -> Figure {
    let recipe = try Recipe(AnyFunction.self, given: options.map { .init($0.0, $0.1) }, view: view)
    return try recipe.draw(recipe.figures[0])
  }

  @Test("the text for those who cannot see says how heights in space are spread", arguments: ["rosenbrock", "sphere"])
  func spread(function: String) throws {
    let figure = try Self.figure([("fn", function), ("3d", "true"), Self.still])
    let record = try figure.outline(Format(), with: Pictures.typesetter).record
    let text = Caption(figure, drawn: record).alternative
    let word = try #require(record.axes[0].z?.height).remark
    #expect(text.english.contains(word == "" ? "" : "Heights on a \(word.english)"))
    #expect(text.english.hasPrefix("Surface in space: ") && text.chinese.hasPrefix("三维曲面图："))
    #expect((word == "") == (function == "sphere"))
    #expect(text.english.count <= 250)
  }

  @Test(
    "of a formula nobody knows what lies beyond the view",
    arguments: [("x^3-3*x+y^2", "lowest in view"), ("x^4+y^2+exp(x)", "lowest in view"), ("sphere", "global minimum")])
  func beyond(function: String, name: String) throws {
    let figure = try Self.figure([("fn", function), ("opt", "sgd:lr=0.1"), ("start", "0.5,1")])
    let record = try figure.outline(Format(), with: Pictures.typesetter).record
    #expect(Caption(figure, drawn: record).alternative.english.lowercased().contains("\(name) ends at"))
  }

  private static let still = ("steps", "0")
  static let findings: [([(String, String)], String)] = [
    ([], "Where you start decides which valley you end in"),
    ([("start", "-1,1,-2.5,1")], "All 2 starts lead to the same minimum"),
    ([("fn", "himmelblau"), still], "4 equal minima, f = 0"), ([("fn", "beale"), still], "Lowest at (3, 0.5): f = 0"),
    ([("fn", "7")], "f is 7 everywhere: nothing to descend"),
    ([("fn", "x+y"), still], "Lowest at the edge of the view: f = −4"),
    ([("fn", "log(x^2+y^2)"), still], "f falls without bound near (0, 0)"),
    ([("fn", "x^2"), still], "Lowest along a line: f = 0"),
    ([("fn", "x+y"), ("opt", "sgd:lr=0.01"), ("steps", "100")], "After 100 steps gradient descent is at f = −2.3"),
    ([("fn", "(x-100)^2+y^2"), ("opt", "sgd:lr=0.5"), ("start", "0,0")], "gradient descent stops in a minimum, f = 0"),
    ([("fn", "x^2-y^2"), ("opt", "sgd:lr=1e9")], "gradient descent diverges at step 1"),
    (
      [("fn", "sphere"), ("opt", "sgd:lr=0.25"), ("steps", "9")],
      "gradient descent reaches the minimum at (0, 0) in 6 steps"
    ), ([("fn", "styblinski-tang"), ("opt", "adam:lr=0.02")], "Adam stops in a local minimum, f = −64.2"),
    ([("fn", "himmelblau"), ("opt", "adam,sgd")], "All the optimizers reach a minimum"),
    ([("fn", "x^2+y^2"), ("opt", "sgd:lr=1e9,adam:lr=1e9")], "All the optimizers diverge"),
    (
      [("fn", "x^2*y^2"), ("opt", "sgd:lr=0.1"), ("start", "1,0.5")],
      "gradient descent gets as low as it goes, f = 0, in 14 steps"
    ), ([("fn", "x^2*exp(y)"), ("opt", "sgd,adam"), ("start", "1,1")], "All the optimizers reach a minimum"),
    (
      [("fn", "sqrt(x^2+y^2)"), ("opt", "sgd:lr=0.5"), ("start", "1,0")],
      "gradient descent reaches the minimum at (0, 0) in 2 steps"
    ), ([("fn", "sqrt(x)+y^2"), ("opt", "sgd:lr=0.1")], "gradient descent leaves the domain at step 26"),
    ([("fn", "sqrt(x)+y^2"), ("opt", "sgd:lr=0.1,adam:lr=0.1")], "All the optimizers leave the domain"),
    ([("fn", "max(x^2+y^2,1)"), still], "Lowest all over a plain: f = 1"),
    ([("fn", "1/x"), still], "f falls without bound in several places"),
    ([("fn", "x"), ("opt", "sgd:lr=0.1,adam:lr=0.1"), ("steps", "0")], "Lowest at the edge of the view: f = −2"),
    (
      [("fn", "x+y"), ("opt", "adam:lr=0.01,adamax:lr=0.01"), ("steps", "9")],
      "All the optimizers end equally low: f = −0.48"
    ),
  ]

  @Test("the title says what was found", arguments: findings) func finding(options: [(String, String)], title: String)
    throws
  {
    let figure = try Self.figure(options)
    // A sentence that is too long for a line gives way.
    let found = figure.headlines.first { $0.holds }?.text ?? ""
    #expect(found.english == title)
  }

  private static let variants: [[(String, String)]] =
    Landscape.all.map { [("fn", $0.name)] } + [
      [("fn", "(1-x)^2+100*(y-x^2)^2"), ("opt", "adam")],
      [("fn", "rastrigin"), ("opt", "sgd,momentum,nesterov,rmsprop,adam,lion")],
      [("fn", "sqrt(x)+y^2"), ("opt", "sgd:lr=0.1,adam:lr=0.01"), ("start", "1,1")], [("fn", "-1/(x^2+y^2)")],
      [("fn", "-x^2-y^2"), ("opt", "sgd,adam")], [("fn", "1/(x-y)")], [("fn", "tan(x)*tan(y)"), ("opt", "adam,sgd")],
      [("fn", "sin(1000*x)")], [("fn", "min(x,y)"), ("3d", "true")], [("fn", "exp(exp(3*x))+y^2")],
      [("fn", "beale"), ("3d", "true"), ("opt", "sgd,adam")], [("3d", "true")],
      [("fn", "max(abs(x),abs(y))-3"), ("opt", "sgd,adam"), ("schedule", "cosine")],
    ]

  @Test("every function can be drawn", arguments: variants) func draws(options: [(String, String)]) throws {
    let figure = try Self.figure(options)
    for format in Pictures.slides {
      let record = try figure.outline(format, with: Pictures.typesetter).record
      #expect(!record.texts.isEmpty)
    }
  }

  @Test("the user's view is the part that is searched, and in which a walk starts") func view() throws {
    let still = try Self.figure([("fn", "x+y"), Self.still], view: View(x: 1...3, y: 5...6))
    #expect(still.title.english == "Lowest at the edge of the view: f = 6")
    let walk = try Self.figure([("fn", "x+y"), ("opt", "sgd")], view: View(x: 10...20, y: 0...1))
    #expect(walk.series[0].rows[0] == [0, 11.25, 0.8, 12.05])
  }

  @Test("a pattern that pixels cannot show is not passed off as the function") func grain() throws {
    func warns(_ function: String) throws -> Bool {
      try Self.figure([("fn", function)]).foot.english.contains("faster than pixels")
    }
    #expect(try warns("sin(1000*x)"))
    #expect(try !warns("sin(100*x)"))
    #expect(try !warns("rastrigin"))
  }

  @Test("rates are tuned with the schedule that the walk has") func schedule() throws {
    let figure = try Self.figure([("fn", "x^2+y^2"), ("opt", "adam"), ("schedule", "step")])
    let end = try #require(figure.series.first?.rows.last?[3])
    #expect(end < 1e-10, "the rate found without the schedule ends at 0.03")
  }

  @Test(
    "what cannot be drawn is refused in words",
    arguments: [
      ([("fn", "sqrt(-1-x^2)")], "no finite value"),
      ([("fn", "log(x)"), ("opt", "adam"), ("start", "-1,0")], "no walk can start at (−1, 0)"),
      ([("opt", "adam,sgd"), ("start", "1,1,2,2")], "too many trails"), ([("start", "1,2,3")], "pairs of numbers"),
      ([("fn", "x+")], "missing at the end"),
    ]) func refusals(options: [(String, String)], words: String)
  {
    #expect { _ = try Self.figure(options) } throws: { error in (error as? UsageError)?.message.contains(words) == true
    }
  }

  @Test("starts add up, and are written as they are read") func starts() throws {
    let given = [("start", "1,1"), ("start", "-1,0.5")].map { Options.Given($0.0, $0.1) }
    let recipe = try Recipe(AnyFunction.self, given: given)
    let starts = recipe.declarations.first { $0.key == "start" }
    #expect(starts?.value == "1,1,-1,0.5")
    let again = try Recipe(AnyFunction.self, given: [.init("start", "1,1,-1,0.5")])
    #expect(again.declarations.map(\.value) == recipe.declarations.map(\.value))
  }
}
