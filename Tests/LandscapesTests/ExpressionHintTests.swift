import Foundation
import Testing

@testable import Landscapes

@Suite("Hints on formulas") struct ExpressionHintTests {
  private func mend(_ text: String) throws -> String {
    do {
      _ = try Expression(parsing: text)
      Issue.record("'\(text)' was read")
      return ""
    } catch {
      switch error.reason {
      case .other(_, let mend): return mend?.english ?? ""
      case .unknownName(_, let known): return "known: \(known.joined(separator: ", "))"
      }
    }
  }

  /// What other programs call so, at a number.
  static let meanings: [(String, @Sendable (Double) -> Double)] = [
    ("arcsin", asin), ("arccos", acos), ("arctan", atan), ("tg", tan), ("sh", sinh), ("ch", cosh), ("th", tanh),
    ("fabs", { abs($0) }), ("logistic", { 1 / (1 + exp(-$0)) }), ("sgn", { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }),
    ("sqr", { $0 * $0 }), ("square", { $0 * $0 }), ("cube", { $0 * $0 * $0 }), ("exp2", { pow(2, $0) }),
    ("exp10", { pow(10, $0) }), ("expm1", expm1), ("log1p", log1p), ("rsqrt", { 1 / sqrt($0) }),
    ("reciprocal", { 1 / $0 }), ("cot", { 1 / tan($0) }), ("sec", { 1 / cos($0) }), ("csc", { 1 / sin($0) }),
    ("cosec", { 1 / sin($0) }), ("coth", { 1 / tanh($0) }), ("sech", { 1 / cosh($0) }), ("csch", { 1 / sinh($0) }),
    ("acot", { .pi / 2 - atan($0) }), ("asinh", asinh), ("arcsinh", asinh), ("atanh", atanh), ("arctanh", atanh),
    ("ceil", { $0.rounded(.up) }), ("trunc", { $0.rounded(.towardZero) }), ("frac", { $0 - $0.rounded(.down) }),
    ("heaviside", { $0 > 0 ? 1 : $0 < 0 ? 0 : 0.5 }), ("hardtanh", { max(-1, min(1, $0)) }),
    ("relu6", { max(0, min(6, $0)) }), ("softplus", { log(1 + exp($0)) }), ("softsign", { $0 / (1 + abs($0)) }),
    ("silu", { $0 / (1 + exp(-$0)) }), ("swish", { $0 / (1 + exp(-$0)) }), ("mish", { $0 * tanh(log(1 + exp($0))) }),
    ("elu", { $0 > 0 ? $0 : exp($0) - 1 }), ("leakyrelu", { $0 > 0 ? $0 : 0.01 * $0 }),
    ("tanhshrink", { $0 - tanh($0) }), ("logsigmoid", { -log(1 + exp(-$0)) }), ("logit", { log($0 / (1 - $0)) }),
    ("sind", { sin($0 * .pi / 180) }), ("cosd", { cos($0 * .pi / 180) }), ("sinpi", { sin(.pi * $0) }),
    ("degrees", { $0 * 180 / .pi }), ("radians", { $0 * .pi / 180 }), ("versin", { 1 - cos($0) }),
    ("gaussian", { exp(-$0 * $0) }),
  ]

  @Test("a hint means the same as what was written", arguments: meanings.map { $0.0 }) func same(name: String) throws {
    let meaning = try #require(Self.meanings.first { $0.0 == name }).1
    var hint = try mend("\(name)(x)")
    #expect(hint.hasPrefix("write "))
    hint = String(hint.dropFirst(6)).replacing(", with u for what it is of", with: "")
    if let range = hint.range(of: ", or ") { hint = String(hint[..<range.lowerBound]) }
    // The dots, and u, stand for what it is of.
    var formula = hint.replacing("…", with: "x")
    formula = formula.replacing(/\bu\b/, with: "x")
    for x in [-0.7, -0.2, 0.3, 0.8] {
      let (found, wanted) = (try ExpressionTests.value(formula, x, 0), meaning(x))
      #expect((found.isNaN && wanted.isNaN) || abs(found - wanted) <= 1e-12 * max(1, abs(wanted)), "\(formula) at \(x)")
    }
  }

  @Test("every hint of the tables names only what can be written", arguments: ExpressionElsewhere.same.keys.sorted())
  func readable(name: String) throws {
    #expect(ExpressionName(name) == nil, "it is known")
    let hint = try #require(ExpressionElsewhere.same[name])
    for word in hint.matches(of: /([a-zA-Z_]\w*)\(/).map({ String($0.1) }) {
      #expect(ExpressionName(word) != nil, "\(word)")
    }
  }

  @Test("what no formula says is told as lacking", arguments: ExpressionElsewhere.lacking.sorted()) func lacking(
    name: String
  ) throws {
    #expect(ExpressionName(name) == nil && ExpressionElsewhere.same[name] == nil)
    for spelled in [name, name.uppercased()] where ExpressionElsewhere.same[spelled] == nil {
      #expect(try mend("\(spelled)(x) + y").hasPrefix("there is no such function here"))
    }
  }

  @Test(
    "names that run together are taken apart, and nothing is lost",
    arguments: [
      ("xy", "x*y"), ("xyx", "x*y*x"), ("pix", "pi*x"), ("2pix", "pi*x"), ("xsin(y)", "x*sin(…)"), ("sinx", "sin(x)"),
      ("sin2x", "sin(2*x)"), ("sinpix", "sin(pi*x)"), ("cosxy", "cos(x*y)"), ("expsinx", "exp(sin(x))"),
      ("tanhx", "tanh(x)"), ("lnx", "ln(x)"), ("sin2(x)", "sin(…)^2"), ("abs2(x)", "abs(…)^2"),
      ("log3(x)", "log(…)/log(3)"), ("x2", "x^2"), ("x₁", "x"), ("ex", "e^x"), ("X", "x"), ("SIN(x)", "sin"),
      ("Pi*x", "pi"), ("z", "the variables are x and y"),
    ]) func pieces(text: String, hint: String) throws
  { #expect(try mend(text).contains(hint)) }

  @Test(
    "a function without its parentheses keeps its power and what it is of",
    arguments: [
      ("sin^2(x)", "sin(…)^2"), ("sin²(x)", "sin(…)^2"), ("cos^3 x", "cos(…)^3"), ("tan^-2(x)", "tan(…)^(-2)"),
      ("sin^-1(x)", "1/sin(…)"), ("sin⁻¹(x)", "1/sin(…)"), ("cos 2x", "cos(…)"), ("log x^2", "log(…)"),
      ("ln x", "ln(…)"),
    ]) func bare(text: String, hint: String) throws
  {
    let mend = try mend(text)
    #expect(mend.contains(hint))
    #expect(!mend.contains("(x)"), "what it is of is not for the hint to guess")
  }
}
