import Autodiff
import Networks
import Tensors
import Testing

@Suite("Penalties and clipping")
struct PenaltyTests {
  static let penalties: [Penalty] = [
    .l1(0.3), .l2(0.7), .elasticNet(l1: 0.2, l2: 0.5), .pNorm(p: 3, strength: 0.4),
    .pNorm(p: 1.5, strength: 0.4),
  ]

  @Test("a penalty's gradient agrees with differences of its value", arguments: penalties)
  func gradients(penalty: Penalty) {
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

  @Test("values are what the formulas say")
  func values() {
    let w = Tensor([3, -4])
    #expect(Penalty.l1(2).value(of: w) == 14)
    #expect(Penalty.l2(2).value(of: w) == 25)
    #expect(Penalty.elasticNet(l1: 2, l2: 2).value(of: w) == 39)
    #expect(abs(Penalty.pNorm(p: 2, strength: 2).value(of: w) - 25) < 1e-13)
  }

  @Test(
    "a proximal step finds the least of distance and price",
    arguments: [Penalty.l1(0.3), .l2(0.7), .elasticNet(l1: 0.2, l2: 0.5)])
  func proximal(penalty: Penalty) {
    for start in [2, 0.1, -0.6, 0] {
      var w = Tensor([start])
      penalty.takeProximalStep(on: &w, rate: 0.8)
      let cost = { (x: Double) in
        0.5 * (x - start) * (x - start) + 0.8 * penalty.value(of: Tensor([x]))
      }
      for offset in [-0.5, -0.01, 0.01, 0.5] { #expect(cost(w[0]) <= cost(w[0] + offset)) }
    }
    var weak = Tensor([0.1])
    Penalty.l1(0.3).takeProximalStep(on: &weak, rate: 0.8)
    #expect(weak[0] == 0)
  }

  @Test("clipping by norm keeps the direction, by value keeps each element within bounds")
  func clipping() {
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
