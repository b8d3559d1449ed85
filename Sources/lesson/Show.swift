import LessonKit
import Plot

/// `lesson show NAME`: question, options, claims and examples of one lesson.
struct Show {
  let catalog: Catalog
  let arguments: Arguments

  static let switches = [Switch.json] + Switch.language + Switch.general

  func run() throws -> ExitCode {
    guard arguments.words.count == 1 else {
      throw UsageError("'lesson show' wants the name of one lesson", hints: ["try: lesson list"])
    }
    let type = try catalog.lesson(named: arguments.words[0])
    let sheet = try Sheet(type, try arguments.language)
    try Stream.output.write(arguments.has("json") ? sheet.json.pretty : sheet.text)
    return .done
  }

  /// What there is to say about one lesson; its claims are measured at the small budget.
  struct Sheet {
    let page: Page
    let declarations: [Declaration]
    let claims: [Claim]
    let language: Language

    init(_ type: any Lesson.Type, _ language: Language) throws {
      let recipe = try Recipe(type)
      page = recipe.page
      declarations = recipe.declarations
      claims = try recipe.run(.figure).claims
      self.language = language
    }

    var text: String {
      var lines = ["\(page.name): \(page.title[language])", "", page.question[language], ""]
      lines.append("Options")
      lines += Columns.table(declarations.map(row)).map { "  " + $0 }
      lines.append("  Picture and output: lesson --help")
      if !claims.isEmpty { lines += ["", "Claims"] + claims.flatMap(Self.lines(language)) }
      lines += ["", "Examples"]
      let examples = page.examples.map {
        [ShellText.example(page.name, $0.arguments), $0.shows[language]]
      }
      lines += Columns.table(examples).map { "  " + $0 }
      return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ declaration: Declaration) -> [String] {
      let usage = "--\(declaration.key) \(declaration.placeholder)"
      var details = [declaration.help[language]]
      if !declaration.range.isEmpty { details.append(declaration.range) }
      if !declaration.unit.isEmpty { details.append("unit: \(declaration.unit)") }
      if !declaration.choices.isEmpty { details.append(declaration.choices.joined(separator: "|")) }
      let initial = declaration.initial.isEmpty ? "" : "[\(declaration.initial)]"
      return [usage, initial, details.joined(separator: "; ")]
    }

    private static func lines(_ language: Language) -> (Claim) -> [String] {
      { claim in
        [
          "  \(claim.verdict.symbol) \(claim.code) (\(claim.source)): \(claim.statement[language])",
          "      \(claim.numbers(language))",
          "      \(claim.how[language])",
        ]
      }
    }

    var json: JSON {
      [
        "schema": .string(Plumbline.schema), "lesson": .string(page.name),
        "chapter": .string(page.chapter.rawValue), "title": .string(page.title[language]),
        "question": .string(page.question[language]),
        "options": .array(declarations.map(option)),
        "claims": .array(claims.map { $0.json(language) }),
        "examples": .array(
          page.examples.map { example in
            [
              "command": .string(ShellText.example(page.name, example.arguments)),
              "shows": .string(example.shows[language]),
            ]
          }),
      ]
    }

    private func option(_ declaration: Declaration) -> JSON {
      [
        "key": .string(declaration.key), "value": .string(declaration.placeholder),
        "default": declaration.json, "range": .string(declaration.range),
        "unit": .string(declaration.unit), "help": .string(declaration.help[language]),
        "choices": .array(declaration.choices.map { .string($0) }),
      ]
    }
  }
}

/// Command lines in help.
enum ShellText {
  static func example(_ name: String, _ arguments: String) -> String {
    arguments.isEmpty ? "lesson \(name)" : "lesson \(name) \(arguments)"
  }
}
