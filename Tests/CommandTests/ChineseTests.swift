import Foundation
import LessonKit
import Testing

@testable import LessonCommand

@Suite("The command in Chinese") struct ChineseTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private static let chinese = ["LANG": "zh_CN.UTF-8"]

  @Test(
    "each mistake is told in Chinese, with the same code, options and numbers as in English",
    arguments: UsageTests.lines.map(\.0) + ChineseLines.all) func mistakes(_ line: String) throws
  {
    try ChineseLines.prepare(shell)
    let english = try shell.bash("lesson \(line)")
    let chinese = try shell.bash("lesson \(line)", environment: Self.chinese)
    #expect(english.status == chinese.status && english.status != 0 && english.text == chinese.text)
    #expect(chinese.errors.hasPrefix("错误："), "\(chinese.errors)")
    let lines = chinese.errors.split(separator: "\n")
    #expect(lines.count == english.errors.split(separator: "\n").count, "\(chinese.errors)")
    for (line, same) in zip(lines, english.errors.split(separator: "\n")) where !line.contains(/\p{Han}/) {
      #expect(line == same && !line.contains(/[a-z]{2,} [a-z]{2,}/), "\(line)")
    }
    #expect(lines[0].contains(/\p{Han}{2}/))
    for part in english.errors.matches(of: /--[a-z]+|[0-9][0-9.,]*[0-9]|[0-9]/) {
      #expect(chinese.errors.contains(part.0), "\(part.0) in: \(chinese.errors)")
    }
    #expect(!chinese.errors.contains(/\p{Han}[,;:?]/), "\(chinese.errors)")
  }

  @Test("each note is in Chinese, and what it names is the same", arguments: ChineseLines.notes) func notes(
    _ line: String
  ) throws {
    var all: [[Substring]] = []
    var codes: [Int32] = []
    for environment in [[:], Self.chinese] {
      let shell = try Shell()
      try ChineseLines.prepareNotes(shell)
      let result = try shell.bash("lesson \(line)", environment: environment)
      all.append((result.errors + (line.hasPrefix("fill -") ? "" : result.text)).split(separator: "\n"))
      codes.append(result.status)
    }
    #expect(codes[0] == codes[1] && codes[0] < 2 && all[0].count == all[1].count, "\(all)")
    for (line, same) in zip(all[1], all[0]) {
      let (isTold, isAlike) = (line.contains(/\p{Han}/), line == same && !line.contains(/[a-z]{3,} [a-z]{3,}/))
      #expect(isTold || isAlike || line.contains("talk") || line.hasPrefix("note:"), "\(line)")
    }
    #expect(line.contains("- <") || all[1].contains { $0.contains(/\p{Han}{2}/) }, "\(all[1])")
  }

  @Test("notes, lists, help and topics are in Chinese, and name what the English ones name") func words() throws {
    for command in [
      "", "--help", "help presets", "help optimizers", "help schedules", "help embedding", "help notes", "help look",
      "help exit-codes", "list", "show rosenbrock", "show vanishing", "check rosenbrock.slope", "gallery --help",
    ] {
      let english = try shell.bash("lesson \(command)")
      let chinese = try shell.bash("lesson \(command)", environment: Self.chinese)
      #expect(chinese.status == 0 && english.status == 0)
      #expect(chinese.text.contains(/\p{Han}{2}/), "lesson \(command)")
      #expect(
        command.hasPrefix("show")
          || chinese.text.split(separator: "\n").allSatisfy { Columns.width(of: String($0)) <= 130 },
        "lesson \(command)")
      for part in english.text.matches(of: /--[a-z]+(?:-[a-z]+)*|lesson ([a-z]+)/) {
        if let word = part.1, !Catalog.verbs.contains(String(word)) { continue }
        #expect(chinese.text.contains(part.0), "\(part.0) in lesson \(command)")
      }
      for line in chinese.text.split(separator: "\n") {
        let sentence = line.firstMatch(of: /[a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}/)
        #expect(sentence == nil || line.contains("pandoc") || line.contains("lesson"), "lesson \(command): \(line)")
      }
    }
    let note = try shell.bash("lesson rosenbrock --preset thumb -v", environment: Self.chinese).errors
    #expect(note.hasPrefix("已写入 output/rosenbrock-thumb.png  ") && note.contains("命令：lesson rosenbrock --preset thumb"))
    #expect(try shell.bash("lesson rosenbrock --preset thumb", environment: Self.chinese).errors.hasPrefix("没有变化 "))
  }

  @Test(
    "the language is that of --lang, then PLUMBLINE_LANG, then the system's; what is not known of is English",
    arguments: [
      ([:], "", false), (["LANG": "zh_CN.UTF-8"], "", true), (["LANG": "zh"], "", true),
      (["LANG": "de_DE.UTF-8"], "", false), (["LANG": "zh_TW.UTF-8"], "", false),
      (["LANG": "C", "LC_MESSAGES": "zh_CN"], "", true), (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], "", false),
      (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], "", true), (["PLUMBLINE_LANG": "en", "LANG": "zh_CN.UTF-8"], "", false),
      (["PLUMBLINE_LANG": "中文"], "", true), (["PLUMBLINE_LANG": "xx", "LANG": "zh_CN.UTF-8"], "", true),
      (["LANG": "zh_CN.UTF-8"], "--lang en", false), ([:], "--lang zh", true),
      (["LANG": "en_US.UTF-8"], "--lang=zh", true), (["LANG": "zh_CN.UTF-8"], "--lang fr", true),
    ] as [([String: String], String, Bool)]) func precedence(
      _ environment: [String: String], _ option: String, _ isChinese: Bool
    ) throws
  {
    let errors = try shell.bash("lesson rosenbrock --steps 0 \(option)", environment: environment).errors
    #expect(errors.hasPrefix(isChinese ? "错误：" : "error: "), "\(errors)")
  }

  @Test("figures, JSON, tables, completions and decks never follow the language of the system") func machines() throws {
    for command in [
      "rosenbrock --preset thumb -o - -q", "rosenbrock --preset thumb --json -q -n",
      "rosenbrock --preset thumb --csv -q -n", "rosenbrock --preset thumb --snippet md -q -n", "list --json",
      "show vanishing --json", "check rosenbrock.slope --json -q", "completions bash", "completions zsh",
      "completions fish", "--version", "deck lamb --preset thumb -o talk -q; cat talk/slides.md",
      "vanishing --preset thumb --frames --json -q -n", "rosenbrock --preset thumb --upto 9 -o - -q",
      "vanishing --preset thumb --apng -o - -q",
      "--version; echo '{\"ink\": \"#DDDDDD\"}' > l.json; lesson look check l.json --json || true",
      "--version; printf '<!-- lesson lamb -->\\n' > n.md; lesson fill n.md -q --preset thumb; cat n.md",
    ] {
      let english = try shell.bash("lesson \(command)")
      let chinese = try shell.bash("lesson \(command)", environment: Self.chinese)
      #expect(english.status == 0 && english.output == chinese.output, "lesson \(command)")
    }
  }

  /// The source files of the program.
  private static func sources() throws -> [(name: String, text: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ["Sources", "Lessons"].flatMap { folder -> [(String, String)] in
      let place = root.appendingPathComponent(folder)
      let files = try FileManager.default.subpathsOfDirectory(atPath: place.path).filter { $0.hasSuffix(".swift") }
      return try files.map { ($0, try String(contentsOf: place.appendingPathComponent($0), encoding: .utf8)) }
    }
  }

  @Test("completions tell what things are in the language of --lang", arguments: ["bash", "zsh", "fish"])
  func completions(_ name: String) throws {
    let english = try shell.bash("lesson completions \(name)").text.split(separator: "\n")
    let chinese = try shell.bash("lesson completions \(name) --lang zh").text.split(separator: "\n")
    let changed = zip(chinese, english).filter { $0.0 != $0.1 }
    #expect(chinese.count == english.count && changed.count >= (name == "bash" ? 1 : 40))
    #expect(changed.allSatisfy { $0.0.contains(/\p{Han}/) })
    let described = chinese.filter { $0.contains(" -d '") || $0.contains(/^      '/) }
    #expect(described.allSatisfy { $0.contains(/\p{Han}/) || $0.contains("Dropout") }, "\(described)")
  }

  @Test("no message is written in one language: what is the same in both is a name, a command or a number") func same()
    throws
  {
    for (name, text) in try Self.sources() {
      for match in text.matches(of: /(?:Message|Phrase)\(same: "([^"]*)"/) {
        #expect(!match.1.contains(/[a-z]{2,} [a-z]{2,}/), "\(name): \(match.1)")
      }
    }
  }

  @Test("every sentence behind zh: has Chinese words, with the punctuation of Chinese") func sentences() throws {
    var count = 0
    for (name, text) in try Self.sources() {
      for match in text.matches(of: /"((?:[^"\\\n]|\\.)*)",\s*zh: "((?:[^"\\\n]|\\.)*)"/) {
        let (english, chinese) = (Self.words(match.1), Self.words(match.2))
        // A part with a text of its own cuts the sentence short; the command lines above tell such ones.
        if english.contains("\\(") || chinese.contains("\\(") { continue }
        count += 1
        #expect(chinese != english || english.contains("丢弃法") || !english.contains(/[a-z]{2,}/), "\(name): \(match.2)")
        #expect(chinese.contains(/\p{Han}/) || !english.contains(/[a-z]{3,} [a-z]{3,}/), "\(name): \(match.2)")
        #expect(!chinese.contains(/\p{Han}[,;:?!]/), "\(name): \(match.2)")
      }
    }
    #expect(count > 1000, "\(count) sentences")
  }

  /// The words of a sentence, without what is put in and without formulas; dropout is called so in Chinese too.
  private static func words(_ literal: Substring) -> String {
    let part = /\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/
    return String(literal).replacing(/\$[^$]*\$/, with: "x").replacing(part, with: "x").replacing("\\n", with: " ")
      .replacing(/[Dd]ropout/, with: "丢弃法")
  }
}
