import LessonKit
import Plot

/// What is asked of one lesson: its options read, its figures chosen.
struct Request: Sendable {
  let recipe: Recipe
  let picture: Picture
  let selection: Selection

  /// Reads what stands after a lesson's name.
  init(_ type: any Lesson.Type, _ arguments: Arguments) throws {
    picture = try Picture(arguments)
    recipe = try Recipe(type, given: Self.given(arguments, type), view: picture.format.view)
    selection = try Selection(arguments["figure"]?.value, of: recipe, type, picture)
  }

  /// The experiment options, with `--set key=value` taken apart.
  static func given(_ arguments: Arguments, _ type: any Lesson.Type) throws(UsageError) -> [Options.Given] {
    let declared = Set(Recipe.declarations(of: type).map(\.key))
    var given: [Options.Given] = []
    for option in arguments.options {
      if option.name == "set" {
        let halves = (option.value ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
          throw UsageError(
            "--set wants key=value, not '\(option.value ?? "")'", zh: "--set 应为 key=value，不能是“\(option.value ?? "")”")
        }
        given.append(Options.Given(halves[0], halves[1], spelled: "--set \(halves[0])"))
      } else if declared.contains(option.name) {
        given.append(Options.Given(option.name, option.value ?? "true", spelled: option.spelled))
      }
    }
    return given
  }

  /// Throws if colours were asked for and nothing that was drawn has any to choose.
  func checkColors(_ renderings: [Rendering]) throws(UsageError) {
    guard picture.hasNamedMap, !renderings.contains(where: { $0.hasColors }) else { return }
    let name = recipe.page.name
    let one = renderings[0].name
    throw UsageError(
      renderings.count == 1
        ? Message(
          "--map changes nothing in the figure '\(one)': it has no surface or heat map",
          zh: "--map 不影响图“\(one)”：其中没有曲面或热图")
        : Message(
          "--map changes nothing in the lesson '\(name)': no figure has a surface or heat map",
          zh: "--map 不影响课例“\(name)”：没有一幅图含曲面或热图"),
      hints: [Message("leave out --map", zh: "去掉 --map"), .attempt("lesson show \(name)")])
  }
}

/// A line that asks for one figure, as a PNG and a marker in notes have it: `lesson vanishing --depth 10`.
struct FigureLine {
  let type: any Lesson.Type
  private(set) var arguments: Arguments
  private let switches: [Switch]

  /// The options that a line may hold: of the experiment and of the picture.
  private static func switches(for type: any Lesson.Type) -> [Switch] {
    let others = Set((Switch.output + Switch.general).map(\.name))
    return Draw.switches(for: type).filter { !others.contains($0.name) }
  }

  private static let example = Message.example("lesson rosenbrock --opt adam")

  /// Takes a line apart that begins with `lesson`.
  init(_ line: String, in catalog: Catalog) throws(UsageError) {
    let words = try ShellWord.words(in: line)
    guard words.first == "lesson" else {
      throw UsageError("'\(line)' asks for no figure", zh: "“\(line)”没有请求图", hints: [Self.example])
    }
    let hasName = words.count > 1 && !words[1].hasPrefix("-")
    guard hasName, !Catalog.verbs.contains(words[1]) else {
      throw UsageError(
        hasName
          ? Message("'\(words[1])' draws no figure", zh: "“\(words[1])”不画图")
          : Message("no lesson is named", zh: "没有写课例名"), hints: [Self.example, .attempt("lesson list")])
    }
    type = try catalog.lesson(named: words[1])
    switches = Self.switches(for: type)
    let (name, known) = (words[1], switches)
    arguments = try Arguments(Array(words.dropFirst(2)), switches: known) { option, spelled in
      if (Switch.output + Switch.general).contains(where: { $0.name == option || String($0.letter ?? " ") == option }) {
        return UsageError(
          "\(spelled) is no option of a figure", zh: "\(spelled) 不是图的选项",
          hints: [Message("only options of the experiment and of the picture stand here", zh: "这里只能写实验和图片的选项")])
      }
      let owners = catalog.owners(of: option) + Switch.owners(of: option, in: catalog)
      return .notTaken(option, spelled: spelled, by: name, known: known.map(\.name), elsewhere: owners)
    }
    try arguments.refuseWords(after: name)
  }

  /// The same with other options over its own; the lesson must have them.
  func changed(by other: Arguments, in catalog: Catalog) throws(UsageError) -> FigureLine {
    for option in other.options where !switches.contains(where: { $0.name == option.name }) {
      let owners = catalog.owners(of: option.name) + Switch.owners(of: option.name, in: catalog)
      throw .notTaken(
        option.name, spelled: option.spelled, by: type.page.name, known: switches.map(\.name), elsewhere: owners)
    }
    var line = self
    line.arguments = arguments.overridden(by: other)
    return line
  }

  /// The same with options that count only where its own say nothing of the kind.
  func defaulting(to other: Arguments) -> FigureLine {
    var line = self
    line.arguments = other.overridden(by: arguments)
    return line
  }

  /// The one figure that it asks for.
  func request() throws -> Request {
    let request = try Request(type, arguments)
    if request.selection.isWhole {
      throw UsageError(
        "a picture shows one figure, and --figure all asks for several", zh: "一个图片只有一幅图，而 --figure all 要求多幅",
        hints: [Message("name one of them", zh: "请指明其中一幅")])
    }
    if request.picture.buildUp == .frames {
      throw UsageError(
        "a picture is one frame, and --frames asks for all", zh: "一个图片只有一帧，而 --frames 要求全部帧",
        hints: [
          Message("one of them: --frames=1", zh: "只要其中一帧：--frames=1"),
          Message("all in one file that moves: --apng", zh: "合成一个动画文件：--apng"),
        ])
    }
    return request
  }
}

extension Arguments {
  /// These options with others over them: what is given there counts alone.
  func overridden(by other: Arguments) -> Arguments {
    let given = Set(other.options.map(\.subject))
    var merged = self
    merged.options = options.filter { !given.contains($0.subject) } + other.options
    return merged
  }

  /// Some of the options, and no words.
  func only(_ switches: [Switch]) -> Arguments {
    let names = Set(switches.map(\.name))
    var some = self
    (some.words, some.options) = ([], options.filter { names.contains($0.name) })
    return some
  }
}

extension Arguments.Option {
  /// What is set: its own name, or the key in `--set key=value`.
  fileprivate var subject: String { name == "set" ? String((value ?? "").prefix { $0 != "=" }) : name }
}
