import Testing

@testable import Fields
@testable import Plot

@Suite("Scales") struct ScaleTests {
  @Test(
    "a linear scale sends ends to ends and keeps proportions",
    arguments: [(-2.0, 100.0), (0.0, 300.0), (2.0, 500.0), (3.0, 600.0), (-4.0, -100.0)]) func linear(
      value: Double, position: Double
    )
  {
    let scale = Scale(.linear, domain: -2...2, start: 100, end: 500)
    #expect(scale(value) == position)
  }

  @Test(
    "a log scale spreads decades evenly",
    arguments: [(0.01, 0.0), (0.1, 50.0), (1.0, 100.0), (10.0, 150.0), (100.0, 200.0)]) func logarithmic(
      value: Double, position: Double
    )
  {
    let scale = Scale(.log, domain: 0.01...100, start: 0, end: 200)
    #expect(abs(scale(value) - position) < 1e-12)
  }

  @Test("a scale with its ends exchanged runs the other way", arguments: [Scale.Kind.linear, .log]) func reversed(
    kind: Scale.Kind
  ) {
    let scale = Scale(kind, domain: 1...100, start: 400, end: 20)
    #expect(scale(1) == 400)
    #expect(scale(100) == 20)
    #expect(scale(2) > scale(3))
  }

  @Test("an empty domain maps to the middle of the range", arguments: [Scale.Kind.linear, .log]) func emptyDomain(
    kind: Scale.Kind
  ) {
    let scale = Scale(kind, domain: 3...3, start: 10, end: 30)
    for value in [3, 0, -1, .infinity, 1e300] { #expect(scale(value) == 20) }
  }

  @Test("NaN stays NaN", arguments: [Scale.Kind.linear, .log]) func notANumber(kind: Scale.Kind) {
    #expect(Scale(kind, domain: 1...100, start: 0, end: 1)(.nan).isNaN)
  }

  @Test("what a log scale cannot show lies infinitely far below", arguments: [0.0, -0.0, -1, -1e300]) func notPositive(
    value: Double
  ) {
    #expect(Scale(.log, domain: 1...100, start: 0, end: 200)(value) == -.infinity)
    #expect(Scale(.log, domain: 1...100, start: 200, end: 0)(value) == .infinity)
  }

  @Test(
    "value(at:) undoes the scale",
    arguments: [
      Scale(.linear, domain: -2...2, start: 100, end: 500), Scale(.linear, domain: 1e-9...3e-9, start: 0, end: 1),
      Scale(.linear, domain: -5e9...2e10, start: 700, end: 3), Scale(.log, domain: 1e-12...1e12, start: 0, end: 900),
      Scale(.log, domain: 0.2...7, start: 640, end: 80),
    ]) func inverse(scale: Scale)
  {
    for step in -2...12 {
      let position = scale.start + Double(step) / 10 * (scale.end - scale.start)
      let back = scale(scale.value(at: position))
      #expect(abs(back - position) < 1e-9 * (abs(scale.start) + abs(scale.end)), "\(position)")
    }
  }

  @Test("an empty range has the smallest value everywhere") func emptyRange() {
    #expect(Scale(.linear, domain: 2...5, start: 7, end: 7).value(at: 7) == 2)
  }

  @Test("neighbouring values of a huge domain keep their order") func huge() {
    let scale = Scale(.linear, domain: -1e300...1e300, start: 0, end: 1000)
    #expect(scale(0) == 500)
    #expect(scale(-1e300) == 0)
    #expect(scale(1e300) == 1000)
  }
}
