import LessonKit
import Plot
import Raster
import Typography

/// The picture options: how a figure is drawn, and what file name and command line say about it.
struct Picture: Sendable {
  static let themes: [Theme] = [.light, .dark]
  private static let sides = 64...16384

  /// An option whose value differs from the default.
  private struct Part: Sendable {
    /// The name without dashes.
    let option: String
    /// What one types to get it.
    let words: [String]
    /// What a file name says about it.
    let filePart: String
  }

  private(set) var format = Format()
  /// How much of a figure is wanted.
  private(set) var buildUp = BuildUp.whole
  /// Of how many steps of each walk; nil for all.
  private(set) var upto: Int?
  /// Font and colours of the user's own.
  private(set) var look: Look?
  /// What the user should know of them.
  private(set) var lookNote: Message?
  private var parts: [Part] = []

  init(_ arguments: Arguments) throws {
    try takePreset(arguments)
    try takeSize(arguments)
    try takeLook(arguments)
    try takeColors(arguments)
    layLook(arguments)
    try takeTexts(arguments)
    try takeBuildUp(arguments)
    try checkPixels()
  }

  /// What one types to get what differs from the defaults.
  var words: [String] { parts.flatMap(\.words) }

  /// What a file name says about it.
  var fileParts: [String] { parts.map(\.filePart).filter { !$0.isEmpty } }

  /// The options of which a figure may have nothing to show.
  static let optional = ["view", "map", "upto"]

  /// The picture without options that mean nothing to a figure.
  func without(_ options: [String]) -> Picture {
    var picture = self
    picture.parts.removeAll { options.contains($0.option) }
    if options.contains("view") { picture.format.view = nil }
    if options.contains("map") { picture.format.map = nil }
    if options.contains("upto") { picture.upto = nil }
    return picture
  }

  /// The same picture of one frame, or of the whole.
  func showing(_ buildUp: BuildUp) -> Picture {
    var picture = without(["frames"])
    picture.buildUp = buildUp
    if let filePart = buildUp.filePart {
      picture.parts.append(Part(option: "frames", words: buildUp.words, filePart: filePart))
    }
    return picture
  }

  /// The parts of the file name that the same picture has in the other theme.
  var filePartsOfTwin: [String] {
    let twin = Part(option: "theme", words: [], filePart: Theme.dark.name)
    guard let place = parts.firstIndex(where: { $0.option == twin.option }) else {
      let before = ["preset", "dpi", "size", "scale"]
      var others = parts
      others.insert(twin, at: parts.count { before.contains($0.option) })
      return others.map(\.filePart).filter { !$0.isEmpty }
    }
    var others = parts
    others.remove(at: place)
    return others.map(\.filePart).filter { !$0.isEmpty }
  }

  /// Width and height of the bitmap.
  var pixels: (width: Int, height: Int) {
    let (width, height) = (Double(format.preset.width), Double(format.preset.height))
    return (Int((width * format.scale).rounded()), Int((height * format.scale).rounded()))
  }

  /// Pixels per inch of the bitmap.
  var dpi: Double { format.preset.dpi * format.scale }

  private mutating func differs(_ name: String, _ value: String, part: String) {
    let words = value.hasPrefix("-") ? ["--\(name)=\(value)"] : ["--\(name)", value]
    parts.append(Part(option: name, words: words, filePart: part))
  }

  private mutating func takePreset(_ arguments: Arguments) throws(UsageError) {
    guard let name = arguments["preset"]?.value else { return }
    guard let preset = Preset.all.first(where: { $0.name == name }) else {
      throw .unknown(
        Message("preset", zh: "预设"), name, for: Message(same: "--preset"), known: Preset.all.map(\.name),
        try: .attempt("lesson help presets"))
    }
    if preset.name != format.preset.name { differs("preset", name, part: name) }
    format.preset = preset
  }

  private mutating func takeSize(_ arguments: Arguments) throws(UsageError) {
    if let text = arguments["dpi"]?.value {
      let dpi = try OptionReading.number(text, "--dpi", in: Interval(30...2400))
      let ratio = dpi / format.preset.dpi
      format.preset.width = Int((Double(format.preset.width) * ratio).rounded())
      format.preset.height = Int((Double(format.preset.height) * ratio).rounded())
      if dpi != format.preset.dpi {
        let spelled = JSON.spelling(of: dpi)
        differs("dpi", spelled, part: spelled + "dpi")
      }
      format.preset.dpi = dpi
    }
    if let text = arguments["size"]?.value {
      let (width, height) = try Self.size(text)
      if (width, height) != (format.preset.width, format.preset.height) {
        differs("size", "\(width)x\(height)", part: "\(width)x\(height)")
      }
      (format.preset.width, format.preset.height) = (width, height)
    }
    if let text = arguments["scale"]?.value {
      format.scale = try OptionReading.number(text, "--scale", in: Interval(0.25...8))
      let spelled = JSON.spelling(of: format.scale)
      if format.scale != 1 { differs("scale", spelled, part: "at\(spelled)x") }
    }
  }

