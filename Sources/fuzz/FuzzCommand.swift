import Groundwork
import LessonKit
import Lessons
import Plot

/// Command lines from a grammar, and what the command makes of them.
enum FuzzCommand {
  private static let recipes = catalog.lessons.map { Recipe.standard(of: $0) }

  /// A lesson, and options as `--key=value`.
  static func experiment(_ random: inout FuzzRandom) -> (String, [String])? {
    let recipe = random.one(of: recipes)
    return (recipe.page.name, options(of: recipe, &random))
  }

  private static func options(of recipe: Recipe, _ random: inout FuzzRandom) -> [String] {
    random.several(0...3) { random in
      let declaration = random.one(of: recipe.declarations)
      return declaration.isFlag ? "--\(declaration.key)" : "--\(declaration.key)=\(value(of: declaration, &random))"
    }
  }

  private static func value(of declaration: Declaration, _ random: inout FuzzRandom) -> String {
    var value: String
    if declaration.key == "fn" && random.happens(0.7) {
      value = FuzzFormula.make(&random)
    } else if !declaration.choices.isEmpty {
      value = random.several(declaration.placeholder.contains(",") ? 1...3 : 1...1) { random in
        let settings = random.several(random.happens(0.2) ? 1...1 : 0...0) {
          ":\($0.one(of: ["lr", "momentum", "eps", "beta1", "k"]))=\(FuzzFormula.number(&$0))"
        }
        return random.one(of: declaration.choices) + settings.joined()
      }.joined(separator: ",")
    } else if random.happens(0.1) {
      value = random.several(1...5) { FuzzFormula.number(&$0) }.joined(
        separator: random.one(of: [",", ",", ", ", ":"]))
    } else {
      let isList = declaration.placeholder.contains(",")
      // Much work is no hang: few repetitions of a training.
      let most = ["seeds", "epochs"].contains(declaration.key) ? 3 : 30
      value = random.several(isList ? 2...2 : 1...1) { String(Int.random(in: 1...most, using: &$0)) }.joined(
        separator: ",")
    }
    if random.happens(0.03) { value = FuzzFormula.damaged(value, &random) }
    return value
  }

  /// A whole command line, of which most are drawn.
  static func line(_ random: inout FuzzRandom) -> [String] {
    if random.happens(0.1) {
      let words = ["list", "show", "help", "completions", "--help", "--json", "zh", "nonsense", "--lang=zh", "-"]
      // Alone, 'check' measures everything, which takes minutes.
      if random.happens(0.1) { return ["check", random.one(of: ["Z99", "--bogus", "-j0", "--lang=x"])] }
      return [random.one(of: words)] + random.several(0...2) { $0.one(of: words + catalog.names) }
    }
    let recipe =
      random.happens(0.3) ? recipes.first { $0.page.name == "surface" } ?? recipes[0] : random.one(of: recipes)
    var line = [recipe.page.name] + options(of: recipe, &random)
    if random.happens(0.4) { line.append("--figure=" + random.one(of: recipe.figures).name) }
    line += random.several(0...2, pictureOption) + random.several(0...2, outputOption)
    if random.happens(0.8) { line.insert("--preset=thumb", at: 1) }
    if random.happens(0.1) {
      line[Int.random(in: 0..<line.count, using: &random)] = FuzzFormula.damaged(line[0], &random)
    }
    // An argument ends at a zero byte.
    return line.map { $0.filter { $0 != "\0" } }
  }

  private static func pictureOption(_ random: inout FuzzRandom) -> String {
    let sides = [64, 65, 100, 400, 900, 3000]
    let numbers = random.several(4...4) { FuzzFormula.number(&$0) }
    let (low, width) = (Double.random(in: -5...5, using: &random), pow(10, Double.random(in: -6...4, using: &random)))
    return random.one(of: [
      "--size=\(random.one(of: sides))x\(random.one(of: sides))", "--dpi=\(numbers[0])",
      "--scale=\(random.one(of: ["0.25", "2", numbers[1]]))", "--theme=\(random.one(of: ["light", "dark", "blue"]))",
      "--lang=\(random.one(of: ["en", "zh", "cn", ""]))", "--preset=\(random.one(of: Preset.all).name)",
      "--map=\(random.one(of: ColorMap.names))", "--transparent",
      "--view=\(low):\(low + width),\(low / 3):\(low / 3 + width)",
      "--view=\(numbers[0]):\(numbers[1]),\(numbers[2]):\(numbers[3])",
      "--title=\(random.one(of: ["A title", "$x^2$", "$", "$\\frac", "题目", "🙂", "\u{202E}abc", FuzzFormula.make(&random)]))",
    ])
  }

  private static func outputOption(_ random: inout FuzzRandom) -> String {
    let paths = [
      "a.png", "./a.png", "d/", "d/../a.png", "new/b.png", "a.json", "-", "/dev/null", "link.png", "", "x\u{301}.png",
    ]
    return random.one(of: [
      "-o\(random.one(of: paths))", "--output=\(random.one(of: paths))", "--json", "--json=\(random.one(of: paths))",
      "--sidecar", "--snippet=\(random.one(of: ["md", "html", "tex", "typst", "quarto", "word"]))", "-n", "-q", "-v",
      "-f", "--no-color",
    ])
  }

  /// Runs the command and says what is wrong with how it ends.
  static func run(_ line: [String], in folder: String, _ random: inout FuzzRandom) -> FuzzOutcome {
    if random.happens(0.2) { FuzzFile.writeDigits(to: folder, &random) }
    symlink("nowhere", folder + "/link.png")
    let end = FuzzChild.run(FuzzChild.beside("lesson"), line, in: folder, seconds: 10)
    switch end {
    case .signal(let number): return .fault("ended by signal \(number)")
    case .hang: return .fault("still running after 10 s")
    case .exit(let code, let errors):
      if !documented.contains(code) { return .fault("the exit code \(code) is not documented") }
      if code == 70 || errors.contains("Fatal error") { return .fault("an internal error: \(errors)") }
      if code != 0 && !errors.contains("error: ") && !errors.contains("错误：") {
        return .fault("exit code \(code) without a word")
      }
      return code == 0 ? .accepted : .refused
    }
  }

  /// The exit codes that the command's help lists.
  private static let documented: Set<Int32> = {
    let help = FuzzChild.output(of: FuzzChild.beside("lesson"), ["help", "exit-codes"])
    let codes = Set(help.split(separator: "\n").compactMap { Int32($0.split(separator: " ").first ?? "") })
    if codes.isEmpty { fail("no 'lesson' beside this program: build it first") }
    return codes
  }()
}
