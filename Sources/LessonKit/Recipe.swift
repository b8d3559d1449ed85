/// A lesson with its options read: what to run, and how to ask for it again.
public struct Recipe: Sendable {
  /// What stands about the lesson in lists.
  public let page: Page
  /// Its options, with their values.
  public let declarations: [Declaration]
  private let lesson: any Lesson
  private let seed: Int

  /// Reads the options of a lesson, told of the part of the plane that the user asks to see.
  ///
  /// Something that the lesson does not have is an error.
  public init(_ type: any Lesson.Type, given: [Options.Given] = [], view: View? = nil) throws {
    try self.init(type, Options(given, view: view))
  }

  private init(_ type: any Lesson.Type, _ options: Options) throws {
    var (lesson, options, seed) = (type.init(), options, type.page.seed)
    try lesson.configure(&options)
    try options.take("seed", into: &seed, in: 0...Int(UInt32.max))
    try options.finish(type.page.name)
    (page, declarations) = (type.page, options.declarations)
    (self.lesson, self.seed) = (lesson, seed)
  }

  /// The options that a lesson has, with their defaults; rates that take work to find are left open.
  public static func declarations(of type: any Lesson.Type) -> [Declaration] {
    do { return try Recipe(type, .describing).declarations } catch {
      preconditionFailure("lesson '\(type.page.name)' refuses its own defaults: \(error)")
    }
  }

  /// Runs the experiment.
  public func run(_ budget: Context.Budget) throws -> Outcome {
    try lesson.run(Context(budget: budget, seed: seed))
  }

  /// What one types after the lesson's name to get what differs from the defaults.
  public var words: [String] { declarations.filter(\.differs).flatMap(\.words) }

  /// What a file name says about what differs from the defaults.
  public var fileParts: [String] { declarations.filter(\.differs).map(\.filePart) }

  /// The value of every option, by key.
  public var json: JSON { .object(declarations.map { JSON.Member($0.key, $0.json) }) }
}
