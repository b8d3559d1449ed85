import Foundation

/// Reads numbers as figures write them: true minus, commas between thousands, powers of ten.
enum ReadNumber {
  /// The value of a label such as `−12,000`, `$2.5×10^{-7}$`, `10⁻³`, nil if it is none.
  static func value(_ label: String) -> Double? {
    var text = label.replacingOccurrences(of: "$", with: "")
    text = text.replacingOccurrences(of: "−", with: "-").replacingOccurrences(of: ",", with: "")
    text = raised(text)
    let parts = text.components(separatedBy: "×")
    if parts.count == 2 { return Double(parts[0]).flatMap { a in power(parts[1]).map { a * $0 } } }
    return Double(text) ?? power(text)
  }

  /// Superscript digits as `10^{…}`.
  private static func raised(_ text: String) -> String {
    let digits: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
    ]
    guard let start = text.firstIndex(where: { digits[$0] != nil }) else { return text }
    return text[..<start] + "^{" + String(text[start...].map { digits[$0] ?? $0 }) + "}"
  }

  private static func power(_ text: String) -> Double? {
    guard text.hasPrefix("10^{"), text.hasSuffix("}") else { return nil }
    return Double(text.dropFirst(4).dropLast()).map { pow(10, $0) }
  }
}
