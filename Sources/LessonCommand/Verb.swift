import LessonKit

/// The first words that are no lesson: the one table that dispatch, help and completions read.
enum Verb: String, Sendable, CaseIterable {
  case list, show, all, redraw, fill, deck, gallery, check, look, completions, help

  /// What may follow it, as help shows it.
  var usage: String {
    switch self {
    case .list: "[--json]"
    case .show: "NAME|FILE.png [--json]"
    case .all: "[--figure all] [-o DIR]"
    case .redraw: "FILE.png… [options]"
    case .fill: "FILE.md… [--check|--suggest]"
    case .deck: "NAME…|CHAPTER|all [-o DIR]"
    case .gallery: "[-o DIR]"
    case .check: "[NAME|CODE…] [--json]"
    case .look: "check FILE.json"
    case .completions: Completions.allCases.map(\.rawValue).joined(separator: "|")
    case .help: "[TOPIC]"
    }
  }

  /// What it does.
  var summary: Message {
    switch self {
    case .list: Message("every lesson: name and question", zh: "所有课例：名称和问题")
    case .show:
      Message(
        "question, figures, options, claims and examples; or how a picture was made", zh: "问题、图、选项、论断和示例；或图片是怎样画的")
    case .all:
      Message("every lesson's own figure, or every figure, and a page that shows them", zh: "各课例的主图或全部图，以及展示它们的页面")
    case .redraw:
      Message(
        "draw pictures of this program again, changed: lesson help embedding", zh: "把本程序画的图片改动后重画：lesson help embedding"
      )
    case .fill:
      Message(
        "draw what markers in notes ask for, and write it there: lesson help notes",
        zh: "画出讲义标记所请求的图并写入讲义：lesson help notes")
    case .deck:
      Message(
        "every figure of some lessons, and slides.md with speaker notes, for pandoc",
        zh: "若干课例的全部图，以及供 pandoc 使用、带讲稿备注的 slides.md")
    case .gallery: Message("one page of every figure, light and dark, in both languages", zh: "全部图的一个页面，浅色与深色，中英双语")
    case .check:
      Message(
        "measure claims, draw nothing; exit 1 if a verdict differs from the record", zh: "实测论断，不画图；结论与记录不符时以 1 退出")
    case .look:
      Message(
        "what a reader would lose with colours of one's own: lesson help look", zh: "用自定义的颜色时，读者会看不清什么：lesson help look"
      )
    case .completions: Message("print a completion script", zh: "输出补全脚本")
    case .help:
      Message(
        "topics: \(Topic.allCases.map(\.rawValue).joined(separator: ", "))",
        zh: "主题：\(Topic.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  /// The options that it takes, and those of lessons where these mean something to it.
  func switches(_ catalog: Catalog) -> [Switch] {
    var names: Set<String> = []
    let all = switches + (takesExperiment ? Switch.experiment(catalog) : [])
    return all.filter { names.insert($0.name).inserted }
  }

  /// Whether it takes the options of lessons.
  var takesExperiment: Bool { self == .redraw || self == .deck }

  /// Its own options.
  var switches: [Switch] {
    switch self {
    case .list, .show: [Switch.json] + Switch.language + Switch.general
    case .all: All.switches
    case .redraw: Redraw.switches
    case .fill: Fill.switches
    case .deck: Deck.switches
    case .gallery: Gallery.switches
    case .check: [Switch.json, .jobs] + Switch.language + Switch.general
    case .look: LookVerb.switches
    case .completions, .help: Switch.language + Switch.general
    }
  }

  /// How the files are called that may stand after it; nil for none.
  var files: String? {
    switch self {
    case .show, .redraw: ".png"
    case .fill: ".md"
    case .look: ".json"
    default: nil
    }
  }

  /// Words that may stand alone after it.
  func followers(_ catalog: Catalog) -> [String] {
    switch self {
    case .list, .all, .redraw, .fill, .gallery: []
    case .show: catalog.names
    case .deck: catalog.names + catalog.taughtChapters.map(\.name) + ["all"]
    case .check: catalog.names + catalog.codes
    case .look: ["check"]
    case .completions: Completions.allCases.map(\.rawValue)
    case .help: Topic.allCases.map(\.rawValue) + catalog.names
    }
  }

  /// Does it.
  func run(_ catalog: Catalog, _ arguments: Arguments, _ console: Console) throws -> ExitCode {
    switch self {
    case .list: try List(catalog: catalog, arguments: arguments, console: console).run()
    case .show: try Show(catalog: catalog, arguments: arguments, console: console).run()
    case .all: try All(catalog: catalog, arguments: arguments, console: console).run()
    case .redraw: try Redraw(catalog: catalog, arguments: arguments, console: console).run()
    case .fill: try Fill(catalog: catalog, arguments: arguments, console: console).run()
    case .deck: try Deck(catalog: catalog, arguments: arguments, console: console).run()
    case .gallery: try Gallery(catalog: catalog, arguments: arguments, console: console).run()
    case .check: try Check(catalog: catalog, arguments: arguments, console: console).run()
    case .look: try LookVerb(arguments: arguments, console: console).run()
    case .completions: try Completions.run(catalog, arguments)
    case .help: try Help(catalog: catalog, language: console.language).run(arguments)
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
