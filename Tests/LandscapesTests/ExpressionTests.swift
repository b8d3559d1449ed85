import ChineseTesting
import Foundation
import Landscapes
import Optimizers
import Tensors
import Testing

@Suite("An expression") struct ExpressionTests {
  static func value(_ text: String, _ x: Double, _ y: Double) throws -> Double {
    Landscape(try Expression(parsing: text)).value(at: Vector2(x, y))
  }

  static let values: [(String, Double)] = [
    ("x", 3), ("y", -2), ("x+2*y", -1), ("x-y-1", 4), ("x/2/y", -0.75), ("2^x^2", 512), ("-x^2", -9), ("(-x)^2", 9),
    ("2^-x", 0.125), ("--x", 3), ("+x", 3), ("-x*y", 6), ("2x", 6), ("2(x+1)", 8), ("x(y+1)", -3), ("(x+1)(y-1)", -12),
    ("2 x y", -12), ("x**2", 9), ("x²", 9), ("2x³", 54), ("x⁻¹", 1.0 / 3), ("-x²", -9), ("2^x²", 512), ("x^10", 59049),
    ("x × y · 2 − 1 ÷ 2", -12.5), ("２＊ｘ＋（ｙ）", 4), ("1e2*x", 300), ("1E-2x", 0.03), (".5x", 1.5), ("5.x", 15),
    ("2e", 2 * M_E), ("pi*0+π", .pi), ("min(x,y)", -2), ("max(x, y, 7)", 7), ("pow(x,y)", 1.0 / 9), ("abs(y)", 2),
    ("relu(y)+relu(x)", 3), ("sigmoid(0*x)", 0.5), ("log10(100)+log(e)", 3), ("sqrt(x+1)", 2), ("exp(0)", 1),
    ("max(min(x,1),(y))", 1), ("\t x\n+ y ", 1), ("2 sin(0) + x", 3), ("|y|", 2), ("|x|+|y|", 5), ("2|y|", 4),
    ("||x|-5|", 2), ("|x||y|", 6), ("|x-|y||", 1), ("-|y|^2", -4), ("|y|²", 4), ("(|x|)", 3), ("|(x)|y", -6),
    ("abs(|y|)", 2), ("∣y∣", 2), ("|x*|y|+1|", 7), ("|x|^|y|", 9), ("√(x+1)", 2), ("√4", 2), ("2√4*x", 12), ("√4x", 6),
    ("√√16", 2), ("√|y+1|", 1), ("√abs(y-2)", 2), ("√(x+1)^2", 4), ("∛(x^3)", 3), ("-√4", -2), ("x√4", 6),
    ("(√4)^2", 4), ("√(√16)", 2), ("1/√4", 0.5), ("cos(2πx)", 1), ("πx", 3 * .pi), ("2πx*y/π", -12), ("ln(e)", 1),
    ("log2(8)", 3), ("log₂(8)", 3), ("log_2(8)", 3), ("log₁₀(100)", 2), ("log_10(100)", 2), ("cbrt(y-6)", -2),
    ("sign(y)", -1), ("sign(x)+sign(0*x)", 1), ("floor(y-0.5)", -3), ("floor(x+0.5)", 3), ("hypot(x,4)", 5),
    ("hypot(x,y,6)", 7), ("atan2(y+2,x)", 0), ("atan2(x,0*y)", .pi / 2), ("𝑥² + 𝑦²", 13), ("𝐱·𝗒", -6), ("x−y", 5),
    ("1e−2x", 0.03), ("x\u{200B}+ y", 1), ("x\u{A0}y", -6), ("𝜋x/π", 3), ("３x", 9),
  ]

  @Test("is read as in mathematics", arguments: values) func reading(text: String, expected: Double) throws {
    let value = try Self.value(text, 3, -2)
    #expect(abs(value - expected) <= 1e-15 * abs(expected), "\(value)")
  }

