import Landscapes
import Testing

@Suite("A summary of a landscape") struct LandscapeSummaryTests {
  static func summary(_ text: String, _ reach: Double = 2) throws -> LandscapeSummary {
    let window = Landscape.Window(reach: reach)
    return Landscape(try Expression(parsing: text), view: window).summary(of: window)
  }

  /// Formulas, the reach of the view, and their lowest points in it.
  static let bottoms: [(String, Double, [(Double, Double, Double)])] = [
    ("(1-x)^2 + 100*(y-x^2)^2", 2, [(1, 1, 0)]),
    ("x^2-y^2+0.25*y^4", 2, [(0, -1.4142135623730951, -1), (0, 1.4142135623730951, -1)]),
    ("abs(x-0.3)+abs(y+0.7)", 2, [(0.3, -0.7, 0)]), ("sqrt(x)+sqrt(y)", 2, [(0, 0, 0)]),
    ("max(abs(x),abs(y-1))-3", 2, [(0, 1, -3)]), ("1e8*(x^2+y^2)", 2, [(0, 0, 0)]),
    ("(x-0.5)^4+(y-0.5)^4", 2, [(0.5, 0.5, 0)]), ("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", 5.12, [(0, 0, 0)]),
    (
      "(x^2+y-11)^2+(x+y^2-7)^2", 5,
      [
        (-3.779310253377747, -3.283185991286170, 0), (-2.805118086952745, 3.131312518250573, 0), (3, 2, 0),
        (3.584428340330492, -1.848126526964404, 0),
      ]
    ),
  ]

  @Test("finds every lowest point of a formula", arguments: bottoms) func bottom(
    text: String, reach: Double, expected: [(Double, Double, Double)]
  ) throws {
    guard case .points(let minima) = try Self.summary(text, reach).floor else {
      Issue.record("\(try Self.summary(text, reach).floor)")
      return
    }
    #expect(minima.count == expected.count)
    let found = minima.sorted { $0.point.x + 1e-3 * $0.point.y < $1.point.x + 1e-3 * $1.point.y }
    for (minimum, wanted) in zip(found, expected) {
      // A flat bottom, as that of a fourth power, is not to be found more sharply.
      let sharpness = text.contains("^4+") ? 1e-3 : 1e-4
      #expect(minimum.point.distance(to: Vector2(wanted.0, wanted.1)) < sharpness)
      #expect(abs(minimum.value - wanted.2) < 1e-4)
    }
  }

  @Test("where Newton's method works, to the last digits") func sharp() throws {
    guard case .points(let minima) = try Self.summary("(1-x)^2 + 100*(y-x^2)^2").floor else {
      Issue.record("no point")
      return
    }
    #expect(minima[0].point.distance(to: Vector2(1, 1)) < 1e-12)
    #expect(minima[0].value == 0)
  }

  @Test("tells slopes, poles, lines and plains from minima") func others() throws {
    #expect(try Self.summary("x+y").floor == .edge(.init(at: -2, -2, value: -4), isAlone: true))
    for text in ["x", "min(x,y)", "x^3", "-x^2-y^2", "abs(x)+y", "-abs(x)"] {
      guard case .edge(let lowest, _) = try Self.summary(text).floor else {
        Issue.record("\(text): \(try Self.summary(text).floor)")
        continue
      }
      #expect(max(abs(lowest.point.x), abs(lowest.point.y)) == 2, "\(text)")
    }
    #expect(try Self.summary("7").floor == .constant(7))
    #expect(try Self.summary("sqrt(-1-x^2)").floor == .nothing)
    #expect(try Self.summary("x^2").floor == .line(0))
    for text in [
      "log(x^2+y^2)", "-1/(x^2+y^2)", "1/x+y^2", "1/(x-y)", "log(x)", "tan(x)*tan(y)", "log(abs(x-0.3))+cos(5*y)",
      "-1/sqrt(abs(x-y/3))",
    ] {
      guard case .bottomless = try Self.summary(text).floor else {
        Issue.record("\(text): \(try Self.summary(text).floor)")
        continue
      }
    }
  }

  @Test(
    "a bottom that is only steep or sharp is not taken for a hole",
    arguments: ["abs(x)^0.1+abs(y)^0.1", "log(x^2+y^2+1e-6)", "sqrt(abs(x)+abs(y))", "-1/(x^2+y^2+1e-4)"])
  func sharpBottom(text: String) throws {
    guard case .points(let minima) = try Self.summary(text).floor else {
      Issue.record("\(try Self.summary(text).floor)")
      return
    }
    #expect(minima.count == 1 && minima[0].point.length < 1e-4)
  }

  private static func isTooFine(_ landscape: Landscape, _ window: Landscape.Window) -> Bool {
    let heights = landscape.summary(of: window).heights ?? 0...1
    return landscape.isTooFine(for: window, pixels: 800, spread: heights.upperBound - heights.lowerBound)
  }

  @Test(
    "what varies faster than pixels is told from what a picture can show",
    arguments: [
      ("sin(1000*x)", true), ("sin(1000*y)+x", true), ("sin(3000*x*y)", true), ("cos(800*(x+y))+x^2", true),
      ("sin(1e6*x)*y", true), ("sin(100*x)", false), ("sin(200*x)", false), ("sin(1/x)", false),
      ("tanh(tan(x^-1))", false), ("tan(x)*tan(y)", false), ("1/(x-y)", false), ("log(x)", false), ("7", false),
      ("sqrt(x)+y^2", false), ("tanh(1e6*x)", false), ("exp(exp(3*x))+y^2", false),
    ]) func fineness(text: String, isTooFine: Bool) throws
  {
    let landscape = Landscape(try Expression(parsing: text))
    #expect(Self.isTooFine(landscape, .init(reach: 2)) == isTooFine)
  }

  @Test(
    "no named function is too fine for its view, nor for one ten times as wide or as narrow",
    arguments: Landscape.all.map(\.name)) func namedFineness(name: String) throws
  {
    let landscape = try #require(Landscape.named(name))
    for factor in [0.1, 1, 10] {
      func scaled(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        (factor * range.lowerBound)...(factor * range.upperBound)
      }
      let window = Landscape.Window(x: scaled(landscape.view.x), y: scaled(landscape.view.y))
      #expect(!Self.isTooFine(landscape, window), "\(factor)")
    }
  }

  @Test("says how much of the view has no value, or an infinite one") func shares() throws {
    let half = try Self.summary("sqrt(x)+y^2")
    #expect(abs(half.shareUndefined - 0.5) < 0.01)
    #expect(half.shareInfinite == 0)
    let steep = try Self.summary("exp(1000*x)+y^2")
    #expect(steep.shareInfinite > 0.3 && steep.shareUndefined == 0)
    #expect(steep.spansDecades)
    #expect(try !Self.summary("abs(x)+abs(y)+1").spansDecades)
  }

  @Test("takes the known minima of a named function as they stand", arguments: Landscape.all.map(\.name)) func named(
    name: String
  ) throws {
    let landscape = try #require(Landscape.named(name))
    #expect(landscape.summary(of: landscape.view).floor == .points(landscape.minima))
  }

  @Test("a start is where the height is finite, if it is anywhere") func starts() throws {
    #expect(Landscape(try Expression(parsing: "x+y")).start == Vector2(-1.5, 1.2))
    let half = Landscape(try Expression(parsing: "sqrt(x)"))
    #expect(half.start == Vector2(1.5, 1.2))
    let away = Landscape(try Expression(parsing: "x"), view: .init(x: 10...20, y: 0...1))
    #expect(away.start == Vector2(11.25, 0.8))
  }
}
