import LessonKit
import Testing

@Suite("Spreads on a log axis") struct SpreadRangeTests {
  @Test("all that is positive has room", arguments: [(1.0, 1.0), (1e-120, 3), (2, 1e90), (1e-279, 1e279)]) func range(
    low: Double, high: Double
  ) throws {
    let range = try #require(Spread.decades([Spread([low, high]), Spread([0, .nan, high])]))
    #expect(range.lowerBound > 0 && range.lowerBound < low && range.upperBound > high && range.upperBound.isFinite)
  }

  @Test("nothing positive has no range") func nothing() {
    #expect(Spread.decades([Spread([0, 0]), Spread([.nan]), Spread([.infinity])]) == nil)
  }
}
