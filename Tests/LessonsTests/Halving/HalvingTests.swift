import LessonKit
import Testing

@testable import Lessons

@Suite("Halving") struct HalvingTests {
  @Test("each step leaves one minus the learning rate", arguments: [(0.5, 20), (0.9, 6), (1.0, 1)]) func steps(
    rate: Double, steps: Int
  ) {
    let study = Halving.Study(rate: rate)
    #expect(study.steps == steps)
    for (before, after) in zip(study.distances, study.distances.dropFirst()) {
      #expect(abs(after - abs(1 - rate) * before) < 1e-12)
    }
  }

  @Test("what the course says is measured as it is recorded") func claims() throws {
    let claims = Catalog([Halving.self], statements: Statement.halving).claims(try Recipe(Halving.self).findings())
    #expect(!claims.isEmpty)
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.statement.id)") }
  }
}
