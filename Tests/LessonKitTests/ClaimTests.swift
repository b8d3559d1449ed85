import LessonKit
import Testing

@Suite("Claims") struct ClaimTests {
  private func claim(_ cases: [Measurement], _ recorded: Ruling = .holds) -> Claim {
    Claim(Statement("t.c", "C1", from: "S1", "said", zh: "说", recorded), [Finding("t.c", cases, how: "so")])
  }

  private func claim(_ measured: Double, source: String) -> Claim {
    Claim(
      Statement("t.c", "C12", from: source, "said", zh: "说"),
      [Finding("t.c", states: 2508, measured: measured, within: .absolute(0.01), how: "so")])
  }

  @Test(
    "a measurement agrees when it is what was expected",
    arguments: [
      (2.0, .equal(to: 2, within: .absolute(0)), true), (2.1, .equal(to: 2, within: .absolute(0.05)), false),
      (2.1, .equal(to: 2, within: .relative(0.06)), true), (-2.1, .equal(to: -2, within: .relative(0.06)), true),
      (0, .equal(to: 0, within: .relative(0.5)), true), (1e-9, .equal(to: 0, within: .relative(0.5)), false),
      (1, .less(than: 1), false), (0.9, .less(than: 1), true), (1, .greater(than: 1), false),
      (1.1, .greater(than: 1), true), (1, .inside(1...2), true), (2.1, .inside(1...2), false),
      (.infinity, .greater(than: 1), true), (-.infinity, .less(than: 1), true),
      (.infinity, .equal(to: 1, within: .absolute(1)), false),
    ] as [(Double, Measurement.Expectation, Bool)]) func agreement(
      _ value: Double, _ expectation: Measurement.Expectation, _ agrees: Bool
    )
  { #expect(Measurement(value, expectation).agrees == agrees) }

  @Test(
    "what is not a number agrees with nothing",
    arguments: [
      .equal(to: 1, within: .absolute(9)), .equal(to: .nan, within: .absolute(9)), .less(than: 1), .greater(than: 1),
      .inside(0...1),
    ] as [Measurement.Expectation]) func notANumber(_ expectation: Measurement.Expectation)
  { #expect(!Measurement(.nan, expectation).agrees) }

  @Test(
    "the verdict follows from the measurements",
    arguments: [
      ([true], .holds), ([false], .fails), ([true, true], .holds), ([false, false], .fails), ([true, false], .depends),
      ([false, true, true], .depends),
    ] as [([Bool], Verdict)]) func verdict(_ outcomes: [Bool], _ expected: Verdict)
  {
    let cases = outcomes.map { Measurement($0 ? 1 : 0, .greater(than: 0.5)) }
    #expect(claim(cases).verdict == expected)
    #expect(claim(cases, .holds).isAsRecorded == (expected == .holds))
    #expect(claim(cases, .fails(correct: "x", source: "y")).isAsRecorded == (expected == .fails))
    #expect(claim(cases, .depends(on: "z")).isAsRecorded == (expected == .depends))
  }

  @Test("a claim with a number says it, the measured one and the tolerance") func json() {
    let claim = claim(2508.01, source: "S2")
    let json = claim.json(.chinese)
    #expect(json["statement"] == "说")
    #expect(json["stated"] == 2508)
    #expect(json["measured"] == 2508.01)
    #expect(json["tolerance"] == 0.01)
    #expect(json["verdict"] == "fails", "2508.01 − 2508 is a little more than 0.01 in binary")
    #expect(claim.numbers(.english) == "stated 2508, measured 2508.01")
  }

  @Test("a number that the course does not state is not called stated") func unstated() {
    let claim = claim(2508, source: Statement.unstated)
    #expect(claim.numbers(.english) == "expected 2508, measured 2508")
    #expect(claim.numbers(.chinese) == "应为 2508，实测 2508")
    #expect(claim.json(.english)["source"] == "unstated")
  }

  @Test("a statement on record says what it is without a measurement") func record() {
    let statement = Statement("t.s", "C1", from: "S1", "said", zh: "说", .fails(correct: "larger", source: "a paper"))
    let json = statement.json(.chinese)
    #expect(json.members.map(\.name) == ["id", "code", "statement", "source", "recorded", "correct", "correct_source"])
    #expect(json["statement"] == "说" && json["recorded"] == "fails")
    #expect(statement.lesson == "t")
  }

  @Test("a claim that fails or depends says what is right, or on what") func corrections() {
    let wrong = claim([Measurement(2, .less(than: 1))], .fails(correct: "larger", source: "a paper"))
    #expect(wrong.json(.english)["correct"] == "larger")
    #expect(wrong.json(.english)["correct_source"] == "a paper")
    #expect(wrong.json(.english)["stated"] == .null)
    let open = claim([Measurement(2, .less(than: 1))], .depends(on: "the start"))
    #expect(open.json(.english)["depends_on"] == "the start")
    #expect(open.json(.english)["recorded"] == "depends")
  }
}
