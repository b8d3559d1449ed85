import Landscapes
import Optimizers
import Tensors
import Testing

/// Functions whose lowest places are known in closed form, moved and stretched at random.
@Suite("The floor of a landscape") struct FloorTests {
  private static func summary(_ text: String, _ window: Landscape.Window = .init(reach: 2)) throws -> LandscapeSummary {
    Landscape(try Expression(parsing: text), view: window).summary(of: window)
  }

  private static func number(_ range: ClosedRange<Double>, _ stream: inout SeededGenerator) -> Double {
    (100 * stream.uniform(in: range)).rounded() / 100
  }

  static let lines = [
    "((x-A)*(y-B))^2", "(x-A)^2*exp(B*y)", "((x-A)^2+(y-B)^2-0.5)^2", "abs(y-abs(x-A))", "abs((x-A)*y-0.3)",
    "(y-A-sin(x))^2", "(y-x^2+A)^2*(1+x^2)", "abs((x-A)^2+(y-B)^2-0.4)^0.5", "(x-A)^2-2*(x-A)*(y-B)+(y-B)^2",
    "max(abs(x-A)-0.7,0)+(y-B)^2", "sin(3*(x-A)*(y-B))^2", "(x-A)^4",
  ]

  @Test("lines, straight, bent and broken, are no points", arguments: lines, 0..<4) func line(form: String, seed: Int)
    throws
  {
    var stream = SeededGenerator(seed: UInt64(seed))
    let (a, b) = (Self.number(-0.6...0.6, &stream), Self.number(-0.6...0.6, &stream))
    let text = form.replacing("A", with: "(\(a))").replacing("B", with: "(\(b))")
    #expect(try Self.summary(text).floor == .line(0), "\(text)")
  }

  static let bowls = [
    "(x-A)^2+(y-B)^2", "abs(x-A)+abs(y-B)", "sqrt((x-A)^2+(y-B)^2)", "(x-A)^4+(y-B)^4", "(x-A)^16+(y-B)^16",
    "100*abs(y-B-(x-A)^2)+abs(x-A)", "100*(y-B-(x-A)^2)^2+(x-A)^2", "abs(x-A)^0.02+(y-B)^2", "abs(x-A)^0.002+abs(y-B)",
    "max(abs(x-A+y-B),3*abs(y-B))", "1-exp(-(x-A)^2-(y-B)^2)", "10*abs(y-B-sin(x-A))+abs(x-A)", "1e8*(x-A)^2+(y-B)^2",
    "1e-9*((x-A)^2+(y-B)^2)", "log(1+(x-A)^2+(y-B)^2)", "((x-A)^2+(y-B)^2)*(2+sin(5*x))",
  ]

  @Test("a single lowest point is found, at the place that is known", arguments: bowls, 0..<4) func point(
    form: String, seed: Int
  ) throws {
    var stream = SeededGenerator(seed: UInt64(seed))
    let (a, b) = (Self.number(-1.2...1.2, &stream), Self.number(-1.2...1.2, &stream))
    let text = form.replacing("A", with: "(\(a))").replacing("B", with: "(\(b))")
    guard case .points(let minima) = try Self.summary(text).floor else {
      Issue.record("\(text): \(try Self.summary(text).floor)")
      return
    }
    #expect(minima.count == 1, "\(text)")
    #expect(minima[0].point.distance(to: Vector2(a, b)) < 1e-6 && abs(minima[0].value) < 1e-9, "\(text): \(minima)")
  }

  @Test("every one of many equal minima is found", arguments: [2, 4, 7, 10, 20, 40]) func many(reach: Double) throws {
    guard case .points(let minima) = try Self.summary("sin(x)^2+sin(y)^2", .init(reach: reach)).floor else {
      Issue.record("\(reach)")
      return
    }
    let side = 2 * Int(reach / Double.pi) + 1
    #expect(minima.count == side * side)
    #expect(minima.allSatisfy { abs(sin($0.point.x)) < 1e-7 && abs(sin($0.point.y)) < 1e-7 })
  }

  @Test("more minima than the search tells apart are not counted") func tooMany() throws {
    #expect(try Self.summary("sin(100*x)^2+sin(100*y)^2").floor == .many(0))
  }

