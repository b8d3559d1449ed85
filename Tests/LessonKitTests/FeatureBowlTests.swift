import LessonKit
import Testing

@Suite("The bowl of a linear model") struct FeatureBowlTests {
  @Test("the course's features: 17.2 and 2.8 become 1.5 and 0.5, 42.3 steps become 19.9") func numbers() {
    let (raw, even) = (FeatureBowl.course, FeatureBowl.course.standardised)
    #expect(abs(raw.covariance.eigenvalues.largest - (10 + 52.0.squareRoot())) < 1e-12)
    #expect(abs(raw.covariance.eigenvalues.smallest - (10 - 52.0.squareRoot())) < 1e-12)
    #expect(abs(even.covariance.conditionNumber - 3) < 1e-12)
    #expect(abs(raw.lawfulSteps(to: 1e-6) - 42.254) < 1e-3)
    #expect(abs(even.lawfulSteps(to: 1e-6) - 19.932) < 1e-3)
  }

  @Test(
    "from any start the distance shrinks by (κ − 1)/(κ + 1) a step",
    arguments: [Vector2(-0.4, 0.5), Vector2(1, 0), Vector2(0.01, -2)]) func law(start: Vector2)
  {
    for bowl in [FeatureBowl.course, FeatureBowl.course.standardised] {
      let distances = bowl.walk(from: start, to: 1e-6).distances(to: Vector2(0, 0)).prefix(15)
      for (near, far) in zip(distances.dropFirst(), distances) { #expect(abs(near / far - bowl.shrinking) < 1e-9) }
    }
  }

  @Test("two features never get worse; of three and more some do; the same seed, the same shares") func trials() {
    let shares = Standardising.shares(draws: 1000, seed: 3)
    for way in Standardising.Way.allCases { #expect(shares[way.rawValue][0].hits == 0) }
    #expect(shares[0][1].hits > 40 && shares[1][1].hits > 20)
    #expect(shares[2][3].hits < shares[2][1].hits)
    #expect(shares == Standardising.shares(draws: 1000, seed: 3))
    #expect(shares[1] == Standardising.shares([.samples], draws: 1000, seed: 3)[0])
  }
}
