/// Figures drawn as a user draws them: the built command, from its start to its end.
enum FigureWorkloads {
  static let all = [alone, compared]

  /// The command that was built beside this program.
  private static let lesson: String = {
    let own = CommandLine.arguments[0]
    let folder = own.lastIndex(of: "/").map { own[...$0] } ?? "./"
    return "'\(folder)lesson'"
  }()

  private static func draw(_ arguments: String) -> Program {
    Program(command: "\(lesson) rosenbrock \(arguments) -q -o /tmp/plumbline-benchmark.png")
  }

  private static let alone = Workload(
    "figure-adam", measures: "lesson rosenbrock --opt adam, whole process, 1920×1080", program: draw("--opt adam"))

  private static let compared = Workload(
    "figure-four", measures: "lesson rosenbrock, four optimizers tuned, whole process, 1920×1080", program: draw(""))
}
