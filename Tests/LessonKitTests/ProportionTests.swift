import LessonKit
import Testing

@Suite("A proportion") struct ProportionTests {
  @Test(
    "has Wilson's interval, within 0 and 1",
    arguments: [(17, 2000, 0.00532, 0.01357), (0, 10, 0, 0.27753), (50, 100, 0.40383, 0.59617), (100, 100, 0.96301, 1)])
  func interval(hits: Int, trials: Int, low: Double, high: Double) {
    let range = Proportion(hits, of: trials).interval
    #expect(abs(range.lowerBound - low) < 2e-5 && abs(range.upperBound - high) < 2e-5, "\(range)")
    #expect(range.contains(Proportion(hits, of: trials).share))
  }
}
