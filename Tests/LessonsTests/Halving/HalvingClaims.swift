import LessonKit

extension Halving {
  func findings(_ run: Run) throws -> [Finding] {
    [
      Finding(
        "halving.steps", states: 20, measured: Double(Study(rate: 0.5).steps), within: .absolute(0.5),
        how: "steps until a millionth of the way is left", zh: "数到剩百万分之一为止的步数")
    ]
  }
}