  static let mistakes: [(String, Int, String)] = [
    ("", 0, "empty"), ("   ", 0, "empty"), ("x+", 2, "missing at the end"), ("*x", 0, "missing before '*'"),
    ("x+*y", 2, "missing before '*'"), ("(x", 0, "never closed"), ("x)", 1, "nothing is open"),
    ("()", 1, "missing before ')'"), ("sin()", 4, "nothing between"), ("sin x", 0, "is a function"),
    ("sin", 0, "is a function"), ("sin(x,y)", 0, "takes 1 number"), ("max(x)", 0, "2 or more"),
    ("pow(x)", 0, "takes 2 numbers"), ("1,5", 1, "comma"), ("max((x,y),1)", 6, "comma"),
    ("max(x,)", 6, "missing before ')'"), ("x y z", 4, "'z'"), ("xy", 0, "'xy'"), ("x2", 0, "'x2'"),
    ("1/2x", 3, "two ways"), ("x^2y", 3, "two ways"), ("2^-2x", 4, "two ways"), ("2 3", 2, "missing before 3"),
    ("x 3", 2, "missing before 3"), ("1.2.3", 0, "two decimal points"), (".", 0, "no number"), ("1e999", 0, "larger"),
    ("|x", 0, "bar is never closed"), ("x=1", 1, "'='"), ("√", 1, "missing at the end"), ("x⁻", 1, "without a power"),
    ("x/0", 1, "division by zero"), ("x/(1-1)", 1, "division by zero"), ("log(0)", 0, "infinite"),
    ("sqrt(-1)*x", 0, "no real value"), ("exp(1000)", 0, "infinite"), ("x + 中", 4, "'中'"), ("π中x", 1, "'中x'"),
    ("（x", 0, "never closed"), ("（x）+ $", 7, "'$'"), ("y\u{301}x", 1, "means nothing"), ("√x²", 2, "two ways"),
    ("√x^2", 2, "two ways"), ("√-x", 1, "a sign stands"), ("(|x)", 3, "a bar is open"),
    ("|x|y|", 5, "missing at the end"), ("||", 2, "missing at the end"), ("atan2(x)", 0, "2 numbers"),
    ("hypot(x)", 0, "2 or more"), ("‖x‖", 0, "means nothing"), ("∜x", 0, "means nothing"),
  ]

