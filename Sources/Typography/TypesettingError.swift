/// Why a text cannot be set: a font is missing, a character is in no font, or the markup is
/// malformed.
public struct TypesettingError: Error, CustomStringConvertible, Sendable, Equatable {
  /// One sentence or two: what is wrong, where, and what would be right.
  public let description: String

  init(_ description: String) { self.description = description }

  /// No family of the chain is installed.
  static var noFont: TypesettingError {
    TypesettingError(
      "no font found: neither Inter nor DejaVu Sans is installed. "
        + "Install the package fonts-inter or fonts-dejavu-core")
  }

  /// A family that was asked for by name.
  static func noFamily(_ name: String) -> TypesettingError {
    TypesettingError("the font family “\(name)” is not installed")
  }

  /// A family without the face that titles need.
  static func noBold(_ name: String) -> TypesettingError {
    TypesettingError("the font family “\(name)” has no bold face, which titles need")
  }

  /// A Chinese character, and no font for it.
  static func noChineseFont(for character: Character) -> TypesettingError {
    TypesettingError(
      "“\(character)” needs a Chinese font: Noto Sans CJK SC is not installed. " + "Install the package fonts-noto-cjk")
  }

  /// A character that none of the fonts found has.
  static func missing(_ character: Character, in families: [String]) -> TypesettingError {
    let points = character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    if families.isEmpty { return noFont }
    return TypesettingError(
      "no font has the character “\(character)” (\(points.joined(separator: " "))); "
        + "looked in \(families.joined(separator: ", ")). Write it in other words")
  }

  /// Markup that does not fit together at a place in it, counted from 1.
  static func markup(_ problem: String, at place: Int, of markup: [Character]) -> TypesettingError {
    TypesettingError("\(problem) at character \(place + 1) of “\(String(markup))”")
  }
}
