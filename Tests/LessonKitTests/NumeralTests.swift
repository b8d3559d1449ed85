import LessonKit
import Testing

@Suite("Numerals") struct NumeralTests {
  @Test(
    "a number is rounded to significant digits",
    arguments: [
      (2508.0123, 4, "2508"), (2508.0123, 6, "2508.01"), (0.399, 4, "0.399"), (1655.06, 4, "1655"),
      (123_456.7, 4, "123457"), (1.2e-7, 4, "1.2e-07"), (0, 4, "0"), (-0.0001, 1, "-0.0001"), (1e6, 4, "1e+06"),
      (.nan, 4, "nan"), (-.infinity, 4, "-inf"), (100, 2, "1e+02"), (99.99, 3, "100"),
    ]) func short(_ value: Double, _ digits: Int, _ text: String)
  { #expect(Numeral.short(value, digits: digits) == text) }

  @Test(
    "digits stand in groups of three",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (100_000, "100,000"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ]) func grouped(_ value: Int, _ text: String)
  { #expect(Numeral.grouped(value) == text) }
}