  private static func size(_ text: String) throws(UsageError) -> (width: Int, height: Int) {
    let halves = Typed.list(text.lowercased().replacing("×", with: "x"), separator: "x")
    let hint = [
      Message(
        "each side is \(sides.lowerBound) to \(sides.upperBound) pixels, as in 1600x900",
        zh: "每边 \(sides.lowerBound) 到 \(sides.upperBound) 像素，例如 1600x900")
    ]
    guard halves.count == 2, let width = Int(halves[0]), let height = Int(halves[1]) else {
      throw UsageError(
        "--size wants WIDTHxHEIGHT, not '\(text)'", zh: "--size 应为 WIDTHxHEIGHT，不能是“\(text)”", hints: hint)
    }
    guard sides.contains(width), sides.contains(height) else {
      throw UsageError("--size \(text) is out of range", zh: "--size \(text) 超出范围", hints: hint)
    }
    return (width, height)
  }

  private mutating func takeLook(_ arguments: Arguments) throws {
    guard let word = arguments["look"]?.value else { return }
    let file = try LookFile(word)
    guard file.look != Look() else { return }
    // The picture keeps the look itself: the file may change, or go.
    parts.append(Part(option: "look", words: ["--look", file.inline], filePart: file.filePart))
    look = file.look
  }

  /// The look laid over the theme; a map that is named goes before its own.
  private mutating func layLook(_ arguments: Arguments) {
    guard let look else { return }
    format.theme = look.theme(over: format.theme)
    if format.map == nil { format.map = look.colorMap }
    guard format.theme.ink.contrast(with: format.theme.background) < LookCheck.textContrast else { return }
    let words =
      ["look", "check", arguments["look"]?.value ?? ""] + (arguments["theme"]?.value.map { ["--theme", $0] } ?? [])
    let check = ShellWord.line(["lesson"] + words)
    lookNote = Message(
      "the ink hardly stands out from the page, and texts are lost: \(check)", zh: "文字颜色与页面颜色太接近，读者会看不清文字：\(check)")
  }

  /// Whether a map was asked for by its name.
  var hasNamedMap: Bool { parts.contains { $0.option == "map" } }

  /// What sets its texts.
  func typesetter() throws -> Typesetter { try Typesetter(family: look?.font) }

  /// What the user should know of its fonts and colours.
  func notes(_ typesetter: Typesetter) -> [Message] { typesetter.notes + (lookNote.map { [$0] } ?? []) }

  private mutating func takeColors(_ arguments: Arguments) throws(UsageError) {
    if let name = arguments["theme"]?.value {
      guard let theme = Self.themes.first(where: { $0.name == name }) else {
        throw .unknown(Message("theme", zh: "主题"), name, for: Message(same: "--theme"), known: Self.themes.map(\.name))
      }
      // A transparent picture says which pages it is for, even if that is the default.
      if theme.name != format.theme.name || arguments.has("transparent") { differs("theme", name, part: name) }
      format.theme = theme
    }
    if let name = arguments["map"]?.value {
      guard let map = ColorMap.named(name) else {
        throw .unknown(Message("colour map", zh: "色图"), name, for: Message(same: "--map"), known: ColorMap.names)
      }
      differs("map", name, part: name)
      format.map = map
    }
    if arguments["transparent"].map({ $0.value != "false" }) ?? false {
      guard arguments.has("theme") else {
        throw UsageError(
          "--transparent wants --theme: the text must fit the page behind it",
          zh: "--transparent 要与 --theme 一起用：文字须与背后的页面相配",
          hints: [
            Message("for a white page: --theme light", zh: "白色页面：--theme light"),
            Message("for a dark one: --theme dark", zh: "深色页面：--theme dark"),
          ])
      }
      format.transparent = true
      parts.append(Part(option: "transparent", words: ["--transparent"], filePart: "transparent"))
    }
  }

  private mutating func takeTexts(_ arguments: Arguments) throws(UsageError) {
    if let code = arguments["lang"]?.value {
      format.language = try LanguageCode.language(code)
      let code = format.language.rawValue
      if format.language != .english { differs("lang", code, part: code) }
    }
    if let text = arguments["view"]?.value {
      let halves = Typed.list(text)
      guard halves.count == 2 else {
        throw UsageError(
          "--view wants X0:X1,Y0:Y1, not '\(text)'", zh: "--view 应为 X0:X1,Y0:Y1，不能是“\(text)”", hints: [Self.viewExample]
        )
      }
      let view = View(x: try Self.side(halves[0], "x"), y: try Self.side(halves[1], "y"))
      format.view = view
      let sides = [view.x, view.y].map { "\(JSON.spelling(of: $0.lowerBound)):\(JSON.spelling(of: $0.upperBound))" }
      let spelled = sides.joined(separator: ",")
      differs("view", spelled, part: FileName.part(of: "view" + spelled))
    }
    if let title = arguments["title"]?.value {
      let isPlain = title.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      guard isPlain && title.count <= 200 else {
        throw UsageError("--title wants one line of at most 200 characters", zh: "--title 应为一行，最多 200 个字符")
      }
      format.title = title
      differs("title", title, part: title.isEmpty ? "untitled" : FileName.part(of: "title" + title))
    }
  }

