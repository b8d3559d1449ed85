import Testing

@testable import LessonKit

@Suite("The option --fn") struct FunctionOptionTests {
  private func taken(_ text: String?, view: View? = nil) throws -> (Landscape, Declaration) {
    var options = Options(text.map { [.init("fn", $0)] } ?? [], view: view)
    var landscape = Landscape.himmelblau
    try options.takeFunction(into: &landscape, help: nil)
    return (landscape, options.declarations[0])
  }

  @Test(
    "a name is found however its words are joined",
    arguments: [("beale", "beale"), ("Goldstein-Price", "goldstein-price"), ("three_hump camel", "three-hump-camel")])
  func names(text: String, name: String) throws {
    let (landscape, declaration) = try taken(text)
    #expect(landscape.name == name && landscape.minima == Landscape.named(name)?.minima)
    #expect(declaration.value == name && declaration.differs)
  }

  @Test("the default stands where nothing is given") func standard() throws {
    let (landscape, declaration) = try taken(nil)
    #expect(landscape.name == "himmelblau" && !declaration.differs)
  }

  @Test("a formula is a landscape over the user's view") func formula() throws {
    let (landscape, declaration) = try taken("x^2 + 3y^2", view: View(x: 0...1, y: -5...5))
    #expect(landscape.value(at: Vector2(2, 1)) == 7)
    #expect(landscape.view == .init(x: 0...1, y: -5...5))
    #expect(landscape.minima.isEmpty)
    #expect(declaration.value == "x^2 + 3y^2" && declaration.json == .string("x^2 + 3y^2"))
    #expect(try taken("x").0.view == .init(reach: 2))
  }

  static let mistakes: [(String, String, String)] = [
    ("rosenbrok", "unknown function 'rosenbrok'", "did you mean 'rosenbrock'?"),
    ("himelblau", "unknown function", "did you mean 'himmelblau'?"),
    ("nonsense", "unknown function 'nonsense'", "or write a formula"),
    ("sinn(x)", "--fn: unknown name 'sinn'", "did you mean 'sin'?"), ("x + z", "--fn: unknown name 'z'", "    ^"),
    ("cot(x)", "unknown name 'cot'", "write 1/tan(…)"), ("sin2x", "unknown name", "write sin(2*x)"),
    ("xy", "unknown name 'xy'", "x*y"), ("x/", "missing at the end", "  ^"), ("sin", "is a function", "sin(…)"),
  ]

  @Test("a mistake is shown where it stands, with what would be right", arguments: mistakes) func mistake(
    text: String, message: String, hint: String
  ) {
    #expect { _ = try taken(text) } throws: { error in
      guard let error = error as? UsageError else { return false }
      return error.message.contains(message) && error.hints.contains { $0.contains(hint) }
    }
  }
}
