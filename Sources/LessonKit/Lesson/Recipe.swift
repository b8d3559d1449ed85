/// A lesson with its options read: what to draw, what to measure, and how to ask for it again.
public struct Recipe: Sendable {
  /// What stands about the lesson in lists.
  public let page: Page
  /// Its figures, the lesson's own first.
  public let figures: [LessonFigure]
  /// Its options, with their values.
  public let declarations: [Declaration]
  private let lesson: any Lesson
  private let run: Run
  private let given: [Options.Given]

  /// Reads the options of a lesson, told of the part of the plane that the user asks to see.
  ///
  /// Something that the lesson does not have is an error.
  public init(_ type: any Lesson.Type, given: [Options.Given] = [], view: View? = nil) throws {
    try self.init(type, Options(given, view: view), given)
  }

  private init(_ type: any Lesson.Type, _ options: Options, _ given: [Options.Given]) throws {
    var (lesson, options) = try OptionReader.make(type, options)
    var seed = type.page.seed
    try options.take("seed", into: &seed, as: .integer(in: 0...Int(UInt32.max)), help: nil)
    try options.finish(type.page.name)
    try lesson.validate()
    (page, declarations, figures) = (type.page, options.declarations, lesson.figures)
    (self.lesson, self.given, run) = (lesson, given, Run(seed: seed))
  }

  /// The options that a lesson has, with their defaults.
  public static func declarations(of type: any Lesson.Type) -> [Declaration] { standard(of: type).declarations }

  /// A lesson with its defaults.
  public static func standard(of type: any Lesson.Type) -> Recipe {
    do { return try Recipe(type) } catch { fatalError("lesson '\(type.page.name)' refuses its own defaults: \(error)") }
  }

  /// A figure by its name, nil for the lesson's own.
  public func figure(named name: String?) throws(UsageError) -> LessonFigure {
    guard let name else { return figures[0] }
    if let figure = figures.first(where: { $0.name == name }) { return figure }
    throw .unknown(
      Message("figure", zh: "图"), name, for: Message(same: "--figure"), known: figures.map(\.name) + ["all"],
      try: .attempt("lesson show \(page.name)"))
  }

  /// Throws if an option was given that changes none of the figures to be drawn; says which figure it changes.
  public func checkUse(of drawn: [LessonFigure]) throws(UsageError) {
    for option in given where !drawn.contains(where: { uses($0, option.key) }) {
      let users = figures.filter { uses($0, option.key) }.map(\.name)
      let place =
        drawn.count == 1
        ? Message("the figure '\(drawn[0].name)'", zh: "图“\(drawn[0].name)”")
        : Message("any figure of the lesson '\(page.name)'", zh: "课例“\(page.name)”的任何一幅图")
      throw UsageError(
        "\(option.spelled) changes nothing in \(place)", zh: "\(option.spelled) 不影响\(place)",
        hints: users.isEmpty
          ? [.attempt("lesson show \(page.name)")] : users.map { .used("lesson \(page.name) --figure \($0)") })
    }
  }

  /// The keys of the options that change a figure, in the order of help.
  public func options(of figure: LessonFigure) -> [String] { declarations.map(\.key).filter { uses(figure, $0) } }

  private func uses(_ figure: LessonFigure, _ key: String) -> Bool {
    figure.uses.map { $0.contains(key) || key == "seed" } ?? true
  }

  /// Runs the experiment behind a figure and composes it.
  public func draw(_ figure: LessonFigure) throws -> Figure { try figure.figure(run) }

  /// Measures what the course says of the lesson's subject.
  ///
  /// - Throws: What the lesson throws, and `UnannouncedFinding` for a statement of another lesson that the page does not name.
  public func findings() throws -> [Finding] {
    if page.measuresWithOpenBLAS || figures.contains(where: \.needsOpenBLAS) { try OpenBLAS.open() }
    let findings = try lesson.findings(run)
    for finding in findings where !finding.id.hasPrefix(page.name + ".") {
      if !page.alsoMeasures.contains(finding.id) { throw UnannouncedFinding(finding.id) }
    }
    return findings
  }

  /// The options that differ from their defaults and change a figure.
  private func differing(for figure: LessonFigure) -> [Declaration] {
    declarations.filter { $0.differs && uses(figure, $0.key) }
  }

  /// What one types after the lesson's name to get a figure with what differs from the defaults.
  public func words(for figure: LessonFigure) -> [String] {
    (figure.name == figures[0].name ? [] : ["--figure", figure.name]) + differing(for: figure).flatMap(\.words)
  }

  /// What one types after the lesson's name to get all of it with what differs from the defaults.
  public var words: [String] { declarations.filter(\.differs).flatMap(\.words) }

  /// What a file name says about a figure and what differs from the defaults.
  public func fileParts(for figure: LessonFigure) -> [String] {
    (figure.name == figures[0].name ? [] : [figure.name]) + differing(for: figure).map(\.filePart)
  }

  /// The value of every option, by key.
  public var json: JSON { .object(declarations.map { JSON.Member($0.key, $0.json) }) }
}

/// A lesson measures a statement of another one, and its page does not say so: `lesson check NAME` would miss it.
public struct UnannouncedFinding: ReportedError, Sendable {
  /// The statement's name.
  public let id: String

  init(_ id: String) { self.id = id }

  /// What is wrong.
  public var told: Message { Message("measures '\(id)', which its page does not name", zh: "实测了“\(id)”，而课例页没有列出它") }
  /// How to mend it.
  public var remedies: [Message] {
    [Message("write: Page(…, alsoMeasures: [\"\(id)\"])", zh: "写成：Page(…, alsoMeasures: [\"\(id)\"])")]
  }
}
