import LessonKit
import Plot
import Typography

/// A look of one's own, read from a file or from the command that a picture holds.
struct LookFile: Sendable {
  let look: Look
  /// In a file: where each of its parts stands.
  let places: [LookCheck.Key: JSONText.Place]
  /// As the user wrote it: the path, or the JSON itself.
  let word: String

  /// As much as is read of a file.
  private static let mostBytes = 1 << 16
  private static let example = Message(
    "as in: {\"page\": \"#FFF8E7\", \"ink\": \"#1F2430\"}; a whole one: lesson help look",
    zh: "例如：{\"page\": \"#FFF8E7\", \"ink\": \"#1F2430\"}；完整的例子：lesson help look")

  /// Reads what stands behind `--look`: the name of a file, or JSON.
  init(_ word: String) throws {
    self.word = word
    let isInline = word.drop { $0 == " " }.hasPrefix("{")
    let source = isInline ? "--look" : word
    let bytes =
      isInline
      ? Array(word.utf8) : try InputFile.bytes(of: FilePath(word), example: "--look mine.json", upTo: Self.mostBytes)
    guard bytes.count < Self.mostBytes, let text = String(validating: bytes, as: UTF8.self) else {
      throw UnusableInput(
        "\(source): no text of JSON in UTF-8", zh: "\(source)：不是 UTF-8 编码的 JSON 文本", hints: [Self.example])
    }
    let whole: JSONText
    do { whole = try JSONText(text) } catch {
      throw UnusableInput(
        "\(source), \(error.place.told): \(error.told)", zh: "\(source) \(error.place.told)：\(error.told)",
        hints: [Self.example])
    }
    guard case .object(let members) = whole.value else {
      throw UnusableInput(
        "\(source), \(whole.place.told): a look is an object, not \(whole.kind)",
        zh: "\(source) \(whole.place.told)：外观应为对象，不能是\(whole.kind)", hints: [Self.example])
    }
    var (look, places) = (Look(), [LookCheck.Key: JSONText.Place]())
    for member in members {
      guard let key = LookCheck.Key(rawValue: member.name) else {
        throw Self.unknown(member.name, Self.line(member.place, of: source))
      }
      places[key] = member.place
      try Self.take(key, member.value, source, &look)
    }
    (self.look, self.places) = (look, places)
  }

  /// A line of a file, as messages say it.
  private static func line(_ place: JSONText.Place, of source: String) -> Message {
    Message("\(source), line \(place.line)", zh: "\(source) 第 \(place.line) 行")
  }

