import LessonKit

/// The command: finds the verb, runs it, and turns errors into messages and exit codes.
struct Command {
  let catalog: Catalog

  /// Runs the command; `arguments` without the program's name.
  func run(_ arguments: [String]) -> ExitCode {
    let language = CommandLanguage.of(arguments)
    var console = Console(color: !arguments.contains("--no-color"), language: language)
    do { return try dispatch(arguments, &console) } catch is ClosedPipe { return .done } catch {
      let failure = Failure(error)
      console.error(failure)
      return failure.code
    }
  }

  private func dispatch(_ arguments: [String], _ console: inout Console) throws -> ExitCode {
    let help = Help(catalog: catalog, language: console.language)
    if arguments.isEmpty { return try Stream.output.write(help.short, then: .done) }
    // Where the first word is no option it is the subject, and the options of all the others need not be known.
    let own = arguments[0].hasPrefix("-") ? nil : switches(for: arguments[0])
    let overview = try overview(arguments, own ?? everySwitch)
    let subject = overview.words.first
    if overview.has("version") { return try Stream.output.write("\(Plumbline.software)\n", then: .done) }
    if overview.has("help") {
      let text = try subject.map { try help.text(for: $0) } ?? help.full
      return try Stream.output.write(text, then: .done)
    }
    guard let subject else {
      // What is wrong with the options comes first.
      _ = try Arguments(arguments, switches: everySwitch) { _, spelled in
        UsageError("unknown option '\(spelled)'", zh: "未知的选项“\(spelled)”", hints: [.attempt("lesson --help")])
      }
      throw UsageError(
        "no lesson is named", zh: "没有写课例名",
        hints: [Message("try: lesson list, or lesson help", zh: "可试：lesson list，或 lesson help")])
    }
    let rest = try parse(arguments, for: subject, own ?? switches(for: subject))
    console.isQuiet = rest.has("quiet")
    console.isVerbose = rest.has("verbose") && !console.isQuiet
    if let verb = Verb(rawValue: subject) { return try verb.run(catalog, rest, console) }
    let type = try catalog.lesson(named: subject)
    try rest.refuseWords(after: subject)
    return try Draw(type: type, catalog: catalog, arguments: rest, console: console).run()
  }

  /// A first look: only which words stand alone, and whether help is wanted.
  private func overview(_ arguments: [String], _ switches: [Switch]) throws -> Arguments {
    do { return try Arguments(arguments, switches: switches) { _, _ in nil } } catch {
      // A value is missing, which the look for the verb in question explains better.
      guard arguments.contains("--help") else { throw error }
      let general = Switch.picture + Switch.output + Switch.general
      return try Arguments(["--help"], switches: general) { _, _ in nil }
    }
  }

  private func switches(for subject: String) -> [Switch]? {
    if let verb = Verb(rawValue: subject) { return verb.switches(catalog) }
    return (try? catalog.lesson(named: subject)).map { Draw.switches(for: $0) }
  }

  /// The options of all lessons and verbs.
  private var everySwitch: [Switch] {
    Switch.picture + Switch.output + Switch.general + [.jobs, .set] + Verb.allCases.flatMap { $0.switches(catalog) }
      + catalog.lessons.flatMap { Draw.switches(for: $0) }
  }

  /// The command line after the verb or the lesson, and what does not belong there refused.
  private func parse(_ arguments: [String], for subject: String, _ known: [Switch]?) throws -> Arguments {
    let switches = try known ?? Draw.switches(for: catalog.lesson(named: subject))
    var parsed = try Arguments(arguments, switches: switches) { name, spelled in
      unknown(name, spelled, for: subject, switches)
    }
    parsed.dropFirstWord()
    return parsed
  }

  private func unknown(_ name: String, _ spelled: String, for subject: String, _ switches: [Switch]) -> UsageError {
    let known = switches.map(\.name)
    if catalog.names.contains(subject) {
      let owners = catalog.owners(of: name) + Switch.owners(of: name, in: catalog)
      return .notTaken(name, spelled: spelled, by: subject, known: known, elsewhere: owners)
    }
    let nearest = Spelling.nearest(to: name, among: known).map { [Message.meant("--" + $0)] } ?? []
    return UsageError(
      "unknown option '\(spelled)' for 'lesson \(subject)'", zh: "“lesson \(subject)”没有选项“\(spelled)”",
      hints: nearest + [.attempt("lesson help \(subject)")])
  }
}

extension Stream {
  /// Writes a text, and passes on how the command ends.
  func write(_ text: String, then code: ExitCode) throws -> ExitCode {
    try write(text)
    return code
  }
}
