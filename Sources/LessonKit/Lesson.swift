/// One figure of the course, with the experiment behind it and the claims that it measures.
public protocol Lesson: Sendable {
  /// What stands about the lesson in lists: its name, its question, examples.
  static var page: Page { get }

  /// The lesson with its defaults.
  init()

  /// Takes from the command line what the lesson understands.
  mutating func configure(_ options: inout Options) throws

  /// Runs the experiment.
  func run(_ context: Context) throws -> Outcome
}
