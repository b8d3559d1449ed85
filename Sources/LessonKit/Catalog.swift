/// All lessons, in the order of the course.
public struct Catalog: Sendable {
  /// Words that a lesson may not be called, because the command reads them as verbs.
  public static let verbs = ["list", "show", "all", "check", "completions", "help"]

  /// The lessons.
  public let lessons: [any Lesson.Type]

  /// A catalog; every name stands once and is no verb.
  public init(_ lessons: [any Lesson.Type]) {
    var names = Set(Self.verbs)
    for lesson in lessons {
      let name = lesson.page.name
      precondition(names.insert(name).inserted, "the lesson's name '\(name)' is taken")
    }
    self.lessons = lessons
  }

  /// The names, in order.
  public var names: [String] { lessons.map { $0.page.name } }

  /// The lesson of a name.
  public func lesson(named name: String) throws(UsageError) -> any Lesson.Type {
    if let lesson = lessons.first(where: { $0.page.name == name }) { return lesson }
    let nearest = Spelling.nearest(to: name, among: names + Self.verbs)
    throw UsageError(
      "unknown lesson '\(name)'",
      hints: (nearest.map { ["did you mean '\($0)'?"] } ?? []) + ["try: lesson list"])
  }

  /// The names of the lessons that have an option.
  public func owners(of key: String) -> [String] {
    lessons.filter { Recipe.declarations(of: $0).contains { $0.key == key } }
      .map { $0.page.name }
  }
}
