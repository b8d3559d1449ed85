import LessonKit
import Testing

@Suite("Repeated runs") struct RepeatedTests {
  @Test("every seed is run once, in order, from the first") func seeds() {
    let runs = Repeated(20, from: 7) { seed in seed * seed }
    #expect(runs.count == 20 && runs.first == 7)
    #expect(runs.values == (7..<27).map { $0 * $0 })
  }

  @Test("a spread is median, least and greatest; a run that is lost counts as beyond all others") func spread() {
    let spread = Spread([3, .nan, 1, 10, 2])
    #expect((spread.median, spread.lowest, spread.highest) == (3, 1, 10))
    let half = Spread([.nan, 4])
    #expect(half.median.isNaN && half.lowest == 4 && half.highest == 4)
    #expect(Spread([4, 1, 2, 3]).median == 2.5 && Spread([.nan, .nan, 0]).median.isNaN)
    let none = Spread([.nan])
    #expect(none.median.isNaN && none.lowest.isNaN && none.highest.isNaN)
  }

  @Test("spreads go place by place, as far as the shortest run") func spreads() {
    let runs = Repeated(3, from: 0) { seed in [Double](repeating: Double(seed), count: 4 - seed) }
    #expect(runs.spreads { $0 } == [Spread([0, 1, 2]), Spread([0, 1, 2])])
    #expect(runs.spread { $0[0] } == Spread([0, 1, 2]))
  }

  @Test("the condition names the seeds, or the only one") func condition() {
    #expect(Repeated(1, from: 3) { $0 }.condition == Phrase("seed 3", zh: "种子 3"))
    #expect(Spread.condition(seeds: 10, from: 0).english == "median and range of 10 seeds")
  }

  @Test("no seed at all stops the program") func none() async {
    await #expect(processExitsWith: .failure) { _ = Repeated(0, from: 0) { $0 } }
  }
}
