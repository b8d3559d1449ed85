/// Numbers as a reader wants them: true minus, commas from 10,000 on, powers of ten as superscripts.
public enum Digits {
  /// A number with so many significant digits, without trailing zeros: `0.773`, `2508`, `1.2×10⁻⁵`, `−3`.
  public static func text(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value > 0 ? "∞" : "−∞" }
    guard value != 0 else { return "0" }
    let size = abs(value)
    let exponent = Int(floor(log10(size) + 1e-12))
    if exponent < -4 || exponent > 6 {
      // In two steps where the power itself is too small for a number.
      let lift = exponent < -290 ? 30 : 0
      let mantissa = value * pow(10, Double(lift)) / pow(10, Double(exponent + lift))
      let rounded = fixed(mantissa, decimals: max(0, digits - 1), trim: true)
      if rounded == "10" { return "1×10" + superscript(exponent + 1) }
      return (rounded == "1" ? "" : rounded == "−1" ? "−" : rounded + "×") + "10" + superscript(exponent)
    }
    return fixed(value, decimals: max(0, digits - 1 - exponent), trim: true)
  }

  /// A count: `1000` steps, `20,000` starts.
  public static func count(_ value: Int) -> String { fixed(Double(value), decimals: 0) }

  /// A whole number with its English noun, in the plural but for one: "1 step", "2 steps".
  public static func count(_ value: Int, of noun: String) -> String {
    count(value) + " " + noun + (value == 1 ? "" : "s")
  }

  /// A number with so many decimals; commas between thousands from 10,000 on.
  public static func fixed(_ value: Double, decimals: Int, trim: Bool = false) -> String {
    let places = min(max(decimals, 0), 17)
    let scaled = (abs(value) * pow(10, Double(places))).rounded()
    guard scaled < 9e15 else { return text(value) }
    var digits = String(Int64(scaled))
    if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
    var whole = String(digits.dropLast(places))
    var part = String(digits.suffix(places))
    if trim { while part.hasSuffix("0") { part.removeLast() } }
    if whole.count > 4 { whole = grouped(whole) }
    let sign = value < 0 && scaled > 0 ? "−" : ""
    return sign + whole + (part.isEmpty ? "" : "." + part)
  }

  /// A whole number in superscript digits.
  public static func superscript(_ value: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let sign = value < 0 ? "⁻" : ""
    return sign + String(String(abs(value)).map { digits[$0.wholeNumberValue ?? 0] })
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (i, digit) in digits.enumerated() {
      if i > 0 && (digits.count - i) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }
}
