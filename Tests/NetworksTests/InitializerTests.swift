import Networks
import Tensors
import Testing

@Suite("Initial values") struct InitializerTests {
  static let shape = [80, 120]

  /// Rules with the variance that they promise for a weight of 80 × 120.
  static let variances: [(Initializer, Double)] = [
    (.normal(deviation: 0.3), 0.09), (.uniform(bound: 0.6), 0.12), (.lecun, 1.0 / 120), (.xavierUniform(), 0.01),
    (.xavierNormal(), 0.01), (.xavierNormal(gain: 2), 0.04), (.kaimingNormal(), 2.0 / 120),
    (.kaimingUniform(slope: 1), 1.0 / 120), (.standard, 1.0 / 360),
  ]

  @Test("have the mean and the variance that their rule promises", arguments: variances) func deviations(
    initializer: Initializer, variance: Double
  ) {
    var random = SeededGenerator(seed: 4)
    let value = initializer.draw(Self.shape, using: &random)
    #expect(value.shape == Self.shape)
    #expect(abs(value.mean()) < variance.squareRoot() * 0.04)
    #expect(abs((value * value).mean() / variance - 1) < 0.06)
  }

  @Test("uniform ones stay within their bound") func bounds() {
    var random = SeededGenerator(seed: 4)
    let value = Initializer.standard.draw([30, 25], using: &random)
    #expect(value.magnitude().greatest() <= 0.2)
    #expect(value.magnitude().greatest() > 0.19)
  }

  @Test("constant ones are constant") func constants() {
    var random = SeededGenerator(seed: 4)
    #expect(Initializer.zero.draw([3], using: &random) == Tensor([0, 0, 0]))
    #expect(Initializer.constant(2.5).draw([2], using: &random) == Tensor([2.5, 2.5]))
  }

  @Test("orthogonal ones have orthonormal rows or columns", arguments: [[6, 4], [4, 6], [4, 2, 3, 1]]) func orthogonal(
    shape: [Int]
  ) {
    var random = SeededGenerator(seed: 4)
    let value = Initializer.orthogonal(gain: 2).draw(shape, using: &random)
    #expect(value.shape == shape)
    let matrix = value.reshaped(to: [shape[0], value.count / shape[0]])
    let isWide = matrix.shape[0] <= matrix.shape[1]
    let product =
      isWide ? matrix.matmul(matrix, transposingSecond: true) : matrix.matmul(matrix, transposingFirst: true)
    for row in 0..<product.shape[0] {
      for column in 0..<product.shape[1] { #expect(abs(product[row, column] - (row == column ? 4 : 0)) < 1e-12) }
    }
  }
}
