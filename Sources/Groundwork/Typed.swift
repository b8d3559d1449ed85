/// What people type or paste where a plain keyboard is meant: signs, digits and letters of other kinds, and blanks.
public enum Typed {
  /// A character as a plain keyboard has it: −, 𝑥, full-width signs and the digits of every script; else itself.
  public static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if minuses.contains(scalar) { return "-" }
    if isUnseen(scalar) || scalar.properties.isWhitespace { return " " }
    if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar }
    if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
      return Unicode.Scalar(0x30 + UInt32(digit)) ?? scalar
    }
    return letter(scalar) ?? scalar
  }

  /// A text as a plain keyboard has it.
  public static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnseen($0) }.map { plain($0) }))
  }

  /// The parts of a list, as a plain keyboard has them, without the blanks around each.
  public static func list(_ text: String, separator: Character = ",") -> [String] {
    plain(text).split(separator: separator, omittingEmptySubsequences: false).map { trimmed(String($0)) }
  }

  /// A number as people write it: `-1.5`, `−1.5`, `１.５`, `1e-3`, also `2×10⁻³` as figures have it; nil for anything else.
  public static func number(_ text: String) -> Double? {
    // Nearly all numbers of a table are plain ones.
    if let number = Double(text) { return number }
    var text = trimmed(plain(text))
    if text.hasPrefix("-") || text.hasPrefix("+") { text = String(text.prefix(1)) + trimmed(String(text.dropFirst())) }
    return Double(text) ?? powerOfTen(text)
  }

  /// Without the blanks at both ends.
  public static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  /// `2×10⁻³`, `10⁻³`, `-1.5·10^6`.
  private static func powerOfTen(_ text: String) -> Double? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.drop { $0 == "-" || $0 == "+" }
    var halves = digits.split(omittingEmptySubsequences: false) { "×·⋅*".contains($0) }.map { trimmed(String($0)) }
    if halves.count == 1 { halves.insert("1", at: 0) }
    guard halves.count == 2, halves[1].hasPrefix("10"), let factor = Double(sign + halves[0]) else { return nil }
    let mark = halves[1].dropFirst(2)
    let isCaret = mark.hasPrefix("^")
    let exponent = isCaret ? String(mark.dropFirst()) : lowered(mark)
    guard let exponent, let power = Int(trimmed(exponent)), factor.isFinite else { return nil }
    // As digits, so that it is the number that `e` would give.
    return Double("\(sign)\(halves[0])e\(power)")
  }

  /// Small high digits as plain ones; nil where one is something else.
  private static func lowered(_ text: Substring) -> String? {
    let characters = text.map { raised[$0] }
    return characters.isEmpty || characters.contains(nil) ? nil : String(characters.compactMap { $0 })
  }

  private static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
    "⁺": "+",
  ]

  /// Minus, hyphens and dashes that programs put in place of a minus.
  private static let minuses: Set<Unicode.Scalar> = [
    "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{FE63}", "\u{FF0D}", "\u{2796}", "\u{02D7}",
  ]

  /// Whether nothing of a character is seen: marks of direction, joiners, a mark of byte order.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The plain letter of a mathematical one: 𝑥, 𝐱, 𝗑, ℎ, ℯ, and Greek 𝜋.
  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    switch value {
    case 0x210E: return "h"
    case 0x212F, 0x2147: return "e"
    case 0x1D400...0x1D6A3:
      let place = (value - 0x1D400) % 52
      return Unicode.Scalar(place < 26 ? 0x41 + place : 0x61 + place - 26)
    case 0x1D6A8...0x1D7C9:
      let place = (value - 0x1D6A8) % 58
      return (26...50).contains(place) ? Unicode.Scalar(0x3B1 + place - 26) : nil
    default: return nil
    }
  }
}