  private static func unknown(_ name: String, _ place: Message) -> UnusableInput {
    let known = LookCheck.Key.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: name, among: known).map { near in
      [Message("did you mean \"\(near)\"?", zh: "是否要写“\(near)”？")]
    }
    return UnusableInput(
      "\(place): a look has no \"\(name)\"", zh: "\(place)：外观没有“\(name)”", hints: (nearest ?? []) + [.known(known)])
  }

  private static func take(_ key: LookCheck.Key, _ value: JSONText, _ source: String, _ look: inout Look) throws {
    let place = line(value.place, of: source)
    switch key {
    case .font:
      guard case .string(let name) = value.value, !name.isEmpty else {
        throw UnusableInput(
          "\(place): \"font\" is the name of a family, not \(value.kind)",
          zh: "\(place)：“font”应为字体族的名称，不能是\(value.kind)", hints: [.example("\"font\": \"DejaVu Sans\"")])
      }
      do { _ = try Typesetter(family: name) } catch let error as TypesettingError {
        throw UnusableInput(
          "\(place): \(error.told)", zh: "\(place)：\(error.told)",
          hints: [Message("the families that there are: fc-list : family", zh: "查看已安装的字体族：fc-list : family")])
      }
      look.font = name
    case .page: look.page = try color(value, key, source)
    case .ink: look.ink = try color(value, key, source)
    case .series: look.series = try colors(value, key, 1...6, source)
    case .map: look.map = try colors(value, key, 2...64, source)
    }
  }

  private static func colors(_ value: JSONText, _ key: LookCheck.Key, _ counts: ClosedRange<Int>, _ source: String)
    throws -> [Color]
  {
    guard case .array(let values) = value.value, counts.contains(values.count) else {
      let (low, high, place) = (counts.lowerBound, counts.upperBound, line(value.place, of: source))
      let found =
        if case .array(let values) = value.value { Message("\(values.count)", zh: " \(values.count) 个") } else {
          value.kind
        }
      throw UnusableInput(
        "\(place): \"\(key.rawValue)\" wants a list of \(low) to \(high) colours, not \(found)",
        zh: "\(place)：“\(key.rawValue)”应为 \(low) 到 \(high) 个颜色的列表，不能是\(found)",
        hints: [.example("\"\(key.rawValue)\": [\"#265AB9\", \"#F06C00\"]")])
    }
    return try values.map { try color($0, key, source) }
  }

  private static func color(_ value: JSONText, _ key: LookCheck.Key, _ source: String) throws -> Color {
    guard case .string(let text) = value.value, text.hasPrefix("#"), text.utf8.count == 7,
      text.dropFirst().utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let hex = UInt32(text.dropFirst(), radix: 16)
    else {
      let place = line(value.place, of: source)
      let found =
        if case .string(let text) = value.value { Message("\"\(text)\"", zh: "“\(text)”") } else { value.kind }
      throw UnusableInput(
        "\(place): \"\(key.rawValue)\" wants a colour, not \(found)", zh: "\(place)：“\(key.rawValue)”应为颜色，不能是\(found)",
        hints: [
          Message("a colour is # and six hexadecimal digits, as in: \"#1F2430\"", zh: "颜色写成 # 加六位十六进制数字，例如：\"#1F2430\"")
        ])
    }
    return Color(hex: hex)
  }

  /// The page of help.
  static let help = Message(
    """
    A look is a file of JSON with a font and colours of your own. What is left out stays, or follows from the page:

      {
        "font": "DejaVu Sans",
        "page": "#FFF8E7",
        "ink": "#2B2118",
        "series": ["#1F4E9E", "#D1510A", "#0B8A6B", "#7A0A4C", "#5C4A00", "#8A6AD8"],
        "map": ["#5B4A8A", "#9C7FB5", "#D8B7C4", "#FFF3E4"]
      }

      font     a family that is installed, with a bold face: fc-list : family
      page     the paper; a dark page brings the colours of the dark theme
      ink      titles and labels; subtitles, axes and the grid are mixed from ink and page
      series   one to six colours of what is compared, in order; texts take them as dark (light) as reading needs
      map      two to 64 colours of a surface or heat map, from the lowest value to the highest

      lesson NAME --look mine.json           draw with it
      lesson look check mine.json            what a reader would lose: too little contrast, series that colour-blind
                                             readers cannot tell apart, a map whose lightness turns back; exit 1 then
    A picture keeps the look itself, so that 'lesson redraw' needs the file no more; --map and --theme go before it.

    """,
    zh: """
      外观是一个 JSON 文件，其中是自定义的字体和颜色。没有写的部分保持原样，或由页面颜色推出：

        {
          "font": "DejaVu Sans",
          "page": "#FFF8E7",
          "ink": "#2B2118",
          "series": ["#1F4E9E", "#D1510A", "#0B8A6B", "#7A0A4C", "#5C4A00", "#8A6AD8"],
          "map": ["#5B4A8A", "#9C7FB5", "#D8B7C4", "#FFF3E4"]
        }

        font     已安装且有粗体的字体族：fc-list : family
        page     纸张；深色页面采用深色主题的颜色
        ink      标题和标签；副标题、坐标轴和网格由文字颜色与页面颜色调出
        series   一到六种颜色，依次用于所比较的对象；其文字按阅读需要加深（变浅）
        map      二到 64 种颜色，用于曲面或热图，从最低值到最高值

        lesson NAME --look mine.json           用它画图
        lesson look check mine.json            读者会看不清什么：对比度太低、色盲读者无法区分的序列、
                                               明度反转的色图；有问题时以 1 退出
      图片自身保存外观，因此 lesson redraw 不再需要该文件；--map 和 --theme 优先于它。

      """)

  /// The look itself, in one line: what a picture keeps of it, so that it can be drawn again when the file is gone.
  var inline: String {
    var members: [JSON.Member] = []
    func add(_ key: LookCheck.Key, _ value: JSON?) { if let value { members.append(.init(key.rawValue, value)) } }
    func list(_ colors: [Color]) -> JSON? { colors.isEmpty ? nil : .array(colors.map { .string($0.hex) }) }
    add(.font, look.font.map { .string($0) })
    add(.page, look.page.map { .string($0.hex) })
    add(.ink, look.ink.map { .string($0.hex) })
    add(.series, list(look.series))
    add(.map, list(look.map))
    return JSON.object(members).compact
  }

  /// What a file name says about it.
  var filePart: String { FileName.part(of: "look" + inline).split(separator: "-").last.map { "look-\($0)" } ?? "look" }
}
