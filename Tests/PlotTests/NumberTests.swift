import Testing

@testable import Plot

@Suite("Numbers in words") struct NumberTests {
  @Test(
    "numbers keep their significant digits and lose their zeros",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.77312, "0.773"), (2508.01, "2508"), (-3.0, "−3"),
      (-0.25, "−0.25"), (12345.6, "12,346"), (1_234_567.0, "1,234,567"), (9999.5, "10,000"), (0.000123, "0.000123"),
      (0.0000123, "1.23×10⁻⁵"), (1e-5, "10⁻⁵"), (-1e-5, "−10⁻⁵"), (2e10, "2×10¹⁰"), (1e7, "10⁷"), (9.999e-6, "1×10⁻⁵"),
      (1e300, "10³⁰⁰"), (-1.5e300, "−1.5×10³⁰⁰"), (.leastNonzeroMagnitude, "4.94×10⁻³²⁴"), (0.1 + 0.2, "0.3"),
    ]) func text(value: Double, text: String)
  { #expect(Digits.text(value) == text) }

  @Test("a number is read back to the digits that it was given", arguments: [1, 2, 3, 4, 6]) func readBack(digits: Int)
  {
    var value = 1.23456789e-12
    while value < 1e12 {
      let text = Digits.text(value, digits: digits)
      let read = ReadNumber.value(text) ?? .nan
      let slack = value >= 1 && value < 1e7 ? max(0.5, 0.0) / value : 0
      let unit = 0.5 * [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6][digits - 1] * 1.0001
      #expect(abs(read / value - 1) <= max(unit, min(slack, 0.5)), "\(value) as \(text)")
      value *= 3.7
    }
  }

  @Test("numbers that are none have names", arguments: [(Double.nan, "NaN"), (.infinity, "∞"), (-.infinity, "−∞")])
  func none(value: Double, text: String) { #expect(Digits.text(value) == text) }

  @Test(
    "counts have commas from 10,000 on",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1000"), (9999, "9999"), (10_000, "10,000"), (123_456, "123,456"),
      (1_000_000, "1,000,000"), (-20_000, "−20,000"),
    ]) func count(value: Int, text: String)
  { #expect(Digits.count(value) == text) }

  @Test(
    "decimals are as many as asked for",
    arguments: [
      (1.0, 2, "1.00"), (0.05, 1, "0.1"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (-0.06, 1, "−0.1"),
      (12345.678, 2, "12,345.68"), (0.000001, 6, "0.000001"), (999.9999, 3, "1000.000"), (0.0, 3, "0.000"),
    ]) func fixed(value: Double, decimals: Int, text: String)
  { #expect(Digits.fixed(value, decimals: decimals) == text) }

  @Test("superscripts have their own minus", arguments: [(0, "⁰"), (-12, "⁻¹²"), (305, "³⁰⁵")]) func superscript(
    value: Int, text: String
  ) { #expect(Digits.superscript(value) == text) }

  @Test(
    "labels of an axis have the same decimals, a true minus and no needless zeros",
    arguments: [
      (-2.0, 2.0, ["−2", "−1", "0", "1", "2"]), (-0.3, 0.3, ["−0.3", "−0.2", "−0.1", "0", "0.1", "0.2", "0.3"]),
      (0.0, 40_000.0, ["0", "10,000", "20,000", "30,000", "40,000"]),
      (-5e9, 2e10, ["−0.5×10^{10}", "0", "0.5×10^{10}", "1.0×10^{10}", "1.5×10^{10}", "2.0×10^{10}"]),
      (1e-7, 3e-7, ["1.0×10^{-7}", "1.5×10^{-7}", "2.0×10^{-7}", "2.5×10^{-7}", "3.0×10^{-7}"]),
    ]) func labels(low: Double, high: Double, labels: [String])
  {
    let found = TickLabels.linear(LinearTicks(low...high, target: 5.5))
    #expect(found.map { $0.filter { $0 != "$" } } == labels)
  }

  @Test("all labels of an axis but 0 have the same number of decimals", arguments: TickCase.hard) func decimals(
    tick: TickCase
  ) {
    let labels = TickLabels.linear(LinearTicks(tick.domain, target: tick.target))
    let counts = labels.filter { $0 != "0" }.map { label in
      let mantissa = label.prefix { $0 != "×" }
      return mantissa.firstIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) }
    }
    #expect(Set(counts).count <= 1, "\(labels)")
    #expect(labels.allSatisfy { !$0.hasPrefix("-") && !$0.hasPrefix("$-") }, "\(labels)")
  }

  @Test("an axis of one value labels it") func single() {
    #expect(TickLabels.linear(LinearTicks(5...5, target: 5)) == ["5"])
    #expect(TickLabels.linear(LinearTicks(0...0, target: 5)) == ["0"])
  }
}
