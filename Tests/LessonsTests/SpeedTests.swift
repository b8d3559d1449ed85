import Testing

@Suite("Speed") struct SpeedTests {
  /// How much more than on a quiet machine a drawing may take beside other tests.
  private static let slack = 4.0

  @Test("a lesson’s own figure is composed in half a second, any other in one and a half", arguments: Specimen.figures)
  func composes(specimen: Specimen) throws {
    let limit = (specimen.isHero ? 0.5 : 1.5) * Self.slack * Yardstick.slowness
    let seconds = try specimen.shown().seconds
    #expect(seconds <= limit)
  }
}