  private mutating func takeBuildUp(_ arguments: Arguments) throws(UsageError) {
    if let option = arguments["upto"], let text = option.value {
      guard let number = Typed.number(text), let steps = Int(exactly: number), steps >= 0 else {
        throw UsageError(
          "\(option.spelled) wants a number of steps, 0 or more, not '\(text)'",
          zh: "\(option.spelled) 应为步数，0 或更大，不能是“\(text)”", hints: [.example("--upto 40")])
      }
      upto = steps
      differs("upto", "\(steps)", part: "upto\(steps)")
    }
    buildUp = try BuildUp(arguments)
    let (words, filePart) = (buildUp.words, buildUp.filePart)
    if !words.isEmpty { parts.append(Part(option: "frames", words: words, filePart: filePart ?? "")) }
  }

  private static let viewExample = Message.example("--view=-2:2,-1:3")

  /// One side of a view: neither so far away nor so narrow that numbers run out of digits.
  private static func side(_ text: String, _ axis: String) throws(UsageError) -> ClosedRange<Double> {
    let ends = Typed.list(text, separator: ":")
    guard ends.count == 2, let low = Typed.number(ends[0]), let high = Typed.number(ends[1]) else {
      throw UsageError(
        "--view: \(axis) wants two numbers A:B, not '\(text)'", zh: "--view：\(axis) 应为两个数 A:B，不能是“\(text)”",
        hints: [viewExample])
    }
    guard abs(low) <= 1e9, abs(high) <= 1e9 else {
      throw UsageError(
        "--view: \(axis) from \(ends[0]) to \(ends[1]) is out of range",
        zh: "--view：\(axis) 从 \(ends[0]) 到 \(ends[1]) 超出范围",
        hints: [.allowed(Message("numbers from -1e9 to 1e9", zh: "-1e9 到 1e9 的数")), viewExample])
    }
    guard low != high else {
      throw UsageError(
        "--view: \(axis) has no width, from \(ends[0]) to \(ends[1])",
        zh: "--view：\(axis) 没有宽度，从 \(ends[0]) 到 \(ends[1])", hints: [viewExample])
    }
    guard low < high else {
      throw UsageError(
        "--view: \(axis) runs backwards, from \(ends[0]) to \(ends[1])",
        zh: "--view：\(axis) 方向反了，从 \(ends[0]) 到 \(ends[1])",
        hints: [
          Message("the smaller number goes first: \(ends[1]):\(ends[0])", zh: "先写较小的数：\(ends[1]):\(ends[0])"),
          viewExample,
        ])
    }
    let least = max(1e-9, 1e-6 * max(abs(low), abs(high)))
    guard high - low >= least else {
      throw UsageError(
        "--view: \(axis) is too narrow, from \(ends[0]) to \(ends[1])",
        zh: "--view：\(axis) 太窄，从 \(ends[0]) 到 \(ends[1])",
        hints: [
          Message("there it can be \(Numeral.short(least)) wide, no less", zh: "那里的宽度至少为 \(Numeral.short(least))"),
          viewExample,
        ])
    }
    return low...high
  }

  /// Throws if the title cannot be set, with the option's name in the message.
  func checkTitle(with typesetter: Typesetter) throws {
    guard let title = format.title, !title.isEmpty else { return }
    do { _ = try typesetter.line(title, TextStyle(size: 10)) } catch let error as TypesettingError {
      throw UsageError(
        "--title: \(error.told)", zh: "--title：\(error.told)",
        hints: [
          Message("math stands between dollar signs; a plain one is written \\$", zh: "公式写在两个美元符号之间；普通的美元符号写成 \\$")
        ])
    }
  }

  private func checkPixels() throws(UsageError) {
    let (width, height) = pixels
    guard Self.sides.contains(width), Self.sides.contains(height) else {
      throw UsageError(
        "a picture of \(width)x\(height) pixels is out of range", zh: "\(width)x\(height) 像素的图片超出范围",
        hints: [
          Message(
            "each side is \(Self.sides.lowerBound) to \(Self.sides.upperBound) pixels",
            zh: "每边 \(Self.sides.lowerBound) 到 \(Self.sides.upperBound) 像素"),
          Message("--size, --dpi and --scale multiply", zh: "--size、--dpi 与 --scale 相乘"),
        ])
    }
  }
}
