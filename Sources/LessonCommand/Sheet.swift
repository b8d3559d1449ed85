import LessonKit
import Plot

/// Question, figures, options, claims on record and examples of one lesson.
struct Sheet {
  private let recipe: Recipe
  private let statements: [Statement]
  private let language: Language

  init(_ type: any Lesson.Type, in catalog: Catalog, _ language: Language) {
    recipe = .standard(of: type)
    statements = catalog.statements(of: type.page.name)
    self.language = language
  }

  private var page: Page { recipe.page }

  /// The sheet for a terminal.
  var text: String {
    var lines = ["\(page.name): \(page.title[language])", "", page.question[language]]
    func add(_ heading: Phrase, _ rows: [String]) {
      if !rows.isEmpty { lines += ["", heading[language]] + rows.map { "  " + $0 } }
    }
    add(Phrase("Figures", zh: "图"), Columns.table(recipe.figures.map(row)))
    add(
      Phrase("Options", zh: "选项"),
      Columns.table(recipe.declarations.map(row)) + [
        Phrase("Picture and output: lesson --help", zh: "图片与输出选项：lesson --help")[language]
      ])
    add(
      Phrase("Claims (to measure: lesson check \(page.name))", zh: "论断（实测：lesson check \(page.name)）"),
      statements.flatMap { Self.told(of: $0, language) })
    add(
      Phrase("Examples", zh: "示例"),
      Columns.table(page.examples.map { [ShellText.example(page.name, $0.arguments), $0.shows[language]] }))
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ figure: LessonFigure) -> [String] {
    let all = Phrase("every option", zh: "全部选项")[language]
    let used = figure.uses == nil ? all : recipe.options(of: figure).map { "--\($0)" }.joined(separator: " ")
    return [figure.name, figure.shows.plain[language], used]
  }

  private func row(_ declaration: Declaration) -> [String] {
    let usage = "--\(declaration.key) \(declaration.placeholder)"
    var details = [declaration.help[language]]
    if !declaration.range.isEmpty { details.append(declaration.range[language]) }
    if !declaration.unit.isEmpty { details.append(Self.unit(declaration.unit)[language]) }
    if !declaration.choices.isEmpty { details.append(declaration.choices.joined(separator: "|")) }
    let initial = declaration.initial.isEmpty ? "" : "[\(declaration.initial)]"
    return [usage, initial, details.joined(separator: language == .chinese ? "；" : "; ")]
  }

  /// Of what a value counts; a unit that is no word stands as it is.
  static func unit(_ name: String) -> Phrase { Phrase("unit: \(name)", zh: "单位：\(units[name] ?? name)") }

  private static let units = [
    "blocks": "残差块", "epochs": "轮", "layers": "层", "pictures": "幅图片", "points": "个点", "starts": "个起点", "steps": "步",
    "units": "个单元", "weights": "个权重",
  ]

  /// Sources that are no name of a text.
  static let sources: [String: Phrase] = [
    Statement.unstated: Phrase("unstated", zh: "未注明"), "measured here": Phrase("measured here", zh: "本程序实测"),
    "the script": Phrase("the script", zh: "脚本"),
  ]

  /// A statement with the verdict on record, and what is right instead.
  static func told(of statement: Statement, _ language: Language) -> [String] {
    let verdict = statement.recorded.verdict.symbol
    let source = { (name: String) in sources[name]?[language] ?? name }
    let place = "\(verdict) \(statement.code)"
    let text = statement.text[language]
    let head =
      language == .chinese
      ? "\(place)（\(source(statement.source))）：\(text)" : "\(place) (\(source(statement.source))): \(text)"
    switch statement.recorded {
    case .holds: return [head]
    case .fails(let correct, let origin):
      let parts = origin.split(separator: "; ").map { source(String($0)) }.joined(
        separator: language == .chinese ? "；" : "; ")
      return [head, "    " + Phrase("right: \(correct) [\(parts)]", zh: "正确：\(correct)（\(parts)）")[language]]
    case .depends(let condition):
      return [head, "    " + Phrase("depends on \(condition)", zh: "取决于\(condition)")[language]]
    }
  }

  /// The sheet for tools.
  var json: JSON {
    [
      "schema": .string(Plumbline.schema), "lesson": .string(page.name), "chapter": .string(page.chapter.name),
      "title": .string(page.title[language]), "question": .string(page.question[language]),
      "figures": .array(recipe.figures.map(figure)), "options": .array(recipe.declarations.map(option)),
      "claims": .array(statements.map { $0.json(language) }),
      "examples": .array(
        page.examples.map { example in
          [
            "command": .string(ShellText.example(page.name, example.arguments)),
            "shows": .string(example.shows[language]),
          ]
        }),
    ]
  }

  private func figure(_ figure: LessonFigure) -> JSON {
    [
      "name": .string(figure.name), "shows": .string(figure.shows.plain[language]),
      "options": .array(recipe.options(of: figure).map { .string($0) }), "view": .bool(figure.hasView),
    ]
  }

  private func option(_ declaration: Declaration) -> JSON {
    [
      "key": .string(declaration.key), "value": .string(declaration.placeholder), "default": declaration.json,
      "range": .string(declaration.range.english), "unit": .string(declaration.unit),
      "help": .string(declaration.help[language]), "choices": .array(declaration.choices.map { .string($0) }),
    ]
  }
}

/// Command lines in help.
enum ShellText {
  static func example(_ name: String, _ arguments: String) -> String {
    arguments.isEmpty ? "lesson \(name)" : "lesson \(name) \(arguments)"
  }
}
