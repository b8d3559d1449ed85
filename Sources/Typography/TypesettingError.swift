/// Why a text cannot be set: a font is missing, a character is in no font, or the markup is
/// malformed.
public struct TypesettingError: ReportedError, Sendable, Equatable {
  /// One sentence or two: what is wrong, where, and what would be right.
  public let told: Message

  init(_ english: Message.Text, zh chinese: Message.Text) { told = Message(english, zh: chinese) }

  /// No family of the chain is installed.
  static var noFont: TypesettingError {
    TypesettingError(
      "no font found: neither Inter nor DejaVu Sans is installed. Install the package fonts-inter or fonts-dejavu-core",
      zh: "找不到字体：Inter 和 DejaVu Sans 都没有安装。请安装软件包 fonts-inter 或 fonts-dejavu-core")
  }

  /// A family that was asked for by name.
  static func noFamily(_ name: String) -> TypesettingError {
    TypesettingError("the font family “\(name)” is not installed", zh: "没有安装字体族“\(name)”")
  }

  /// A family without the face that titles need.
  static func noBold(_ name: String) -> TypesettingError {
    TypesettingError("the font family “\(name)” has no bold face, which titles need", zh: "字体族“\(name)”没有粗体，而标题需要粗体")
  }

  /// A Chinese character, and no font for it.
  static func noChineseFont(for character: Character) -> TypesettingError {
    TypesettingError(
      "“\(character)” needs a Chinese font: Noto Sans CJK SC is not installed. Install the package fonts-noto-cjk",
      zh: "“\(character)”需要中文字体：Noto Sans CJK SC 没有安装。请安装软件包 fonts-noto-cjk")
  }

  /// A character that none of the fonts found has.
  static func missing(_ character: Character, in families: [String]) -> TypesettingError {
    let points = character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    if families.isEmpty { return noFont }
    let (code, all) = (points.joined(separator: " "), families.joined(separator: ", "))
    return TypesettingError(
      "no font has the character “\(character)” (\(code)); looked in \(all). Write it in other words",
      zh: "没有字体含有字符“\(character)”(\(code))；已查找 \(all)。请换一种写法")
  }

  /// Markup that does not fit together at a place in it, counted from 1.
  static func markup(_ problem: Message, at place: Int, of markup: [Character]) -> TypesettingError {
    TypesettingError(
      "\(problem) at character \(place + 1) of “\(String(markup))”",
      zh: "“\(String(markup))”的第 \(place + 1) 个字符：\(problem)")
  }
}
