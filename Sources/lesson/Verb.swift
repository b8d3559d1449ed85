import LessonKit

/// The first words that are no lesson: the one table that dispatch, help and completions read.
enum Verb: String, Sendable, CaseIterable {
  case list, show, all, check, completions, help

  /// What may follow it, as help shows it.
  var usage: String {
    switch self {
    case .list: "[--json]"
    case .show: "NAME [--json]"
    case .all: "[--figure all] [-o DIR]"
    case .check: "[NAME|CODE…] [--json]"
    case .completions: Completions.allCases.map(\.rawValue).joined(separator: "|")
    case .help: "[TOPIC]"
    }
  }

  /// What it does.
  var summary: String {
    switch self {
    case .list: "every lesson: name and question"
    case .show: "its question, figures, options, claims and examples"
    case .all: "every lesson's own figure, or every figure, and an index page"
    case .check: "measure claims, draw nothing; exit 1 if a verdict differs from the record"
    case .completions: "print a completion script"
    case .help: "topics: \(Topic.allCases.map(\.rawValue).joined(separator: ", "))"
    }
  }

  /// The options that it takes.
  var switches: [Switch] {
    switch self {
    case .list, .show: [Switch.json] + Switch.language + Switch.general
    case .all: All.switches
    case .check: [Switch.json, .jobs] + Switch.language + Switch.general
    case .completions, .help: Switch.general
    }
  }

  /// Words that may stand alone after it.
  func followers(_ catalog: Catalog) -> [String] {
    switch self {
    case .list, .all: []
    case .show: catalog.names
    case .check: catalog.names + catalog.codes
    case .completions: Completions.allCases.map(\.rawValue)
    case .help: Topic.allCases.map(\.rawValue) + catalog.names
    }
  }

  /// Does it.
  func run(_ catalog: Catalog, _ arguments: Arguments, _ console: Console) throws -> ExitCode {
    switch self {
    case .list: try List(catalog: catalog, arguments: arguments).run()
    case .show: try Show(catalog: catalog, arguments: arguments).run()
    case .all: try All(catalog: catalog, arguments: arguments, console: console).run()
    case .check: try Check(catalog: catalog, arguments: arguments, console: console).run()
    case .completions: try Completions.run(catalog, arguments)
    case .help: try Help(catalog: catalog).run(arguments)
    }
  }
}

extension Catalog {
  /// The codes of claims that a lesson here measures, each once.
  var codes: [String] {
    var taken: Set<String> = []
    return statements.filter { !lessons(measuring: $0).isEmpty && taken.insert($0.code).inserted }.map(\.code)
  }
}
