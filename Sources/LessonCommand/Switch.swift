import LessonKit
import Plot

/// An option that the command itself understands, in every lesson or for a verb.
struct Switch: Sendable {
  /// Whether a value follows.
  enum Value: Sendable { case none, required, optional }

  let name: String
  var letter: Character?
  var value = Value.required
  /// What stands for the value in help.
  var placeholder = ""
  let help: Message
  var choices: [String] = []
  /// Whether an empty value means something.
  var canBeEmpty = false

  /// Whether the value is the path of a folder rather than a file; nil for no path.
  var path: Bool? {
    let kinds = placeholder.split(separator: "|")
    return kinds.contains { $0 == "FILE" || $0.hasPrefix("FILE.") }
      ? false : kinds.contains { $0 == "DIR" || $0 == "DIR/" } ? true : nil
  }

  /// How help shows the option.
  var usage: String {
    let short = letter.map { "-\($0), " } ?? ""
    switch value {
    case .none: return short + "--\(name)"
    case .required: return short + "--\(name) \(placeholder)"
    case .optional: return short + "--\(name)[=\(placeholder)]"
    }
  }
}

extension Switch {
  static let picture: [Switch] = [
    Switch(
      name: "preset", placeholder: "NAME", help: Message("pixels and type for a purpose", zh: "适合某种用途的像素与字号"),
      choices: Preset.all.map(\.name)),
    Switch(name: "size", placeholder: "WxH", help: Message("pixels, each side 64 to 16384", zh: "像素，每边 64 到 16384")),
    Switch(
      name: "dpi", placeholder: "N",
      help: Message("pixels per inch, 30 to 2400; the placed size stays", zh: "每英寸像素数，30 到 2400；放置尺寸不变")),
    Switch(
      name: "scale", placeholder: "K",
      help: Message("K times the pixels in the same placed size, 0.25 to 8", zh: "放置尺寸不变，像素为 K 倍，0.25 到 8")),
    Switch(
      name: "theme", placeholder: "NAME", help: Message("colours for a light or a dark page", zh: "浅色或深色页面的配色"),
      choices: Picture.themes.map(\.name)),
    Switch(
      name: "lang", placeholder: "CODE", help: Message("language of every text", zh: "所有文字的语言"),
      choices: Language.allCases.map(\.rawValue)),
    Switch(
      name: "view", placeholder: "X0:X1,Y0:Y1",
      help: Message("the part of the plane that a map shows, in figures with one", zh: "地图所示的平面范围，用于有地图的图")),
    Switch(
      name: "map", placeholder: "NAME",
      help: Message("colours of a surface or heat map, low to high", zh: "曲面或热图的颜色，从低到高"), choices: ColorMap.names),
    Switch(
      name: "look", placeholder: "FILE.json",
      help: Message(
        "font, page, ink, series and map of one's own: lesson help look", zh: "自定义的字体、页面、文字、序列和色图：lesson help look")),
    Switch(
      name: "title", placeholder: "TEXT", help: Message("another title; '' for none", zh: "换一个标题；'' 表示不要标题"),
      canBeEmpty: true),
    Switch(
      name: "transparent", value: .none, help: Message("no page colour; wants --theme", zh: "不要页面底色；须与 --theme 一起用")),
  ]

  /// The picture options that mean something to a lesson with these figures.
  static func picture(for figures: [LessonFigure]) -> [Switch] {
    picture.filter { $0.name != "view" || figures.contains { $0.hasView } }
  }

  /// The lessons to which a picture option means something.
  static func owners(of name: String, in catalog: Catalog) -> [String] {
    guard (picture + buildUp).contains(where: { $0.name == name }) else { return [] }
    return catalog.lessons.filter { type in Draw.switches(for: type).contains { $0.name == name } }.map { $0.page.name }
  }

  /// Which of a lesson's figures to draw.
  static func figure(_ choices: [String]) -> Switch {
    Switch(
      name: "figure", placeholder: "NAME|all",
      help: Message("another figure of the lesson, or all of them", zh: "这个课例的另一幅图，或全部"), choices: choices)
  }

  static let output: [Switch] = [
    Switch(
      name: "output", letter: "o", placeholder: "FILE|DIR/|-",
      help: Message("where to write; - is standard output", zh: "写到哪里；- 表示标准输出")),
    Switch(
      name: "json", value: .optional, placeholder: "FILE",
      help: Message("numbers, texts and layout as JSON", zh: "以 JSON 输出数值、文字和布局")),
    Switch(name: "sidecar", value: .none, help: Message("the same JSON beside the picture", zh: "把同样的 JSON 写在图片旁")),
    Switch(
      name: "csv", value: .optional, placeholder: "FILE",
      help: Message("the numbers of the series as a table", zh: "以表格输出各数列的数值")),
    Switch(
      name: "snippet", placeholder: "KIND", help: Message("text to paste, on standard output", zh: "可粘贴的文字，写到标准输出"),
      choices: Snippet.allCases.map(\.rawValue)),
    Switch(
      name: "from", placeholder: "DIR",
      help: Message("the folder of the document that --snippet goes into", zh: "--snippet 所粘贴的文档所在的文件夹")),
    Switch(
      name: "claims", value: .none,
      help: Message("measure what the course says of it, at full length", zh: "完整实测课程对它的论断")), force, dryRun,
  ]

  static let force = Switch(
    name: "force", letter: "f", value: .none,
    help: Message("replace what this program did not make, or what was edited since", zh: "取代不是本程序生成的、或之后被编辑过的内容"))
  static let dryRun = Switch(
    name: "dry-run", letter: "n", value: .none, help: Message("everything but writing files", zh: "执行全部步骤，但不写文件"))

  static let general: [Switch] = [
    Switch(name: "quiet", letter: "q", value: .none, help: Message("no notes, only errors", zh: "不要提示，只要错误")),
    Switch(
      name: "verbose", letter: "v", value: .none,
      help: Message("what is done, and how long it takes", zh: "说明做了什么，用了多久")),
    Switch(
      name: "no-color", value: .none, help: Message("no colours; NO_COLOR does the same", zh: "不要颜色；NO_COLOR 作用相同")),
    Switch(name: "help", letter: "h", value: .none, help: Message("help", zh: "帮助")),
    Switch(name: "version", value: .none, help: Message("the version", zh: "版本")),
  ]

  static let json = Switch(name: "json", value: .none, help: Message("as JSON", zh: "以 JSON 输出"))
  static let language = picture.filter { $0.name == "lang" }
  static let jobs = Switch(
    name: "jobs", letter: "j", placeholder: "N", help: Message("lessons at a time, 1 to 64", zh: "同时处理的课例数，1 到 64"))
  static let folder = Switch(
    name: "output", letter: "o", placeholder: "DIR", help: Message("where to write", zh: "写到哪里"))

  /// The options of every lesson: which of them is meant, only words or files tell.
  static func experiment(_ catalog: Catalog) -> [Switch] {
    catalog.lessons.flatMap { Recipe.declarations(of: $0) }.map { Switch($0) } + [set]
  }

  /// Hands a lesson a parameter by name.
  static let set = Switch(name: "set", placeholder: "key=value", help: Message("an option by its key", zh: "按键名给出选项"))

  /// What a lesson declares, as the command's own options are.
  init(_ declaration: Declaration) {
    self.init(
      name: declaration.key, value: declaration.isFlag ? .none : .required, placeholder: declaration.placeholder,
      help: Message(declaration.help), choices: declaration.choices)
  }
}
