/// All lessons, in the order of the course.
public struct Catalog: Sendable {
  /// Words that a lesson may not be called, because the command reads them as verbs.
  public static let verbs = [
    "list", "show", "all", "redraw", "fill", "deck", "gallery", "check", "look", "completions", "help",
  ]

  /// The lessons.
  public let lessons: [any Lesson.Type]
  /// The chapters in their order, also those without a lesson.
  public let chapters: [Chapter]
  /// What the course says, in the order of the lessons; put together when it is asked for, which drawing does not.
  public var statements: [Statement] { stated() }
  private let stated: @Sendable () -> [Statement]

  /// A catalog, by chapter and then in the order given; every name stands once and is no verb.
  ///
  /// The chapters of the course go first, others follow in the order in which their lessons are given.
  public init(_ lessons: [any Lesson.Type], statements: @autoclosure @escaping @Sendable () -> [Statement]) {
    var names = Set(Self.verbs)
    for lesson in lessons {
      let name = lesson.page.name
      require(names.insert(name).inserted, "the lesson's name '\(name)' is taken")
    }
    var chapters = Chapter.course
    for chapter in lessons.map({ $0.page.chapter }) where !chapters.contains(chapter) {
      require(!chapters.contains { $0.name == chapter.name }, "the chapter's name '\(chapter.name)' is taken")
      chapters.append(chapter)
    }
    self.chapters = chapters
    self.lessons = chapters.flatMap { chapter in lessons.filter { $0.page.chapter == chapter } }
    stated = statements
  }

  /// The same with lessons of one's own, and what they measure.
  public func adding(_ lessons: [any Lesson.Type], statements: [Statement] = []) -> Catalog {
    let stated = stated
    return Catalog(self.lessons + lessons, statements: stated() + statements)
  }

  /// The names, in order.
  public var names: [String] { lessons.map { $0.page.name } }

  /// The lesson of a name.
  public func lesson(named name: String) throws(UsageError) -> any Lesson.Type {
    if let lesson = lessons.first(where: { $0.page.name == name }) { return lesson }
    let nearest = Spelling.nearest(to: name, among: names + Self.verbs)
    throw UsageError(
      "unknown lesson '\(name)'", zh: "没有名为“\(name)”的课例",
      hints: (nearest.map { [.meant($0)] } ?? []) + [.attempt("lesson list")])
  }

  /// The names of the lessons that have an option.
  public func owners(of key: String) -> [String] {
    lessons.filter { Recipe.declarations(of: $0).contains { $0.key == key } }.map { $0.page.name }
  }

  /// What the course says of a lesson's subject.
  public func statements(of lesson: String) -> [Statement] { statements.filter { $0.lesson == lesson } }

  /// The statements that words name: a lesson's, those of a code such as `D8`, or one by its own name.
  public func statements(named words: [String]) throws(UsageError) -> [Statement] {
    var chosen: Set<String> = []
    for word in words {
      let code = word.uppercased()
      let found = names.contains(word) ? statements(of: word) : statements.filter { $0.code == code || $0.id == word }
      if found.isEmpty && !names.contains(word) {
        throw .unknown(
          Message("lesson or claim", zh: "课例或论断"), word, known: names, among: statements.map(\.code),
          try: Message(
            "try: lesson list, or lesson show NAME for the codes of its claims",
            zh: "可试：lesson list；论断的编号见 lesson show NAME"))
      }
      chosen.formUnion(found.map(\.id))
    }
    return statements.filter { chosen.contains($0.id) }
  }

  /// The lessons that measure a statement: its own, and those that say so on their page.
  public func lessons(measuring statement: Statement) -> [any Lesson.Type] {
    lessons.filter { lesson in
      let page = lesson.page
      return page.name == statement.lesson || page.alsoMeasures.contains(statement.id)
    }
  }

  /// Statements with what was found of them, in the order of the course.
  ///
  /// What several lessons find of one statement is one claim.
  public func claims(_ findings: [Finding]) -> [Claim] {
    let found = Dictionary(grouping: findings, by: \.id)
    for id in found.keys { require(statements.contains { $0.id == id }, "finding '\(id)' of no statement") }
    return statements.compactMap { statement in found[statement.id].map { Claim(statement, $0) } }
  }
}
