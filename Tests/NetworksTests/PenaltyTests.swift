import Autodiff
import Foundation
import Networks
import Tensors
import Testing

@Suite("Penalties and clipping") struct PenaltyTests {
  static let penalties: [Penalty] = [
    .l1(0.3), .l2(0.7), .elasticNet(l1: 0.2, l2: 0.5), .pNorm(p: 3, strength: 0.4), .pNorm(p: 1.5, strength: 0.4),
    .pNorm(p: 0.5, strength: 0.4),
  ]

  @Test("a penalty's gradient agrees with differences of its value", arguments: penalties) func gradients(
    penalty: Penalty
  ) {
    let w = Tensor([0.5, -1.5, 2, -0.1])
    var gradient = Tensor([1, 1, 1, 1])
    penalty.addGradient(of: w, to: &gradient)
    for index in 0..<4 {
      var (above, below) = (w, w)
      above[index] += 1e-5
      below[index] -= 1e-5
      let slope = (penalty.value(of: above) - penalty.value(of: below)) / 2e-5
      #expect(abs(gradient[index] - 1 - slope) < 1e-8)
    }
  }

  @Test("values are what the formulas say") func values() {
    let w = Tensor([3, -4])
    #expect(Penalty.l1(2).value(of: w) == 14)
    #expect(Penalty.l2(2).value(of: w) == 25)
    #expect(Penalty.elasticNet(l1: 2, l2: 2).value(of: w) == 39)
    #expect(abs(Penalty.pNorm(p: 2, strength: 2).value(of: w) - 25) < 1e-13)
  }

  @Test(
    "a proximal step finds the least of distance and price",
    arguments: [Penalty.l1(0.3), .l2(0.7), .elasticNet(l1: 0.2, l2: 0.5)]) func proximal(penalty: Penalty)
  {
    for start in [2, 0.1, -0.6, 0] {
      var w = Tensor([start])
      penalty.takeProximalStep(on: &w, rate: 0.8)
      let cost = { (x: Double) in 0.5 * (x - start) * (x - start) + 0.8 * penalty.value(of: Tensor([x])) }
      for offset in [-0.5, -0.01, 0.01, 0.5] { #expect(cost(w[0]) <= cost(w[0] + offset)) }
    }
    var weak = Tensor([0.1])
    Penalty.l1(0.3).takeProximalStep(on: &weak, rate: 0.8)
    #expect(weak[0] == 0)
  }

  @Test(
    "the proximal step of a p-norm is the least of all points of a fine grid",
    arguments: [0.1, 0.5, 0.9, 1, 1.001, 1.2, 1.5, 1.99, 2, 2.5, 3, 7, 40]) func power(p: Double)
  {
    let rate = 0.8
    for strength in [1e-3, 0.3, 1, 20] {
      let penalty = Penalty.pNorm(p: p, strength: strength)
      for start in [5, 1.3, 1, -0.6, 0.1, -1e-4, 0] {
        var w = Tensor([start])
        penalty.takeProximalStep(on: &w, rate: rate)
        func cost(_ x: Double) -> Double { 0.5 * (x - start) * (x - start) + rate * penalty.value(of: Tensor([x])) }
        #expect(w[0] * start >= 0 && abs(w[0]) <= abs(start))
        let grid = (0...4000).map { start * Double($0) / 4000 }
        let least = grid.min { cost($0) < cost($1) } ?? .nan
        let slack = 1e-13 * (1 + start * start)
        #expect(cost(w[0]) <= cost(least) + slack, "\(start), \(strength): \(w[0]), not \(least)")
        // Below 1 there are two minima; a tie aside, it is the one of the grid.
        let isTie = abs(cost(0) - cost(least)) < 1e-6 * start * start
        if !isTie { #expect(abs(w[0] - least) <= abs(start) / 4000 + 1e-15) }
      }
    }
  }

  @Test("p-norms of 1 and 2 take the steps of L1 and L2, and one below 1 jumps to exactly 0") func powers() {
    let start = Tensor([2, -0.3, 0.1, 0, .nan])
    for (power, other) in [
      (Penalty.pNorm(p: 1, strength: 0.4), Penalty.l1(0.4)), (.pNorm(p: 2, strength: 0.4), .l2(0.4)),
    ] {
      var (a, b) = (start, start)
      power.takeProximalStep(on: &a, rate: 0.5)
      other.takeProximalStep(on: &b, rate: 0.5)
      for index in 0..<4 { #expect(abs(a[index] - b[index]) < 1e-15) }
      #expect(a[4].isNaN)
    }
    // Half thresholding: of (x − a)² + λ·√x, here with λ = 4, up to a = ∛54/4·λ^⅔ (Z. Xu et al. 2012).
    let half = Penalty.pNorm(p: 0.5, strength: 1)
    let threshold = pow(54, 1.0 / 3) / 4 * pow(4, 2.0 / 3)
    var near = Tensor([threshold * 0.999, threshold * 1.001])
    half.takeProximalStep(on: &near, rate: 1)
    #expect(near[0] == 0 && near[1] > 1)
  }

  @Test("a p-norm of no strength, or of a penalty without a rate, moves nothing") func idle() {
    for p in [0.5, 1, 1.5, 2, 3] {
      var w = Tensor([2, -0.3, 1e-300])
      Penalty.pNorm(p: p, strength: 0).takeProximalStep(on: &w, rate: 1)
      #expect(w == Tensor([2, -0.3, 1e-300]))
    }
  }

  @Test("clipping by norm keeps the direction, by value keeps each element within bounds") func clipping() {
    var gradients = [Tensor([3, 0]), Tensor([0, 4])]
    #expect(Clipping.norm(of: gradients) == 5)
    Clipping.norm(1).apply(to: &gradients)
    #expect(abs(gradients[0][0] - 0.6) < 1e-6)
    #expect(abs(gradients[1][1] - 0.8) < 1e-6)
    #expect(Clipping.norm(of: gradients) <= 1)
    let small = gradients
    Clipping.norm(2).apply(to: &gradients)
    #expect(gradients == small)
    var others = [Tensor([-7, 0.5, 2])]
    Clipping.value(1).apply(to: &others)
    #expect(others == [Tensor([-1, 0.5, 1])])
  }
}
