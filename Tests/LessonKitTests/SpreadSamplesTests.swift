import LessonKit
import Testing

@Suite("Points denser towards both ends") struct SpreadSamplesTests {
  @Test("places lie in [0, 1], each near its own of the evenly spread angles", arguments: [1, 6, 30, 60]) func places(
    count: Int
  ) {
    for seed in 0..<5 {
      let samples = CosineSamples(spreadOut: seed, count: count, noise: 0.3)
      #expect(samples.xs.count == count && samples.ys.count == count)
      #expect(samples.xs == samples.xs.sorted() && samples.xs.allSatisfy { (0...1).contains($0) })
      // Sorting brings no place further from its own than the shift.
      for (index, x) in samples.xs.enumerated() {
        let u = acos(1 - 2 * x) / .pi * Double(count)
        #expect(abs(u - Double(index) - 0.5) <= 1.0 + 1e-9)
      }
    }
  }

  @Test("heights are the curve plus noise of the deviation asked for") func heights() {
    let errors = (0..<40).flatMap { seed -> [Double] in
      let samples = CosineSamples(spreadOut: seed, count: 50, noise: 0.3)
      return zip(samples.xs, samples.ys).map { $1 - CosineSamples.truth($0) }
    }
    let deviation = (errors.map { $0 * $0 }.mean).squareRoot()
    #expect(abs(errors.mean) < 0.03 && abs(deviation / 0.3 - 1) < 0.06)
    let exact = CosineSamples(spreadOut: 3, count: 20, noise: 0)
    #expect(exact.ys == exact.xs.map(CosineSamples.truth))
  }

  @Test("the polynomial through all points swings a million times less than through points drawn anywhere") func calm()
    throws
  {
    func error(_ samples: CosineSamples) throws -> Double {
      try LegendreFit(30, xs: samples.xs, ys: samples.ys, basis: .decaying).meanSquareError(
        against: CosineSamples.truth)
    }
    let anywhere = try Spread((0..<15).map { try error(CosineSamples(seed: $0, count: 30, noise: 0.3)) })
    let spread = try Spread((0..<15).map { try error(CosineSamples(spreadOut: $0, count: 30, noise: 0.3)) })
    #expect(anywhere.median > 1e6 * spread.median && spread.median < 20)
  }
}