  @Test("plains", arguments: [("max(x^2+y^2,1)", 1.0), ("relu(x)", 0), ("max(x,y,-0.5)", -0.5)]) func plain(
    text: String, value: Double
  ) throws { #expect(try Self.summary(text).floor == .plain(value)) }

  @Test(
    "what has a bottom does not fall without bound",
    arguments: [
      ("-sin(x)/x+y^2", -1.0), ("x*sin(1/x)+y^2", -0.217234), ("abs(x)^0.02+y^2", 0), ("abs(x*y)^0.01", 0),
      ("-tan(x)/x*0+y^2+x^2", 0), ("x*log(x)+y^2", -0.367879), ("-1/(x^2+y^2+1e-4)", -1e4),
    ]) func bounded(text: String, lowest: Double) throws
  {
    let summary = try Self.summary(text)
    let found = try #require(summary.lowest, "\(text): \(summary.floor)")
    #expect(abs(found - lowest) < 1e-5 * max(1, abs(lowest)), "\(text)")
  }

  @Test(
    "what falls without bound does, near one place or in several",
    arguments: [
      ("log(x^2+y^2)", true), ("-1/((x-0.3)^2+(y+0.7)^2)", true), ("1/x+y^2", false), ("1/(x-y)", false),
      ("log(abs(x-y/3))", false), ("-1/abs(x-0.3)^0.1", false), ("log(abs(x-0.3)+abs(y))", true),
      ("-1/(x^2+y^2)-1/((x-1)^2+y^2)", false),
    ]) func unbounded(text: String, isAlone: Bool) throws
  {
    guard case .bottomless(let place) = try Self.summary(text).floor else {
      Issue.record("\(text): \(try Self.summary(text).floor)")
      return
    }
    #expect((place != nil) == isAlone, "\(text)")
  }

  @Test("the lower of two wells is told, however little it is beside the hills") func wells() throws {
    for scale in ["1e2", "1e6", "1e12"] {
      guard case .points(let minima) = try Self.summary("\(scale)*(x^2-1)^2+100*x+y^2").floor else {
        Issue.record("\(scale)")
        continue
      }
      #expect(minima.count == 1 && minima[0].point.x < 0, "\(scale)")
    }
  }

  @Test("of valleys that run along a side the deepest is found", arguments: [3.0, 5, 7, 9, 11]) func valleys(
    pace: Double
  ) throws {
    let f = { (x: Double) in sin(pace * x) + 0.02 * x }
    let least = (0...400_000).map { f(-2 + Double($0) * 1e-5) }.min() ?? 0
    for text in ["sin(\(pace)*x)+0.02*x", "sin(\(pace)*y)+0.02*y"] {
      let lowest = try #require(try Self.summary(text).lowest)
      #expect(abs(lowest - least) < 1e-8, "\(text)")
    }
  }

  @Test(
    "places are as round as what is known of them",
    arguments: ["x^2+(y+1)^2-1", "(x-0.1)^4+(y+1)^2", "cosh(x-0.5)+y^2"]) func rounded(text: String) throws
  {
    guard case .points(let minima) = try Self.summary(text).floor else {
      Issue.record("\(text)")
      return
    }
    for value in [minima[0].point.x, minima[0].point.y] { #expect((10 * value).rounded() / 10 == value, "\(text)") }
  }

  @Test("a walk arrives where it is as low as anywhere, and leaves the domain where there is nothing") func walks()
    throws
  {
    func walk(_ text: String, _ start: Vector2, _ rule: String) throws -> (Landscape, Walk) {
      let landscape = Landscape(try Expression(parsing: text))
      return (landscape, descend(landscape, from: start, by: try Rule(parsing: rule), steps: 200))
    }
    for text in ["x^2*y^2", "x^2*exp(y)", "(x^2+y^2-1)^2", "abs(y-abs(x))", "max(x^2+y^2,1)"] {
      let (landscape, walk) = try walk(text, Vector2(1, 1.2), "sgd:lr=0.05")
      let summary = landscape.summary(of: landscape.view)
      let arrival = try #require(landscape.arrival(of: walk, at: summary, within: 0.05), "\(text)")
      #expect(landscape.isAtFloor(summary, walk.points[arrival], within: 0.05))
      #expect(arrival > 0 && !landscape.isAtFloor(summary, walk.points[arrival - 1], within: 0.05), "\(text)")
    }
    let (_, cone) = try walk("sqrt(x^2+y^2)", Vector2(1, 0), "sgd:lr=0.5")
    #expect(cone.outcome == .finished && cone.end == Vector2(0, 0))
    for text in ["sqrt(x)+y^2", "asin(x)+y^2", "log(x)+y^2", "-sqrt(1-x^2-y^2)+4*x"] {
      let (_, walk) = try walk(text, Vector2(0.5, 0.2), "sgd:lr=0.3")
      #expect(walk.hasLeftDomain, "\(text): \(walk.outcome)")
    }
    #expect(try !walk("x^4+y^4", Vector2(1, 1), "sgd:lr=9").1.hasLeftDomain)
  }
}
