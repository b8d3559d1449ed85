import LessonKit
import Testing

@Suite("Norms of p") struct PNormTests {
  /// p, v, λ and the minimum of ½(x − v)² + λ|x|ᵖ that SciPy 1.17's `minimize_scalar` finds, to 1e-7.
  private static let steps: [[Double]] = [
    [0.3, 2, 0.5, 1.904445], [0.3, 1, 0.4, 0.8674396], [0.3, 0.4, 0.3, 0], [0.5, 2, 0.5, 1.814402],
    [0.5, 1, 0.4, 0.772439], [0.5, 0.4, 0.3, 0], [0.8, 2, 0.5, 1.6375736], [0.8, 1, 0.4, 0.6513523],
    [0.8, 0.4, 0.3, 0], [1, 2, 0.5, 1.5], [1, 1, 0.4, 0.6], [1, 0.4, 0.3, 0.1], [1.5, 2, 0.5, 1.1839344],
    [1.5, 1, 0.4, 0.5535816], [1.5, 0.4, 0.3, 0.1991713], [2, 2, 0.5, 1], [2, 1, 0.4, 0.5555556], [2, 0.4, 0.3, 0.25],
    [3, 2, 0.5, 0.8685171], [3, 1, 0.4, 0.5867995], [3, 0.4, 0.3, 0.31225], [4, 2, 0.5, 0.8351223],
    [4, 1, 0.4, 0.6195341], [4, 0.4, 0.3, 0.3489929],
  ]

  @Test("the proximal step is SciPy’s minimum, the same on both sides, zeros exact", arguments: steps) func proximal(
    row: [Double]
  ) {
    let x = PNorm(row[0]).proximal(row[1], strength: row[2])
    #expect(abs(x - row[3]) < 1e-6 && (row[3] == 0) == (x == 0))
    #expect(PNorm(row[0]).proximal([-row[1], row[1]], strength: row[2]) == [-x, x])
  }

  @Test(
    "the step for the largest weight is that of SciPy’s SLSQP",
    arguments: [
      ([3, -2, 0.5], 1.5, [1.75, -1.75, 0.5]), ([1, -0.9, 0.8], 1, [0.566667, -0.566667, 0.566667]),
      ([1, 0.2, 0.1], 2, [0, 0, 0]), ([], 1, []), ([2, -1], 0, [2, -1]),
    ] as [([Double], Double, [Double])]) func infinite(v: [Double], strength: Double, expected: [Double])
  {
    let x = PNorm(.infinity).proximal(v, strength: strength)
    #expect(x.count == expected.count && zip(x, expected).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("no weights nearby have a lower sum of distance and penalty", arguments: [0.2, 0.7, 1, 1.01, 1.7, 2, 6, 100])
  func least(p: Double) {
    for (v, strength) in [(0.01, 1.0), (0.5, 0.1), (3, 0.7), (40, 12), (0, 1), (2, 0)] {
      let x = PNorm(p).proximal(v, strength: strength)
      func cost(_ x: Double) -> Double { 0.5 * (x - v) * (x - v) + strength * pow(abs(x), p) }
      #expect((0...400).allSatisfy { cost(v * Double($0) / 400) >= cost(x) - 1e-12 * (1 + cost(0)) })
    }
  }

  @Test(
    "sizes are those of numpy.linalg.norm",
    arguments: [(0.5, 19.7061201), (1, 7.5), (1.5, 5.68355295), (2, 5.02493781), (3, 4.5), (.infinity, 4)]
      as [(Double, Double)]) func size(p: Double, expected: Double)
  {
    #expect(abs(PNorm(p).size([3, -4, 0.5]) - expected) < 1e-7)
    #expect(abs(PNorm(p).size([3e200, -4e200, 0.5e200]) / 1e200 - expected) < 1e-7)
    #expect(PNorm(p).size([0, 0]) == 0 && PNorm(p).size([]) == 0)
  }

  @Test(
    "the drawn ball has size 1 all around and the area of the closed form", arguments: [0.3, 0.5, 1, 1.5, 2, 4, 50])
  func ball(p: Double) {
    let norm = PNorm(p)
    let points = norm.ball
    #expect(points.allSatisfy { abs(norm.size([$0.x, $0.y]) - 1) < 1e-9 })
    let next = points.dropFirst() + points.prefix(1)
    let area = 0.5 * zip(points, next).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    #expect(abs(area - norm.area) < 2e-3)
    for tip in [Point(1, 0), Point(0, 1), Point(-1, 0), Point(0, -1)] { #expect(points.contains(tip)) }
  }

  @Test("a ball of n weights has 2n corners, 2ⁿ or none, each of size 1", arguments: 1...10) func corners(count: Int) {
    #expect(PNorm(0.5).corners(of: count).count == 2 * count && PNorm(1).corners(of: count).count == 2 * count)
    #expect(PNorm(.infinity).corners(of: count).count == 1 << count && PNorm(2).corners(of: count).isEmpty)
    for norm in [PNorm(1), PNorm(.infinity)] {
      let corners = norm.corners(of: count)
      #expect(Set(corners).count == corners.count && corners.allSatisfy { norm.size($0) == 1 })
    }
  }
}
