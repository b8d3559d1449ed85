/// Numbers as a reader in a terminal sees them.
public enum Numeral {
  /// A number rounded to significant digits, without trailing zeros: `2508`, `0.399`, `1.2e-07`.
  ///
  /// At least as many digits as the whole part needs below a million.
  public static func short(_ value: Double, digits: Int = 4) -> String {
    if !value.isFinite { return JSON.spelling(of: value) }
    let size = abs(value)
    if size >= 1000 && size < 1e6 && digits < 7 {
      let decimals = max(0, digits - (size >= 1e5 ? 6 : size >= 1e4 ? 5 : 4))
      return trimmed(format("%.*f", decimals, value))
    }
    return trimmed(format("%.*g", digits, value))
  }

  /// A whole number with commas between groups of three digits: `1,000,000`.
  public static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }

  private static func format(_ format: String, _ digits: Int, _ value: Double) -> String {
    var text = [CChar](repeating: 0, count: 64)
    let count = withVaList([Int32(digits), value]) { vsnprintf(&text, text.count, format, $0) }
    return String(decoding: text.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Without zeros at the end of a fraction.
  private static func trimmed(_ text: String) -> String {
    guard text.contains("."), !text.contains("e") else { return text }
    var text = Substring(text)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : String(text)
  }
}
