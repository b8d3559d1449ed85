/// A subject of the course: options with their defaults, a few figures in the order of the lecture, and claims to measure.
///
/// A drawing computes what its figure shows; claims are measured only when somebody asks for them.
public protocol Lesson: Sendable {
  /// What stands about the lesson in lists: its name, its question, examples.
  static var page: Page { get }

  /// The lesson with its defaults, or with what the command line gives its options.
  init()

  /// Its figures; the first is the lesson's own.
  var figures: [LessonFigure] { get }

  /// Refuses options that do not go together, with what would mend it.
  func validate() throws

  /// Measures what the course says.
  func findings(_ run: Run) throws -> [Finding]
}

extension Lesson {
  /// All options go together.
  public func validate() throws {}
  /// Nothing is measured.
  public func findings(_ run: Run) throws -> [Finding] { [] }
}

/// What a run is told besides the lesson's options.
public struct Run: Sendable {
  /// The seed of every random draw, or the first of several.
  public let seed: Int

  /// A run.
  public init(seed: Int = 0) { self.seed = seed }
}
