import LessonKit

/// A script that lets a shell complete the command.
enum Completions: String, CaseIterable {
  case bash, zsh, fish

  /// `lesson completions SHELL`.
  static func run(_ catalog: Catalog, _ arguments: Arguments) throws -> ExitCode {
    let shells = allCases.map(\.rawValue)
    guard arguments.words.count == 1 else {
      throw UsageError(
        "'lesson completions' wants a shell: \(shells.joined(separator: ", "))",
        zh: "“lesson completions”需要一个 shell：\(shells.joined(separator: ", "))")
    }
    guard let shell = Completions(rawValue: arguments.words[0]) else {
      throw UsageError.unknown(Message("shell", zh: " shell "), arguments.words[0], known: shells)
    }
    return try Stream.output.write(shell.script(catalog, arguments.language), then: .done)
  }

  /// The script; what things are is told in a language.
  func script(_ catalog: Catalog, _ language: Language) -> String {
    let words = Words(catalog, language)
    return switch self {
    case .bash: Self.bashScript(words)
    case .zsh: Self.zshScript(words)
    case .fish: Self.fishScript(words)
    }
  }

  /// What can be completed, and where.
  struct Words {
    /// First words: lessons and verbs, with what they are.
    let first: [(word: String, help: String)]
    /// Options after each first word.
    let options: [(word: String, switches: [Switch])]
    /// Words that stand alone after each verb.
    let followers: [(word: String, words: [String])]
    /// Verbs after which files stand, as a pattern of a shell's script.
    let takingFiles: String
    /// Of what is told of each.
    let language: Language

    init(_ catalog: Catalog, _ language: Language) {
      self.language = language
      let verbs = Verb.allCases.map { ($0.rawValue, $0) }
      let lessons = catalog.lessons.map { ($0.page, Draw.switches(for: $0)) }
      first = lessons.map { ($0.0.name, $0.0.title[language]) } + verbs.map { ($0.0, $0.1.summary[language]) }
      options = lessons.map { ($0.0.name, $0.1) } + verbs.map { ($0.0, $0.1.switches(catalog)) }
      followers = verbs.map { ($0.0, $0.1.followers(catalog)) }
      takingFiles = Verb.allCases.filter { $0.files != nil }.map(\.rawValue).joined(separator: "|")
    }

    /// The names of figures, for each first word that takes one.
    var figures: [(word: String, names: [String])] {
      options.compactMap { word, switches in
        switches.first { $0.name == "figure" && !$0.choices.isEmpty }.map { (word, $0.choices) }
      }
    }

    /// Options with a list of values, each once; but for `--figure` the same name has the same list in every lesson.
    var choices: [Switch] {
      var names: Set<String> = ["figure"]
      return options.flatMap(\.switches).filter { !$0.choices.isEmpty && names.insert($0.name).inserted }
    }

    /// Options that take the path of a file, or of a folder, each once.
    var paths: [(option: Switch, isFolder: Bool)] {
      var names: Set<String> = []
      let all = options.flatMap(\.switches).compactMap { option in option.path.map { (option: option, isFolder: $0) } }
      return all.sorted { !$0.isFolder && $1.isFolder }.filter { names.insert($0.option.name).inserted }
    }

    /// The options of a case in a shell's script, with their letters: `-o|--output`.
    func patterns(isFolder: Bool) -> String {
      let chosen = paths.filter { $0.isFolder == isFolder }.map(\.option)
      return chosen.flatMap { [$0.letter.map { "-\($0)" }, "--\($0.name)"].compactMap { $0 } }.joined(separator: "|")
    }
  }

  private static func spellings(_ switches: [Switch]) -> String {
    switches.map { "--\($0.name)" }.joined(separator: " ")
  }

  /// Functions that offer values and paths.
  private static let bashHelpers = """
    _lesson_values() {
      # A list keeps what stands before its last comma.
      local head=''
      case "$current" in *,*) head="${current%,*}," ;; esac
      local word
      for word in $(compgen -W "$1" -- "${current#"$head"}"); do COMPREPLY+=("$head$word"); done
    }
    _lesson_paths() {
      # What is typed so far may begin with a quote, or have backslashes before blanks.
      local typed="$current" path place
      case "$typed" in
        \\'*|\\"*) typed="${typed:1}" ;;
        *) typed="${typed//\\\\/}" ;;
      esac
      while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$typed")
      # Bash puts backslashes and slashes in; one that cannot gets them here.
      compopt -o filenames 2>/dev/null && return
      for place in "${!COMPREPLY[@]}"; do
        path="${COMPREPLY[$place]}"
        COMPREPLY[$place]="$(printf %q "$path")"
      done
    }
    """

