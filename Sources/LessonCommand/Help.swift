import LessonKit

/// What the command says about itself.
struct Help {
  let catalog: Catalog

  /// A few lines that lead with examples.
  var short: String {
    var rows: [[String]] = []
    if let page = catalog.lessons.first?.page {
      rows = page.examples.map { ["  " + ShellText.example(page.name, $0.arguments), $0.shows.english] }
    }
    let name = catalog.names.first ?? "NAME"
    rows += [
      ["  lesson \(name) --figure all", "every figure of a lesson: lesson show \(name)"],
      ["  lesson check \(name)", "measure what the course says of it"], ["  lesson list", "every lesson"],
    ]
    return """
      Draws the figures of a course on training deep networks, and measures what the course says.

      \(Columns.table(rows).joined(separator: "\n"))

      A figure goes to output/. More: lesson --help, lesson help \(topics)

      """
  }

  /// `lesson help`: a topic, or everything.
  func run(_ arguments: Arguments) throws -> ExitCode {
    guard arguments.words.count <= 1 else {
      throw UsageError("'lesson help' wants one topic", hints: ["try: lesson help"])
    }
    let page = try arguments.words.first.map { try text(for: $0) } ?? full
    return try Stream.output.write(page, then: .done)
  }

  /// Verbs and options.
  var full: String {
    let drawing = [
      ["  lesson NAME [options]", "draw a lesson's own figure"],
      ["  lesson NAME --figure FIGURE|all", "another of its figures, or all of them"],
    ]
    let verbs = Verb.allCases.map { ["  lesson \($0.rawValue) \($0.usage)", $0.summary] }
    let experiment = [
      ["  --opt NAME[,NAME…]", "optimizers to compare, as in adam:lr=0.02: lesson help optimizers"],
      ["  --lr X", "the rate of every optimizer that names none"], ["  --steps N", "how many updates"],
      ["  --start X,Y", "where every run starts"], ["  --seed N", "the seed of every random draw"],
      ["  --set key=value", "any option of the lesson by its key"],
    ]
    return """
      \(short)
      Verbs
      \(lines(drawing + verbs))

      Experiment (those that a lesson has: lesson show NAME)
      \(lines(experiment))

      Picture
      \(lines(Switch.picture.map(Self.row)))

      Output
      \(lines((Switch.output + Switch.buildUp + Switch.general).map(Self.row)))

      Values follow as --steps 200 or --steps=200, negative ones too: --start -1.5,2. After -- nothing is an
      option. Of an option given twice the last value counts; --opt and --set add up.
      Standard output carries the path written, or JSON, or the PNG; everything else goes to standard error.

      """
  }

  /// Help for one word: a topic, a lesson, or a verb.
  func text(for word: String) throws -> String {
    if let topic = Topic(rawValue: word) { return topic.text }
    if let type = catalog.lessons.first(where: { $0.page.name == word }) {
      return Sheet(type, in: catalog, .english).text
    }
    if Verb(rawValue: word) != nil { return full }
    let topics = Topic.allCases.map(\.rawValue)
    throw UsageError.unknown(
      "topic", word, known: topics, among: catalog.names + Catalog.verbs, try: "try: lesson help")
  }

  private var topics: String { Topic.allCases.map(\.rawValue).joined(separator: "|") }

  private func lines(_ rows: [[String]]) -> String { Columns.table(rows).joined(separator: "\n") }

  private static func row(_ option: Switch) -> [String] {
    let choices = option.choices.isEmpty ? "" : ": \(option.choices.joined(separator: ", "))"
    return ["  \(option.usage)", option.help + choices]
  }
}
