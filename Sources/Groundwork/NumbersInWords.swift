extension Digits {
  /// A share as a percentage: "15 %" with a thin space, and "15%" in Chinese.
  public static func percent(_ share: Double, digits: Int = 2) -> Phrase {
    let number = text(100 * share, digits: digits)
    return Phrase(english: number + "\u{2009}%", chinese: number + "%")
  }

  /// A number in words where it is large: "1,200", "3 million", "4 trillion"; "1,200", "300 万", "4 万亿" in Chinese.
  ///
  /// Beyond a thousand billions of billions it stays a power of ten.
  public static func words(_ number: Double, digits: Int = 1) -> Phrase {
    let size = abs(number)
    guard size >= 1e5, size < 1e21 else { return Phrase(same: text(number, digits: max(digits, 2))) }
    return Phrase(
      english: scaled(
        number, digits,
        [
          (1e18, "quintillion"), (1e15, "quadrillion"), (1e12, "trillion"), (1e9, "billion"), (1e6, "million"),
          (1e3, "thousand"),
        ]), chinese: scaled(number, digits, [(1e16, "亿亿"), (1e12, "万亿"), (1e8, "亿"), (1e4, "万")]))
  }

  private static func scaled(_ number: Double, _ digits: Int, _ units: [(Double, String)]) -> String {
    let (unit, name) = units.first { abs(number) >= 0.9995 * $0.0 } ?? (1, "")
    let value = number / unit
    // No more digits than asked, but never fewer than the whole part has.
    let step = pow(10, (log10(abs(value)) + 1e-12).rounded(.down) - Double(digits - 1))
    return text((value / step).rounded() * step, digits: 4) + "\u{A0}" + name
  }
}