  private static func bashScript(_ words: Words) -> String {
    let values = words.choices.map { option in
      "    --\(option.name)) _lesson_values '\(option.choices.joined(separator: " "))'; return ;;"
    }
    let figures = words.figures.map { "      \($0.word)) _lesson_values '\($0.names.joined(separator: " "))' ;;" }
    let options = words.options.map { "    \($0.word)) options='\(spellings($0.switches))' ;;" }
    let followers = words.followers.map { "    \($0.word)) followers='\($0.words.joined(separator: " "))' ;;" }
    return """
      # \(Message("Completion of 'lesson' for bash: source this file.", zh: "lesson 的 bash 补全：用 source 载入本文件。")[words.language])
      \(bashHelpers)
      _lesson() {
        local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
        local options='' followers=''
        COMPREPLY=()
        # Bash cuts --name=value into three words.
        if [ "$current" = '=' ]; then current=''
        elif [ "$before" = '=' ]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi
        case "$before" in
      \(values.joined(separator: "\n"))
          --figure) case "${COMP_WORDS[1]}" in
      \(figures.joined(separator: "\n"))
          esac; return ;;
          \(words.patterns(isFolder: false))) _lesson_paths -f; return ;;
          \(words.patterns(isFolder: true))) _lesson_paths -d; return ;;
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W '\(words.first.map(\.word).joined(separator: " ")) --help --version' -- "$current"))
          return
        fi
        case "${COMP_WORDS[1]}" in
      \(options.joined(separator: "\n"))
        esac
        case "${COMP_WORDS[1]}" in
      \(followers.joined(separator: "\n"))
        esac
        case "$current" in
          -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
          *) COMPREPLY=($(compgen -W "$followers" -- "$current"))
            case "${COMP_WORDS[1]}" in \(words.takingFiles)) _lesson_paths -f ;; esac ;;
        esac
      }
      complete -F _lesson lesson

      """
  }

  private static let zshPlace = Message(
    "Completion of 'lesson' for zsh: put this file into a folder of $fpath as _lesson.",
    zh: "lesson 的 zsh 补全：把本文件以 _lesson 为名放进 $fpath 中的文件夹。")

  private static func zshScript(_ words: Words) -> String {
    let first = words.first.map { "      \(quoted("\($0.word):\($0.help)"))" }
    let options = words.options.map { "    \($0.word)) options=(\(spellings($0.switches))) ;;" }
    let followers = words.followers.map { "    \($0.word)) followers=(\($0.words.joined(separator: " "))) ;;" }
    let figures = words.figures.map { "      \($0.word)) compadd -- \($0.names.joined(separator: " ")) ;;" }
    let values = words.choices.map { option in
      "    --\(option.name)) _values -s , value \(option.choices.joined(separator: " ")); return ;;"
    }
    return """
      #compdef lesson
      # \(zshPlace[words.language])
      _lesson() {
        local -a first options followers
        if (( CURRENT == 2 )); then
          first=(
      \(first.joined(separator: "\n"))
          )
          _describe lesson first
          return
        fi
        case "$words[CURRENT-1]" in
      \(values.joined(separator: "\n"))
          --figure) case "$words[2]" in
      \(figures.joined(separator: "\n"))
          esac; return ;;
          \(words.patterns(isFolder: false))) _files; return ;;
          \(words.patterns(isFolder: true))) _files -/; return ;;
        esac
        case "$words[2]" in
      \(options.joined(separator: "\n"))
        esac
        case "$words[2]" in
      \(followers.joined(separator: "\n"))
        esac
        if [[ "$PREFIX" == -* ]]; then compadd -- $options; else
          compadd -- $followers
          case "$words[2]" in \(words.takingFiles)) _files ;; esac
        fi
      }
      _lesson "$@"

      """
  }

  private static func fishScript(_ words: Words) -> String {
    let place = Message(
      "Completion of 'lesson' for fish: put this file into ~/.config/fish/completions.",
      zh: "lesson 的 fish 补全：把本文件放进 ~/.config/fish/completions。")
    var lines = ["# \(place[words.language])", "complete -c lesson -f"]
    for (word, help) in words.first {
      lines.append("complete -c lesson -n __fish_use_subcommand -a \(word) -d \(quoted(help))")
    }
    for (word, switches) in words.options {
      for option in switches {
        var line = "complete -c lesson -n '__fish_seen_subcommand_from \(word)' -l \(option.name)"
        if let letter = option.letter { line += " -s \(letter)" }
        if option.value == .required { line += " -r" }
        if let isFolder = option.path { line += isFolder ? " -a '(__fish_complete_directories)'" : " -F" }
        if !option.choices.isEmpty { line += " -a '\(option.choices.joined(separator: " "))'" }
        lines.append(line + " -d \(quoted(option.help[words.language]))")
      }
    }
    for (word, followers) in words.followers where !followers.isEmpty {
      let list = followers.joined(separator: " ")
      lines.append("complete -c lesson -n '__fish_seen_subcommand_from \(word)' -a '\(list)'")
    }
    for verb in words.takingFiles.split(separator: "|") {
      lines.append("complete -c lesson -n '__fish_seen_subcommand_from \(verb)' -F")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text between single quotes of a shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
