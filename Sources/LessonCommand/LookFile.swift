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
  private static let example = "as in: {\"page\": \"#FFF8E7\", \"ink\": \"#1F2430\"}; a whole one: lesson help look"

  /// Reads what stands behind `--look`: the name of a file, or JSON.
  init(_ word: String) throws {
    self.word = word
    let isInline = word.drop { $0 == " " }.hasPrefix("{")
    let source = isInline ? "--look" : word
    let bytes =
      isInline
      ? Array(word.utf8) : try InputFile.bytes(of: FilePath(word), example: "--look mine.json", upTo: Self.mostBytes)
    guard bytes.count < Self.mostBytes, let text = String(validating: bytes, as: UTF8.self) else {
      throw UnusableInput("\(source): no text of JSON in UTF-8", hints: [Self.example])
    }
    let whole: JSONText
    do { whole = try JSONText(text) } catch {
      throw UnusableInput("\(source), \(error.place): \(error)", hints: [Self.example])
    }
    guard case .object(let members) = whole.value else {
      throw UnusableInput("\(source), \(whole.place): a look is an object, not \(whole.kind)", hints: [Self.example])
    }
    var (look, places) = (Look(), [LookCheck.Key: JSONText.Place]())
    for member in members {
      guard let key = LookCheck.Key(rawValue: member.name) else {
        throw Self.unknown(member.name, "\(source), line \(member.place.line)")
      }
      places[key] = member.place
      try Self.take(key, member.value, source, &look)
    }
    (self.look, self.places) = (look, places)
  }

  private static func unknown(_ name: String, _ place: String) -> UnusableInput {
    let known = LookCheck.Key.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: name, among: known).map { ["did you mean \"\($0)\"?"] } ?? []
    return UnusableInput(
      "\(place): a look has no \"\(name)\"", hints: nearest + ["known: \(known.joined(separator: ", "))"])
  }

  private static func take(_ key: LookCheck.Key, _ value: JSONText, _ source: String, _ look: inout Look) throws {
    let place = "\(source), line \(value.place.line)"
    switch key {
    case .font:
      guard case .string(let name) = value.value, !name.isEmpty else {
        throw UnusableInput(
          "\(place): \"font\" is the name of a family, not \(value.kind)", hints: ["as in: \"font\": \"DejaVu Sans\""])
      }
      do { _ = try Typesetter(family: name) } catch let error as TypesettingError {
        throw UnusableInput("\(place): \(error)", hints: ["the families that there are: fc-list : family"])
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
    let due = "\(counts.lowerBound) to \(counts.upperBound) colours"
    guard case .array(let values) = value.value, counts.contains(values.count) else {
      let found = if case .array(let values) = value.value { "\(values.count)" } else { value.kind }
      throw UnusableInput(
        "\(source), line \(value.place.line): \"\(key.rawValue)\" wants a list of \(due), not \(found)",
        hints: ["as in: \"\(key.rawValue)\": [\"#265AB9\", \"#F06C00\"]"])
    }
    return try values.map { try color($0, key, source) }
  }

  private static func color(_ value: JSONText, _ key: LookCheck.Key, _ source: String) throws -> Color {
    guard case .string(let text) = value.value, text.hasPrefix("#"), text.utf8.count == 7,
      text.dropFirst().utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let hex = UInt32(text.dropFirst(), radix: 16)
    else {
      let found = if case .string(let text) = value.value { "\"\(text)\"" } else { value.kind }
      throw UnusableInput(
        "\(source), line \(value.place.line): \"\(key.rawValue)\" wants a colour, not \(found)",
        hints: ["a colour is # and six hexadecimal digits, as in: \"#1F2430\""])
    }
    return Color(hex: hex)
  }

  /// The page of help.
  static let help = """
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

    """

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
