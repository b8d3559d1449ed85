import Plot

/// Bars over names, beside two clouds of points: a page of notes, dark, in Chinese where a text has it.
func drawComparison(to path: String) throws {
  let (new, old) = (Identity(Phrase("new", zh: "新"), .series(0)), Identity(Phrase("old", zh: "旧"), .muted))
  let bars = Bars([.init(at: 0, 0.12, as: new), .init(at: 1, 0.31, label: "0.31"), .init(at: 2, 0.27)], name: "error")
  let runs = [0.2, 0.4, 0.6].map { (new: Point($0, 0.5 * $0), old: Point($0, 0.3 + 0.6 * $0)) }
  let figure = Figure(headline: [Headline("The new rule errs least", zh: "新规则的误差最小")]) {
    Panel(x: Axis("error"), y: Axis(categories: ["new", "old", "older"].map { .init(Phrase(same: $0)) })) { bars }
    Panel(x: Axis("noise"), y: Axis("error")) {
      Dots(runs.map(\.new), as: new)
      Dots(runs.map(\.old), as: old)
      // Dots show no name themselves: a dot with a label gives it.
      LabelledDot(runs[2].new, label: new.name, as: new)
      LabelledDot(runs[2].old, label: old.name, as: old)
    }
  }
  var format = Format()
  (format.preset, format.theme, format.language) = (.notes, .dark, .chinese)
  try figure.write(to: path, format)
}
