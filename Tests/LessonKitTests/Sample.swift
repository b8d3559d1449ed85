import LessonKit

/// A lesson with one option of each kind and two figures, for tests.
struct Sample: Lesson {
  enum Shape: String, CaseIterable { case relu, tanh, sigmoid }

  static let page = Page(
    "sample", in: .gradientFlow, title: "Sample", question: "What is taken?",
    examples: [.init("--steps 5", shows: "five steps")])

  @Option(rate: { rule, _ in rule.name == "adam" ? 0.02 : 0.5 }) var rules: [Rule] = [.adam]
  @Option("steps", in: 1...1_000_000, unit: "steps") var steps = 100
  @Option("start") var start = Point(-1.5, 2)
  @Option("depth", in: 0.5...8, unit: "layers", help: "how deep") var depth = 3.5
  @Option("widths", in: .positive, help: "how wide") var widths = [1.0, 2]
  @Option("range", help: "which part") var view = -1.0...1.0
  @Option("act", help: "which activation") var shape = Shape.relu
  @Option("noisy", help: "with noise") var isNoisy = false
  @Option("name", help: "its name") var name = "plain"

  var figures: [LessonFigure] {
    let depth = depth
    return [
      LessonFigure("curve", "A curve") { run in Self.figure(at: Double(run.seed)) },
      LessonFigure("depth", "What depth does", uses: [$depth, $isNoisy], hasView: true) { _ in Self.figure(at: depth) },
    ]
  }

  func findings(_ run: Run) throws -> [Finding] {
    [Finding("sample.seed", states: 0, measured: Double(run.seed), within: .absolute(0.5), how: "read")]
  }

  static let statements = [
    Statement("sample.seed", "Z1", from: "S9", "the seed", zh: "种子"),
    Statement("sample.depth", "Z2", from: "S9", "the depth", zh: "深度", .depends(on: "it")),
  ]

  /// A line up to a height.
  static func figure(at height: Double) -> Figure {
    Figure(headline: [], setting: "a setting", foot: "a condition") {
      Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .open) { Line([Point(0, 0), Point(1, height)], as: .data) }
    }
  }
}