  @Test("refuses what cannot be read, and points at the character", arguments: mistakes) func refusing(
    text: String, column: Int, words: String
  ) {
    do {
      _ = try Expression(parsing: text)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.message.contains(words) && error.isInChinese, "\(error)")
      #expect(error.columns.lowerBound == column, "\(error)")
      #expect(!error.columns.isEmpty)
      let (shown, carets) = error.excerpt()
      #expect(carets.filter { $0 == "^" }.count >= 1)
      #expect(carets.prefix { $0 == " " }.count == column, "\(shown)")
    }
  }

  @Test("an unknown name comes with those that are known") func unknown() {
    #expect { _ = try Expression(parsing: "x + sinn(x)") } throws: { error in
      let error = error as? ExpressionError
      return error?.reason == .unknownName("sinn", known: Expression.names) && error?.columns == 4..<8
    }
  }

  @Test("a mistake deep in a long text is shown with what stands around it") func longText() throws {
    let text = String(repeating: "x + ", count: 200) + "zz + " + String(repeating: "x + ", count: 200)
    do {
      _ = try Expression(parsing: text)
      Issue.record("it was read")
    } catch {
      let (shown, carets) = error.excerpt()
      #expect(shown.hasPrefix("…") && shown.hasSuffix("…") && shown.count <= 62)
      let place = shown.index(shown.startIndex, offsetBy: carets.count - 2)
      #expect(shown[place...].hasPrefix("zz"))
    }
  }

  @Test("ten thousand levels of nesting are read", arguments: ["(", "sin(", "-", "1+("]) func deep(opening: String)
    throws
  {
    let count = 10_000
    let closing = opening.hasSuffix("(") ? String(repeating: ")", count: count) : ""
    let text = String(repeating: opening, count: count) + "x" + closing
    #expect(try Self.value(text, 0.5, 0).isFinite)
    #expect(throws: ExpressionError.self) { try Expression(parsing: text + ")") }
    #expect(try Expression(parsing: text).formula.count < 200)
  }

  static let functions = [
    "x^2*y", "x^3 - y^-2", "sin(x)*cos(y)+tan(x*y)", "asin(x/4)+acos(y/4)+atan(x*y)", "sinh(x)*cosh(y)+tanh(x-y)",
    "exp(-x^2-y^2)", "log(1+x^2)+log10(2+y^2)", "sqrt(1+x^2*y^2)", "abs(x*y)", "min(x,y)*max(x,2y,x*y)",
    "pow(4+x*y,x-y)", "(1+x^2)^y", "3^(x*y)", "sigmoid(x*y)+relu(x+y)", "(x+2)^2.5/(y^4+1)", "x/y", "x^0+y^1",
    "1/(1+x^2+3*y^2)^0.5", "(1-x)^2+100*(y-x^2)^2", "x", "y*y", "7", "-x", "x*x*x*x*y", "e^(x*y)-pi", "sqrt(x+2)",
    "log2(1+x^2*y^2)", "cbrt(x*y)", "cbrt(y)^2*x", "atan2(y,x)", "atan2(x*y,1+y^2)", "hypot(x,y)", "hypot(x,y,x*y)",
    "sign(x)*y^2", "|x*y|+|y|", "√(1+x²)+∛y", "atan2(x,2)", "ln(2+x)*y",
  ]

  @Test("gradient and Hessian agree with central differences", arguments: functions) func derivatives(text: String)
    throws
  {
    let landscape = Landscape(try Expression(parsing: text))
    var generator = SeededGenerator(seed: 5)
    let window = Landscape.Window(x: 0.2...1.7, y: -1.8 ... -0.3)
    for point in window.randomPoints(60, using: &generator) {
      #expect(derivativeError(of: landscape, at: point) < 2e-6, "at \(point)")
    }
  }

  @Test("rows and points hold the same numbers, in blocks of any length", arguments: functions) func rows(text: String)
    throws
  {
    let landscape = Landscape(try Expression(parsing: text))
    for count in [1, 2, 63, 64, 65, 200] {
      let xs = (0..<count).map { 0.2 + 0.007 * Double($0) }
      var (values, dx, dy, alone) = (xs, xs, xs, xs)
      xs.withUnsafeBufferPointer { xs in
        values.withUnsafeMutableBufferPointer { values in
          dx.withUnsafeMutableBufferPointer { dx in
            dy.withUnsafeMutableBufferPointer { dy in landscape.fillRow(xs: xs, y: -0.7, values: values, dx: dx, dy: dy)
            }
          }
        }
        alone.withUnsafeMutableBufferPointer { landscape.fillRow(xs: xs, y: -0.7, values: $0) }
      }
      for (i, x) in xs.enumerated() {
        let slope = landscape.slope(at: Vector2(x, -0.7))
        #expect(Slope(value: values[i], dx: dx[i], dy: dy[i]) == slope)
        #expect(alone[i] == slope.value && slope.value == landscape.value(at: Vector2(x, -0.7)))
      }
    }
  }

  /// Value and gradient at kinks and poles, as PyTorch 2 gives them.
  static let kinks: [(String, Double, Double, [Double])] = [
    ("abs(x)", 0, 0, [0, 0, 0]), ("relu(x)", 0, 0, [0, 0, 0]), ("min(x,y)", 1, 1, [1, 0.5, 0.5]),
    ("max(x,y)", 1, 1, [1, 0.5, 0.5]), ("max(x,y,x)", 1, 1, [1, 0.75, 0.25]), ("sqrt(x)", 0, 0, [0, .infinity, 0]),
    ("x^0", 0, 3, [1, 0, 0]), ("x^1", 0, 3, [0, 1, 0]), ("x^y", 0, 2, [0, 0, 0]), ("x^y", 0, 0, [1, 0, 0]),
    ("x^2", 0, 0, [0, 0, 0]), ("x^0.5", 0, 0, [0, .infinity, 0]), ("1/x", 0, 0, [.infinity, -.infinity, 0]),
    ("log(x)", 0, 0, [-.infinity, .infinity, 0]), ("sqrt(x)+y^2", 0, 3, [9, .infinity, 6]),
    ("sqrt(x^2)", 0, 0, [0, 0, 0]), ("abs(y)*x", 2, 0, [0, 0, 0]), ("x^y", -2, 3, [-8, 12, .nan]),
    ("pow(x,1)", -3, 0, [-3, 1, 0]), ("log(x)", -1, 0, [.nan, .nan, 0]), ("atan2(y,x)", 0, 0, [0, 0, 0]),
    ("floor(x)", 2, 0, [2, 0, 0]), ("floor(x)+y", -0.5, 0, [-1, 0, 1]), ("sign(x)*y", 0, 3, [0, 0, 0]),
    ("sign(x)*y", -2, 3, [-3, 0, -1]), ("log2(x)", 0, 0, [-.infinity, .infinity, 0]),
    ("log2(x)", -1, 0, [.nan, .nan, 0]), ("cbrt(x)", -8, 0, [-2, 1.0 / 12, 0]),
  ]

  @Test("at kinks and poles derivatives are PyTorch's", arguments: kinks) func kink(
    text: String, x: Double, y: Double, expected: [Double]
  ) throws {
    let slope = Landscape(try Expression(parsing: text)).slope(at: Vector2(x, y))
    for (found, wanted) in zip([slope.value, slope.dx, slope.dy], expected) {
      #expect(found == wanted || (found.isNaN && wanted.isNaN), "\(slope)")
    }
  }

  @Test(
    "a formula says what it is in print",
    arguments: [
      ("(1-x)^2 + 100*(y-x^2)^2", "$f(x,y)=(1-x)^{2}+100\\,(y-x^{2})^{2}$"), ("x-(y-1)", "$f(x,y)=x-(y-1)$"),
      ("x/(2*y)", "$f(x,y)=x/(2\\,y)$"), ("-x^2", "$f(x,y)=-x^{2}$"), ("(-x)^2", "$f(x,y)=(-x)^{2}$"),
      ("2^x^2", "$f(x,y)=2^{x^{2}}$"), ("(2^x)^2", "$f(x,y)=(2^{x})^{2}$"),
      ("sqrt(x)+abs(y)", "$f(x,y)=\\sqrt{x}+|y|$"), ("-1/(x+y)", "$f(x,y)=-1/(x+y)$"),
      ("x-(-1)*y", "$f(x,y)=x-(-1\\,y)$"), ("2^x^y^x", "$f(x,y)=$ 2^x^y^x"), ("2*pi*x", "$f(x,y)=2\\,\\pi\\,x$"),
      ("x*2", "$f(x,y)=x\\cdot 2$"), ("1e-3*x", "$f(x,y)=10^{-3}\\,x$"), ("sin(x)^2", "$f(x,y)=(\\sin(x))^{2}$"),
    ]) func print(text: String, math: String) throws
  { #expect(try Expression(parsing: text).formula == math) }

  @Test("a walk on a formula is the walk on the named function", arguments: ["adam", "momentum"]) func sameWalk(
    name: String
  ) throws {
    let own = Landscape(try Expression(parsing: "(1-x)^2 + 100*(y-x^2)^2"))
    let rule = Rule(known: name).with(learningRate: 1e-3)
    let (a, b) = (
      descend(own, from: Vector2(-1.5, 2), by: rule, steps: 500),
      descend(.rosenbrock, from: Vector2(-1.5, 2), by: rule, steps: 500)
    )
    #expect(zip(a.points, b.points).allSatisfy { $0.distance(to: $1) < 1e-9 })
  }
}
