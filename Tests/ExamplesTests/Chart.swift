import Plot

/// Two curves with their names at the ends, as a slide.
func drawChart(to path: String) throws {
  let steps = (0...40).map(Double.init)
  let figure = Figure(headline: ["A larger learning rate falls faster"], setting: "$f(w)=w^2$, gradient descent") {
    Panel(x: Axis("step"), y: Axis("loss (log scale)", .log)) {
      Line(steps.map { Point($0, pow(0.98, 2 * $0)) }, as: Identity("rate 0.01", .series(0)))
      Line(steps.map { Point($0, pow(0.8, 2 * $0)) }, as: Identity("rate 0.1", .series(1)))
    }
  }
  try figure.write(to: path)
}
