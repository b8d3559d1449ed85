import Testing

@Suite("Numbers as readers read them") struct NumberTests {
  @Test(
    "numbers are read as a reader reads them",
    arguments: [
      ("−1.5", -1.5), ("10,000", 10_000), ("1.7×10⁻⁵", 1.7e-5), ("10⁻¹⁰", 1e-10), ("10⁰", 1), ("−10³", -1000), ("0", 0),
      ("1000", 1000), ("1.0×10¹⁰", 1e10),
    ]) func values(label: String, value: Double)
  {
    let read = Numbers.value(label) ?? .nan
    #expect(abs(read - value) <= 1e-12 * abs(value))
  }

  @Test("texts that are no numbers are not read as any", arguments: ["", "x", "−", "∞", "NaN", "-"]) func none(
    label: String
  ) { #expect(Numbers.value(label) == nil) }

  @Test("all numbers of a sentence are found") func sentence() {
    let text = "From (−1.5, 2), 10,000 steps: Adam 1.7×10⁻⁵, RMSprop 0.39."
    #expect(Numbers.all(in: text).map(\.value) == [-1.5, 2, 10_000, 1.7e-5, 0.39])
  }
}
