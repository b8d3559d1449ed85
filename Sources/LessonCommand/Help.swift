import LessonKit

/// What the command says about itself.
struct Help {
  let catalog: Catalog
  let language: Language

  /// A few lines that lead with examples.
  var short: String {
    var rows: [[String]] = []
    if let page = catalog.lessons.first?.page {
      rows = page.examples.map { ["  " + ShellText.example(page.name, $0.arguments), $0.shows[language]] }
    }
    let name = catalog.names.first ?? "NAME"
    rows += [
      [
        "  lesson \(name) --figure all",
        Message("every figure of a lesson: lesson show \(name)", zh: "课例的全部图：lesson show \(name)")[language],
      ], ["  lesson check \(name)", Message("measure what the course says of it", zh: "实测课程对它的论断")[language]],
      ["  lesson list", Message("every lesson", zh: "所有课例")[language]],
    ]
    let table = Columns.table(rows).joined(separator: "\n")
    return Message(
      """
      Draws the figures of a course on training deep networks, and measures what the course says.

      \(table)

      A figure goes to output/. More: lesson --help, lesson help \(topics)

      """,
      zh: """
        绘制深度网络训练课程的图，并实测课程中的论断。

        \(table)

        图写入 output/。更多：lesson --help、lesson help \(topics)

        """)[language]
  }

  /// `lesson help`: a topic, or everything.
  func run(_ arguments: Arguments) throws -> ExitCode {
    guard arguments.words.count <= 1 else {
      throw UsageError("'lesson help' wants one topic", zh: "“lesson help”需要一个主题", hints: [.attempt("lesson help")])
    }
    let page = try arguments.words.first.map { try text(for: $0) } ?? full
    return try Stream.output.write(page, then: .done)
  }

  /// Verbs and options.
  var full: String {
    let drawing = [
      row("  lesson NAME [options]", Message("draw a lesson's own figure", zh: "画课例的主图")),
      row("  lesson NAME --figure FIGURE|all", Message("another of its figures, or all of them", zh: "画它的另一幅图，或全部")),
    ]
    let verbs = Verb.allCases.map { row("  lesson \($0.rawValue) \($0.usage)", $0.summary) }
    let optimizers = Message(
      "optimizers to compare, as in adam:lr=0.02: lesson help optimizers",
      zh: "要比较的优化器，例如 adam:lr=0.02：lesson help optimizers")
    let standard = [("lr X", "lr"), ("steps N", "steps"), ("start X,Y", "start"), ("seed N", "seed")]
    let experiment =
      [row("  --opt NAME[,NAME…]", optimizers)]
      + standard.map { row("  --\($0.0)", Message(StandardOption.help($0.1) ?? "")) } + [
        row("  --set key=value", Message("any option of the lesson by its key", zh: "按键名给出课例的任何选项"))
      ]
    let (first, second) = (lines(drawing + verbs), lines(experiment))
    let (picture, output) = (
      lines(Switch.picture.map(row)), lines((Switch.output + Switch.buildUp + Switch.general).map(row))
    )
    return Message(
      """
      \(short)
      Verbs
      \(first)

      Experiment (those that a lesson has: lesson show NAME)
      \(second)

      Picture
      \(picture)

      Output
      \(output)

      Values follow as --steps 200 or --steps=200, negative ones too: --start -1.5,2. After -- nothing is an
      option. Of an option given twice the last value counts; --opt and --set add up.
      Standard output carries the path written, or JSON, or the PNG; everything else goes to standard error.
      These words are in the language of --lang, PLUMBLINE_LANG or the system; a figure follows --lang alone.

      """,
      zh: """
        \(short)
        命令
        \(first)

        实验（各课例的选项见 lesson show NAME）
        \(second)

        图片
        \(picture)

        输出
        \(output)

        选项的值写成 --steps 200 或 --steps=200，负数亦可：--start -1.5,2。-- 之后不再有选项。
        同一选项给出两次时以后一次为准；--opt 和 --set 则累加。
        标准输出为所写的路径、JSON 或 PNG；其余内容写到标准错误。
        这些说明的语言由 --lang、PLUMBLINE_LANG 或系统语言决定；图中文字的语言只由 --lang 决定。

        """)[language]
  }

  /// Help for one word: a topic, a lesson, or a verb.
  func text(for word: String) throws -> String {
    if let topic = Topic(rawValue: word) { return topic.text(language) }
    if let type = catalog.lessons.first(where: { $0.page.name == word }) {
      return Sheet(type, in: catalog, language).text
    }
    if let verb = Verb(rawValue: word) { return self.verb(verb) }
    let topics = Topic.allCases.map(\.rawValue)
    throw UsageError.unknown(
      Message("topic", zh: "主题"), word, known: topics, among: catalog.names + Catalog.verbs,
      try: .attempt("lesson help"))
  }

  /// Help for a verb: what follows it, what it does, its options.
  private func verb(_ verb: Verb) -> String {
    let others =
      verb.takesExperiment
      ? Message("Options of a lesson: lesson show NAME", zh: "课例的选项：lesson show NAME")
      : Message("Everything: lesson --help", zh: "全部说明：lesson --help")
    return """
      lesson \(verb.rawValue) \(verb.usage)

      \(verb.summary[language])

      \(Message("Options", zh: "选项")[language])
      \(lines(verb.switches.map(row)))

      \(others[language])

      """
  }

  private var topics: String { Topic.allCases.map(\.rawValue).joined(separator: "|") }

  private func lines(_ rows: [[String]]) -> String { Columns.table(rows).joined(separator: "\n") }

  private func row(_ usage: String, _ meaning: Message) -> [String] { [usage, meaning[language]] }

  private func row(_ option: Switch) -> [String] {
    let choices = option.choices.joined(separator: ", ")
    let told = choices.isEmpty ? option.help : Message("\(option.help): \(choices)", zh: "\(option.help)：\(choices)")
    return row("  \(option.usage)", told)
  }
}
