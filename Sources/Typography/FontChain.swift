import Raster

/// The fonts of a text in the order in which a character is looked up: Inter, DejaVu Sans, Noto
/// Sans CJK SC.
///
/// Fonts are opened when the first character needs them.
final class FontChain {
  /// How a family comes by its italic.
  private enum Italic {
    /// It has one.
    case drawn
    /// The upright is leaned. DejaVu's own oblique is a lean too, and is not in every installation.
    case leaned
    /// There is none, as in Chinese.
    case none
  }

  /// One family of the chain.
  private struct Family {
    /// Place in the chain.
    var rank: Int
    var name: String
    var language: String
    var italic: Italic
  }

  /// One face of one family.
  private struct Slot: Hashable {
    var rank: Int
    var bold: Bool
    var italic: Bool
  }

  private static let latin = [
    Family(rank: 0, name: "Inter", language: "en", italic: .drawn),
    Family(rank: 1, name: "DejaVu Sans", language: "en", italic: .leaned),
  ]
  private static let chinese = Family(rank: 2, name: "Noto Sans CJK SC", language: "zh-hans", italic: .none)
  private let latinFirst: [Family]
  private let chineseFirst: [Family]
  /// The tangent of Inter's italic angle.
  private static let lean = 0.166

  /// What a user should know about the fonts found.
  let notes: [Message]
  private let finder: FontFinder
  private let library: FontLibrary
  private var faces: [Face] = []
  /// Numbers of faces by rank of the family and style; nil inside for one that is not installed.
  private var numbers: [Slot: Int?] = [:]

  /// Makes sure that there is a font for Latin text; a family of one's own comes before all others.
  init(_ finder: FontFinder, family: String? = nil) throws {
    (self.finder, library) = (finder, try FontLibrary())
    let own = family.map { [Family(rank: 3, name: $0, language: "en", italic: .drawn)] } ?? []
    (latinFirst, chineseFirst) = (own + Self.latin + [Self.chinese], own + [Self.chinese] + Self.latin)
    if let family {
      guard finder.find(FontRequest(family: family)) != nil else { throw TypesettingError.noFamily(family) }
      guard finder.find(FontRequest(family: family, bold: true)) != nil else { throw TypesettingError.noBold(family) }
    }
    if family != nil || finder.find(FontRequest(family: "Inter")) != nil {
      notes = []
    } else if finder.find(FontRequest(family: "DejaVu Sans")) != nil {
      notes = [
        Message(
          "Inter is not installed: set in DejaVu Sans (the package fonts-inter has it)",
          zh: "没有安装 Inter：改用 DejaVu Sans 排版（软件包 fonts-inter 含有它）")
      ]
    } else {
      throw TypesettingError.noFont
    }
  }

  /// The face with a number.
  subscript(number: Int) -> Face { faces[number] }

  /// Number of the face that draws a letter; wide ones are looked up in the Chinese font first.
  func face(for letter: Letter, _ style: FaceStyle) throws -> Int {
    let character = letter.character
    var searched: [String] = []
    for family in letter.isWide ? chineseFirst : latinFirst {
      guard let number = try number(of: family, style) else { continue }
      if character.isWhitespace || faces[number].has(character) { return number }
      searched.append(family.name)
    }
    if character.isChinese && !searched.contains(Self.chinese.name) {
      throw TypesettingError.noChineseFont(for: character)
    }
    throw TypesettingError.missing(character, in: searched)
  }

  /// Lines of the first face that is installed.
  func metrics(_ style: FaceStyle) throws -> Face.Metrics {
    for family in latinFirst { if let number = try number(of: family, style) { return faces[number].metrics } }
    throw TypesettingError.noFont
  }

  private func number(of family: Family, _ style: FaceStyle) throws -> Int? {
    let italic = style.italic && family.italic != .none
    let slot = Slot(rank: family.rank, bold: style.bold, italic: italic)
    if let known = numbers[slot] { return known }
    let wanted = FontRequest(family: family.name, bold: style.bold, italic: italic)
    let number = try open(wanted, family)
    numbers[slot] = .some(number)
    return number
  }

  private func open(_ wanted: FontRequest, _ family: Family) throws -> Int? {
    var request = wanted
    request.italic = wanted.italic && family.italic == .drawn
    var file = finder.find(request)
    if file == nil && request.italic {
      request.italic = false
      file = finder.find(request)
    }
    guard let file else { return nil }
    let slope = wanted.italic && !request.italic ? Self.lean : 0
    faces.append(try Face(file, slope: slope, language: family.language, library: library))
    return faces.count - 1
  }
}
