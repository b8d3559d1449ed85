import Testing

@testable import Typography

@Suite("What a reader would read") struct PlainTextTests {
  @Test(
    "markup is read as plain text",
    arguments: [
      ("", ""), ("Adam, 0.9 - 1", "Adam, 0.9 - 1"), ("$10^3$", "10³"), ("$x^2$", "x²"), ("$β_1$ = 0.9", "β₁ = 0.9"),
      ("$\\beta_{12}$", "β₁₂"), ("$10^{-3}$", "10⁻³"),
      ("$f(x,y)=(1-x)^2+100\\,(y-x^2)^2$", "f(x, y) = (1 − x)² + 100 (y − x²)²"), ("$‖∇f‖ ≤ 10^{-3}$", "‖∇f‖ ≤ 10⁻³"),
      ("$\\|\\nabla f\\|\\le 1$", "‖∇f‖ ≤ 1"), ("$x^{a/b}$", "x^(a/b)"), ("$x_{θ}$", "x_(θ)"), ("$e^{x^2}$", "e^(x²)"),
      ("$\\sqrt{2}$", "√2"), ("$\\sqrt{x+1}$", "√(x + 1)"), ("$\\sin x$", "sin x"),
      ("$x \\in \\mathbb{R}^n$", "x ∈ ℝⁿ"), ("$\\hat{m}_t$", "m̂ₜ"), ("$a \\to \\infty$", "a → ∞"),
      ("costs \\$5, C:\\\\x, \\alpha", "costs $5, C:\\x, \\alpha"), ("走到$x=1$处", "走到x = 1处"),
      ("$\\text{train loss} - L^*$", "train loss − L*"), ("$x_{t+1}$", "xₜ₊₁"), ("$\\sum_{i=1}^n x_i$", "∑ᵢ₌₁ⁿ xᵢ"),
      ("a\nb", "a b"),
    ]) func plain(markup: String, text: String) throws
  { #expect(try Typesetter().line(markup, hundred).plain == text) }

  @Test("a literal is set as it is", arguments: ["", "$5 and $6", "\\alpha", "a\\$b", "$x^2$", "值$"]) func literal(
    text: String
  ) throws { #expect(try Typesetter().line(Typesetter.literal(text), hundred).plain == text) }
}
