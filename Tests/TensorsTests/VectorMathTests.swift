import Foundation
import Tensors
import Testing

@Suite("Functions of whole tensors") struct VectorMathTests {
  /// Numbers of a range, and counts that leave a remainder of eight.
  static func numbers(_ bound: Double) -> [Double] {
    var random = SeededGenerator(seed: 7)
    return random.uniform(in: -bound...bound, shape: [4_099]).elements
  }

  // The C library's own functions are within one unit of the true value.

  @Test("the exponential is within one unit in the last place", arguments: [1e-3, 1, 30, 349.0]) func exponential(
    bound: Double
  ) {
    let x = Self.numbers(bound)
    #expect(distance(Tensor(x).exponential(), x.map { exp($0) }) <= 2)
  }

  @Test("the sigmoid is within 2.5 units in the last place", arguments: [1e-3, 1, 30, 349.0]) func sigmoid(
    bound: Double
  ) {
    let x = Self.numbers(bound)
    #expect(distance(Tensor(x).sigmoid(), x.map { 1 / (1 + exp(-$0)) }) <= 4)
  }

  @Test("the tangent is within 2.5 units in the last place", arguments: [1e-9, 0.1, 1, 30]) func tangent(bound: Double)
  {
    let x = Self.numbers(bound)
    #expect(distance(Tensor(x).hyperbolicTangent(), x.map { tanh($0) }) <= 3.5)
  }

  @Test("far out, and for NaN, they do what the C library does") func extremes() {
    let x = Tensor([.infinity, -.infinity, 0, -0.0, 710, -746, 1e-300, 5, 400, -400])
    #expect(x.exponential().elements[..<6] == [.infinity, 0, 1, 1, .infinity, 0])
    #expect(x.hyperbolicTangent().elements == x.elements.map { tanh($0) })
    #expect(x.hyperbolicTangent().elements[3].sign == .minus)
    #expect(x.sigmoid().elements[..<4] == [1, 0, 0.5, 0.5])
    let mixed = Tensor([1, .nan, 2])
    for result in [mixed.exponential(), mixed.sigmoid(), mixed.hyperbolicTangent()] {
      #expect(result.elements.map(\.isNaN) == [false, true, false])
    }
    #expect(Tensor([]).exponential().count == 0)
  }

  /// The greatest distance in units of the expected value's last place.
  private func distance(_ values: Tensor, _ expected: [Double]) -> Double {
    zip(values.elements, expected).map { abs($0 - $1) / $1.ulp }.max() ?? .infinity
  }
}
