import LessonKit

extension PNormBalls {
  /// Measured at its own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] { [diamond, hypercube, special, areas, zeros, elastic] }

  private var diamond: Finding {
    Finding(
      "p-norm.diamond",
      [
        Measurement(Double(PNorm(1).corners(of: 2).count), .exactly(4), when: "corners", zh: "尖角数"),
        Measurement(
          PNorm(1).size([0.5, 0.5]), .equal(to: 1, within: .absolute(1e-12)),
          when: "norm half way from corner to corner", zh: "两个尖角连线中点的范数"),
      ], how: "‖w‖₁ ≤ 1 for two weights", zh: "两个权重，‖w‖₁ ≤ 1")
  }

  private var hypercube: Finding {
    let (one, cube) = (PNorm(1).corners(of: 10), PNorm(.infinity).corners(of: 10))
    return Finding(
      "p-norm.hypercube",
      [
        Measurement(
          Double(one.count), .equal(to: Double(cube.count), within: .absolute(0)),
          when: "corners of the L1 ball, a cube’s stated", zh: "L1 球的尖角数，应为立方体的尖角数"),
        Measurement(
          cube.map { PNorm(1).size($0) }.max() ?? .nan, .equal(to: 1, within: .absolute(1e-9)),
          when: "L1 norm at a cube’s corners", zh: "立方体尖角处的 L1 范数"),
      ], how: "ten weights", zh: "10 个权重")
  }

  private var special: Finding {
    let w = [3.0, -4]
    return Finding(
      "p-norm.special",
      [
        Measurement(PNorm(1).size(w), .equal(to: 7, within: .absolute(1e-12)), when: "p = 1"),
        Measurement(PNorm(2).size(w), .equal(to: 5, within: .absolute(1e-12)), when: "p = 2"),
      ], how: "of w = (3, −4): |3| + |−4|, and √(3² + 4²)", zh: "w = (3, −4)：|3| + |−4| 与 √(3² + 4²)")
  }

  private var areas: Finding {
    Finding(
      "p-norm.areas",
      [(0.5, 2.0 / 3), (1, 2), (2, .pi), (.infinity, 4)].map { p, stated in
        let corners = PNorm(p).ball
        let twice = zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) {
          $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
        }
        return Measurement(
          twice / 2, .equal(to: stated, within: .absolute(1e-3)),
          when: p.isFinite ? Phrase("p = \(p)", zh: "p = \(p)") : "p = ∞")
      }, how: "area within the drawn curve", zh: "所画曲线围成的面积")
  }

  private var zeros: Finding {
    let (start, strength) = (0.2, 0.5)
    return Finding(
      "p-norm.zeros",
      [0.3, 0.5, 1, 1.1, 1.5, 2, 4].flatMap { p -> [Measurement] in
        let step = PNorm(p).proximal(start, strength: strength)
        let middle = PNorm(p).size([0.5, 0.5])
        return [
          Measurement(
            step, p <= 1 ? .exactly(0) : .greater(than: 0), when: "p = \(p): weight after a proximal step",
            zh: "p = \(p)：近端步之后的权重"),
          Measurement(
            middle, p >= 1 ? .less(than: 1 + 1e-12) : .greater(than: 1),
            when: "p = \(p): norm half way between two tips", zh: "p = \(p)：两个顶点连线中点的范数"),
        ]
      }, how: "the proximal step of λ|w|ᵖ from \(start), λ = \(strength)",
      zh: "λ|w|ᵖ 的近端步，从 \(start) 出发，λ = \(strength)")
  }

  private var elastic: Finding {
    let twins = PenalisedBowl(curvature: Hessian(xx: 1, xy: 0.999, yy: 1), optimum: Study.best)
    let (alone, both) = (twins.solution(.l1, strength: 0.2), twins.elasticNet(0.2, ridge: 0.2))
    return Finding(
      "p-norm.elastic",
      [
        Measurement(both.x - both.y, .less(than: 0.01), when: "elastic net: weights’ difference", zh: "弹性网：两个权重之差"),
        Measurement(alone.x - alone.y, .greater(than: 0.5), when: "L1 alone: weights’ difference", zh: "仅 L1：两个权重之差"),
        Measurement(
          twins.elasticNet(2, ridge: 2).length, .exactly(0), when: "elastic net at λ = 2: weights", zh: "弹性网，λ = 2 时的权重"
        ),
      ], how: "two features with correlation 0.999, λ = 0.2", zh: "两个相关系数为 0.999 的特征，λ = 0.2")
  }
}
