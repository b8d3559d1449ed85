import LessonKit
import PNGCodec
import Typography

/// The command: finds the verb, runs it, and turns errors into messages and exit codes.
struct Command {
  let catalog: Catalog

  /// Runs the command; `arguments` without the program's name.
  func run(_ arguments: [String]) -> ExitCode {
    let isPlain = arguments.contains("--no-color")
    var console = Console(color: !isPlain)
    do {
      return try dispatch(arguments, &console)
    } catch let error as UsageError {
      console.error(error.message, hints: error.hints)
      return .usage
    } catch let error as CannotCreate {
      console.error(error.description, hints: error.hints)
      return .cannotCreate
    } catch let error as MissingInput {
      console.error(error.description)
      return .missingInput
    } catch let error as TypesettingError {
      console.error(error.description)
      return .missingInput
    } catch is ClosedPipe {
      return .done
    } catch let error as PNGError {
      console.error("internal: \(error)")
      return .internalError
    } catch {
      console.error("\(error)")
      return .failed
    }
  }

  private func dispatch(_ arguments: [String], _ console: inout Console) throws -> ExitCode {
    let help = Help(catalog: catalog)
    let overview = try overview(arguments)
    let subject = overview.words.first
    if overview.has("version") { return try print("\(Plumbline.software)\n") }
    if overview.has("help") {
      return try print(try subject.map { try help.text(for: $0) } ?? help.full)
    }
    guard let subject else {
      if arguments.isEmpty { return try print(help.short) }
      // What is wrong with the options comes first.
      _ = try Arguments(arguments, switches: Self.everySwitch(catalog)) { _, spelled in
        UsageError("unknown option '\(spelled)'", hints: ["try: lesson --help"])
      }
      throw UsageError("no lesson is named", hints: ["try: lesson list, or lesson help"])
    }
    let rest = try parse(arguments, for: subject)
    console.isQuiet = rest.has("quiet")
    console.isVerbose = rest.has("verbose") && !console.isQuiet
    switch subject {
    case "list": return try List(catalog: catalog, arguments: rest).run()
    case "show": return try Show(catalog: catalog, arguments: rest).run()
    case "all": return try All(catalog: catalog, arguments: rest, console: console).run()
    case "check": return try Check(catalog: catalog, arguments: rest, console: console).run()
    case "completions": return try completions(rest)
    case "help": return try topics(rest, help)
    default:
      let type = try catalog.lesson(named: subject)
      try rest.refuseWords(after: subject)
      return try Draw(type: type, arguments: rest, console: console).run()
    }
  }

  /// A first look, with the options of all lessons and verbs: only which words stand alone, and whether help is wanted.
  private func overview(_ arguments: [String]) throws -> Arguments {
    let lessons = catalog.lessons.flatMap { Draw.switches(for: $0) }
    let verbs = Switch.picture + Switch.output + Switch.general + [.jobs, .set]
    do {
      return try Arguments(arguments, switches: verbs + lessons) { _, _ in nil }
    } catch {
      // A value is missing, which the look for the verb in question explains better.
      if arguments.contains("--help") {
        return try Arguments(["--help"], switches: verbs) { _, _ in nil }
      }
      throw error
    }
  }

  private static func everySwitch(_ catalog: Catalog) -> [Switch] {
    let lessons = catalog.lessons.flatMap { Draw.switches(for: $0) }
    return Switch.picture + Switch.output + Switch.general + [.jobs, .set] + lessons
  }

  /// The command line after the verb or the lesson, and what does not belong there refused.
  private func parse(_ arguments: [String], for subject: String) throws -> Arguments {
    let switches: [Switch] =
      switch subject {
      case "list": List.switches
      case "show": Show.switches
      case "all": All.switches
      case "check": Check.switches
      case "completions", "help": Switch.general
      default: Draw.switches(for: try catalog.lesson(named: subject))
      }
    var parsed = try Arguments(arguments, switches: switches) { name, spelled in
      unknown(name, spelled, for: subject, switches)
    }
    parsed.dropFirstWord()
    return parsed
  }

  private func unknown(
    _ name: String, _ spelled: String, for subject: String, _ switches: [Switch]
  ) -> UsageError {
    let known = switches.map(\.name)
    if catalog.names.contains(subject) {
      let owners = catalog.owners(of: name) + Switch.owners(of: name, in: catalog)
      return .notTaken(name, spelled: spelled, by: subject, known: known, elsewhere: owners)
    }
    let nearest = Spelling.nearest(to: name, among: known).map { ["did you mean '--\($0)'?"] } ?? []
    return UsageError(
      "unknown option '\(spelled)' for 'lesson \(subject)'", hints: nearest + ["try: lesson --help"]
    )
  }

  private func completions(_ arguments: Arguments) throws -> ExitCode {
    let shells = Completions.allCases.map(\.rawValue)
    guard arguments.words.count == 1 else {
      throw UsageError("'lesson completions' wants a shell: \(shells.joined(separator: ", "))")
    }
    guard let shell = Completions(rawValue: arguments.words[0]) else {
      throw UsageError.unknown("shell", arguments.words[0], known: shells)
    }
    return try print(shell.script(catalog))
  }

  private func topics(_ arguments: Arguments, _ help: Help) throws -> ExitCode {
    guard arguments.words.count <= 1 else {
      throw UsageError("'lesson help' wants one topic", hints: ["try: lesson help"])
    }
    return try print(try arguments.words.first.map { try help.text(for: $0) } ?? help.full)
  }

  private func print(_ text: String) throws -> ExitCode {
    try Stream.output.write(text)
    return .done
  }
}
