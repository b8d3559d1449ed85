import LessonKit
import Testing

@Suite("A formula in print") struct FormulaReadsBackTests {
  /// A random expression, as somebody might type it.
  private static func text(_ depth: Int, _ stream: inout SeededGenerator) -> String {
    func inner() -> String { text(depth - 1, &stream) }
    func pick(_ all: [String]) -> String { all[Int.random(in: all.indices, using: &stream)] }
    guard depth > 0, Int.random(in: 0..<8, using: &stream) > 0 else {
      return pick(["x", "y", "2", "0.5", "pi", "e", "1e5", "2e3", "2.5e-3", "x^2", "y^-1", "3"])
    }
    switch Int.random(in: 0..<12, using: &stream) {
    case 0...6: return inner() + pick(["+", "-", "*", "/", "*", "/"]) + inner()
    case 7: return "(" + inner() + ")" + pick(["+", "-", "*", "/", "^"]) + "(" + inner() + ")"
    case 8: return "-(" + inner() + ")"
    case 9: return pick(["min", "max"]) + "(" + inner() + "," + inner() + ")"
    default:
      let names = [
        "sin", "atan", "exp", "log", "log10", "sqrt", "abs", "sigmoid", "relu", "tanh", "sqrt", "abs", "exp",
      ]
      return pick(names) + "(" + inner() + ")" + pick(["", "", "^2", "^3"])
    }
  }

  @Test("reads back as the same function, whatever it is", arguments: 0..<40) func readsBack(seed: Int) throws {
    var stream = SeededGenerator(seed: UInt64(seed))
    var count = 0
    for _ in 0..<100 {
      let typed = Self.text(3, &stream)
      guard let expression = try? Expression(parsing: typed) else { continue }
      let printed = Phrase(same: expression.formula).plain.english.dropFirst("f(x, y) =".count)
      guard !printed.hasSuffix("…") else { continue }
      guard let again = try? Expression(parsing: String(printed)) else {
        Issue.record("\(typed) is printed as \(printed), which is refused")
        continue
      }
      let (first, second) = (Landscape(expression), Landscape(again))
      for point in [Vector2(0.7, 1.3), Vector2(-1.1, 0.4), Vector2(1.9, -0.6)] {
        let (a, b) = (first.value(at: point), second.value(at: point))
        guard a.isFinite, abs(a) < 1e12 else { continue }
        #expect(abs(a - b) <= 1e-6 * max(1, abs(a)), "\(typed) is printed as \(printed): \(a), \(b)")
        count += 1
      }
    }
    #expect(count > 50)
  }

  @Test("of a named function reads back as that function", arguments: Landscape.all) func ofNamed(landscape: Landscape)
    throws
  {
    let printed = String(Phrase(same: landscape.formula).plain.english.drop { $0 != "=" }.dropFirst())
    let again = Landscape(try Expression(parsing: printed))
    for point in [Vector2(0.7, 1.3), Vector2(-1.1, 0.4), Vector2(3, -2.5)] {
      let value = landscape.value(at: point)
      #expect(abs(again.value(at: point) - value) <= 1e-9 * max(1, abs(value)), "\(printed)")
    }
  }

  @Test(
    "parts with names of their own are what they stand for",
    arguments: [
      ("s^2+2s*y, s=x-1", "(x-1)^2+2*(x-1)*y"), ("sin(s)+s, s = x*y", "sin(x*y)+x*y"),
      ("max(a,b), a=x, b=-y", "max(x,-y)"), ("2πv+uv, v=y, uv=x", "2*pi*y+x"),
    ]) func definitions(typed: String, whole: String) throws
  {
    let (first, second) = (Landscape(try Expression(parsing: typed)), Landscape(try Expression(parsing: whole)))
    for point in [Vector2(0.7, 1.3), Vector2(-1.1, 0.4)] { #expect(first.value(at: point) == second.value(at: point)) }
    #expect(try Expression(parsing: typed).text == typed)
  }

  @Test(
    "what defines nothing, or what has a meaning already, is refused",
    arguments: ["x+y, x=2", "x+s, s=", "x+s, s=x, s=y", "x+t, s=x, t=s", "x, 1.5", "x+s, s=x=y", "x, sin=y", ", s=x"])
  func noDefinitions(typed: String) { #expect(throws: ExpressionError.self) { try Expression(parsing: typed) } }

  @Test(
    "of products, quotients and powers of ten",
    arguments: [
      ("1/x*y", "(1/x) y"), ("x/2e3+y^2", "x/(2 × 10³) + y²"), ("1e5^2+x", "(10⁵)² + x"), ("sqrt(x)^2", "(√x)²"),
      ("abs(x)*abs(y)", "|x| · |y|"), ("exp(x*y)*y", "e^(x·y) y"), ("x/(2*y)", "x/(2 y)"), ("-x/2*y", "(−x/2) y"),
    ]) func printed(typed: String, shown: String) throws
  { #expect(Phrase(same: try Expression(parsing: typed).formula).plain.english == "f(x, y) = \(shown)") }
}
