import LessonKit

/// A lesson with one option of each kind, for tests.
struct Sample: Lesson {
  enum Activation: String, CaseIterable { case relu, tanh, sigmoid }

  static let page = Page(
    "sample", in: .gradientFlow, title: "Sample", question: "What is taken?",
    examples: [.init("--steps 5", shows: "five steps")])

  var rules: [Rule] = [.adam]
  var steps = 100
  var start = Point(-1.5, 2)
  var depth = 3.5
  var widths = [1.0, 2]
  var view = -1.0...1.0
  var activation = Activation.relu
  var isNoisy = false
  var name = "plain"

  mutating func configure(_ options: inout Options) throws {
    try options.takeRules(into: &rules) { rule, _ in rule.name == "adam" ? 0.02 : 0.5 }
    try options.take("steps", into: &steps, in: 1...1_000_000, unit: "steps")
    try options.take("start", into: &start)
    try options.take("depth", into: &depth, in: 0.5...8, unit: "layers", help: "how deep")
    try options.take("widths", into: &widths, in: .positive, help: "how wide")
    try options.take("range", into: &view, help: "which part")
    try options.take("act", into: &activation, help: "which activation")
    try options.take("noisy", into: &isNoisy, help: "with noise")
    try options.take("name", into: &name, help: "its name")
  }

  static var panel: Panel { Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .open) {} }

  func run(_ context: Context) throws -> Outcome {
    Outcome(
      figure: Figure("Sample", subtitle: "", panels: [Sample.panel]),
      claims: [
        Claim(
          "sample.seed", code: "Z1", source: "S9", "the seed", states: 0,
          measured: Double(context.seed), within: .absolute(0.5), how: "read")
      ],
      caption: "A sample.", alt: "A sample.")
  }
}
