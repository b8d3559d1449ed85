import Foundation

/// Numbers in sentences and labels: true minus, commas between thousands, powers of ten in superscripts.
struct Numbers {
  /// A number as it was read, and how far the true one may be from it.
  struct Reading {
    var text: String
    var value: Double
    /// Half a unit of its last digit.
    var slack: Double
  }

  /// All numbers of a sentence, in order.
  static func all(in text: String) -> [Reading] {
    let pattern = /−?(?:\d[\d,]*(?:\.\d+)?×)?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|−?\d[\d,]*(?:\.\d+)?/
    var readings: [Reading] = []
    for match in text.matches(of: pattern) { if let reading = read(String(match.output)) { readings.append(reading) } }
    return readings
  }

  /// The value of a label, nil if it is no number.
  static func value(_ label: String) -> Double? { read(label)?.value }

  /// The value of a label that may be a factor, as ×10 or ÷10; nil if it is no number.
  static func factor(_ label: String) -> Double? {
    let number = value(String(label.drop { "×÷".contains($0) }))
    return label.hasPrefix("÷") ? number.map { 1 / $0 } : number
  }

  private static func read(_ text: String) -> Reading? {
    let raised: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
    ]
    var exponent = 0
    var mantissa = String(text.filter { !$0.isWhitespace }).replacingOccurrences(of: "−", with: "-")
      .replacingOccurrences(of: ",", with: "")
    if let start = mantissa.firstIndex(where: { raised[$0] != nil }) {
      guard let power = Int(String(mantissa[start...].map { raised[$0] ?? $0 })) else { return nil }
      exponent = power
      mantissa = String(mantissa[..<start])
      guard mantissa.hasSuffix("10") else { return nil }
      mantissa.removeLast(2)
      if mantissa.hasSuffix("×") { mantissa.removeLast() }
      if mantissa.isEmpty || mantissa == "-" { mantissa += "1" }
    }
    guard let value = Double("\(mantissa)e\(exponent)") else { return nil }
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    return Reading(text: text, value: value, slack: 0.5 * pow(10, Double(exponent - decimals)))
  }
}
