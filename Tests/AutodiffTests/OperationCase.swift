import Autodiff
import Tensors
import Testing

/// An operation with shapes for its inputs.
struct OperationCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let shapes: [[Int]]
  /// Inputs lie between these.
  let range: ClosedRange<Double>
  let function: @Sendable ([Variable]) -> Variable

  init(
    _ name: String, _ shapes: [Int]..., in range: ClosedRange<Double> = -2...2,
    _ function: @escaping @Sendable ([Variable]) -> Variable
  ) {
    (testDescription, self.shapes, self.range) = (name, shapes, range)
    self.function = function
  }

  /// Random inputs away from the corner that ReLU and the like have at 0.
  func inputs(seed: UInt64) -> [Tensor] {
    var random = SeededGenerator(seed: seed)
    return shapes.map { shape in random.uniform(in: range, shape: shape).map { abs($0) < 0.05 ? $0 + 0.1 : $0 } }
  }

  /// A random upstream gradient of the result's shape.
  func seed(for check: GradientCheck, at inputs: [Tensor]) -> Tensor {
    let tape = Tape()
    var random = SeededGenerator(seed: 5)
    return random.uniform(in: -1...1, shape: check.function(inputs.map { tape.constant($0) }).shape)
  }
}

extension OperationTests {
  static let cases = arithmetic + functions + layouts + products

  static let arithmetic: [OperationCase] = [
    OperationCase("a + b", [3, 4], [3, 4]) { $0[0] + $0[1] }, OperationCase("a + row", [3, 4], [4]) { $0[0] + $0[1] },
    OperationCase("column + a", [3, 1], [3, 4]) { $0[0] + $0[1] },
    OperationCase("a + scalar", [2, 3], []) { $0[0] + $0[1] }, OperationCase("a + a", [3, 4]) { $0[0] + $0[0] },
    OperationCase("a − b", [3, 4], [3, 4]) { $0[0] - $0[1] },
    OperationCase("row − column", [4], [3, 1]) { $0[0] - $0[1] },
    OperationCase("a·b", [3, 4], [3, 4]) { $0[0] * $0[1] }, OperationCase("a·a", [3, 4]) { $0[0] * $0[0] },
    OperationCase("row·column", [1, 4], [3, 1]) { $0[0] * $0[1] },
    OperationCase("channels·images", [3, 1, 1], [2, 3, 2, 2]) { $0[0] * $0[1] },
    OperationCase("middle dimension repeated", [2, 1, 3], [2, 4, 1]) { $0[0] * $0[1] },
    OperationCase("scalar·a", [], [2, 3]) { $0[0] * $0[1] },
    OperationCase("a / b", [3, 4], [3, 4], in: 0.5...2) { $0[0] / $0[1] },
    OperationCase("row / column", [4], [3, 1], in: 0.5...2) { $0[0] / $0[1] },
    OperationCase("a / a²", [3], in: 0.5...2) { $0[0] / ($0[0] * $0[0]) },
    OperationCase("numbers", [5]) { 2 - ($0[0] * 3 + 1) / 4 - 0.5 + 2 * -$0[0] },
  ]

  static let functions: [OperationCase] = [
    OperationCase("sigmoid", [11]) { $0[0].sigmoid() }, OperationCase("tanh", [11]) { $0[0].hyperbolicTangent() },
    OperationCase("ReLU", [11]) { $0[0].relu() },
    OperationCase("leaky ReLU", [11]) { $0[0].mapped(by: LeakyReLU(negativeSlope: 0.2)) },
    OperationCase("ELU", [11]) { $0[0].mapped(by: ELU(depth: 0.7)) },
    OperationCase("SELU", [11]) { $0[0].mapped(by: SELU()) }, OperationCase("GELU", [11]) { $0[0].mapped(by: GELU()) },
    OperationCase("SiLU", [11]) { $0[0].mapped(by: SiLU()) }, OperationCase("softplus", [11]) { $0[0].softplus() },
    OperationCase("Huber", [11]) { $0[0].mapped(by: HuberFunction(bound: 0.8)) },
    OperationCase("exp", [11]) { $0[0].exponential() }, OperationCase("log", [11], in: 0.5...3) { $0[0].logarithm() },
    OperationCase("square", [11]) { $0[0].squared() },
    OperationCase("square root", [11], in: 0.5...3) { $0[0].squareRoot() },
    OperationCase("power", [11], in: 0.5...2) { $0[0].power(-1.7) },
    OperationCase("reciprocal", [11], in: 0.5...2) { $0[0].reciprocal() }, OperationCase("sine", [11]) { $0[0].sine() },
    OperationCase("cosine", [11]) { $0[0].cosine() }, OperationCase("magnitude", [11]) { $0[0].magnitude() },
    OperationCase("softmax of rows", [4, 5]) { $0[0].softmax() },
    OperationCase("softmax of columns", [4, 5, 2]) { $0[0].softmax(along: 1) },
    OperationCase("log softmax of rows", [4, 5]) { $0[0].logSoftmax() },
    OperationCase("log softmax of columns", [4, 5]) { $0[0].logSoftmax(along: 0) },
    OperationCase("cross-entropy", [4, 3]) { $0[0].crossEntropy(classes: [2, 0, 1, 1]) },
    OperationCase("smoothed cross-entropy", [4, 3]) { $0[0].crossEntropy(classes: [2, 0, 1, 1], smoothing: 0.2) },
    OperationCase("normalised rows", [4, 5]) { $0[0].normalized(outer: 1, groups: 4, inner: 5) },
    OperationCase("normalised channels", [3, 2, 4]) { $0[0].normalized(outer: 3, groups: 2, inner: 4) },
  ]

  static let layouts: [OperationCase] = [
    OperationCase("reshape", [3, 4]) { $0[0].reshaped(to: [2, 6]) },
    OperationCase("transpose", [3, 4]) { $0[0].transposed() },
    OperationCase("permute", [2, 3, 4]) { $0[0].permuted([2, 0, 1]) }, OperationCase("sum", [3, 4]) { $0[0].sum() },
    OperationCase("sums of rows", [3, 4]) { $0[0].sum(along: [1]) },
    OperationCase("sums of columns", [3, 4]) { $0[0].sum(along: [0], keepingRank: true) },
    OperationCase("sums over outer and inner", [2, 3, 4]) { $0[0].sum(along: [0, -1]) },
    OperationCase("mean", [3, 4]) { $0[0].mean() },
    OperationCase("means over the middle", [2, 3, 4]) { $0[0].mean(along: [1]) },
    OperationCase("broadcast", [3, 1]) { $0[0].broadcast(to: [2, 3, 4]) },
    OperationCase("greatest of rows", [3, 5]) { $0[0].greatest(along: 1) },
    OperationCase("greatest over the middle", [2, 3, 2]) { $0[0].greatest(along: 1, keepingRank: true) },
    OperationCase("slice", [3, 5]) { $0[0].slice(1..<4, along: -1) },
    OperationCase("slice of rows", [4, 2]) { $0[0].slice(1..<3, along: 0) },
    OperationCase("join of rows", [2, 3], [1, 3]) { Variable.concatenating($0) },
    OperationCase("join of columns", [2, 3], [2, 2]) { Variable.concatenating($0 + $0, along: 1) },
    OperationCase("gather with a row twice", [4, 3]) { $0[0].gathered([2, 0, 2]) },
    OperationCase("pick", [3, 4]) { $0[0].picked([1, 3, 0]) },
  ]

  static let products: [OperationCase] = [
    OperationCase("A·B", [3, 4], [4, 2]) { $0[0].matmul($0[1]) },
    OperationCase("Aᵀ·B", [4, 3], [4, 2]) { $0[0].matmul($0[1], transposingFirst: true) },
    OperationCase("A·Bᵀ", [3, 4], [2, 4]) { $0[0].matmul($0[1], transposingSecond: true) },
    OperationCase("Aᵀ·Bᵀ", [4, 3], [2, 4]) { $0[0].matmul($0[1], transposingFirst: true, transposingSecond: true) },
    OperationCase("A·A", [3, 3]) { $0[0].matmul($0[0]) },
    OperationCase("stack·stack", [2, 3, 4], [2, 4, 2]) { $0[0].matmul($0[1]) },
    OperationCase("stackᵀ·stackᵀ", [2, 4, 3], [2, 2, 4]) {
      $0[0].matmul($0[1], transposingFirst: true, transposingSecond: true)
    }, OperationCase("stack·matrix", [2, 3, 4], [4, 2]) { $0[0].matmul($0[1]) },
    OperationCase("matrix·stack", [3, 4], [2, 4, 2]) { $0[0].matmul($0[1]) },
    OperationCase("x·Wᵀ + b", [5, 4], [3, 4], [3]) { $0[0].affine(weight: $0[1], bias: $0[2]) },
    OperationCase("x·Wᵀ + b of a stack", [2, 3, 4], [2, 4], [2]) { $0[0].affine(weight: $0[1], bias: $0[2]) },
    OperationCase("convolution", [2, 3, 5, 4], [2, 3, 3, 3]) { $0[0].convolved(with: $0[1]) },
    OperationCase("convolution with bias, padding, stride", [2, 2, 5, 6], [3, 2, 3, 2], [3]) {
      $0[0].convolved(with: $0[1], bias: $0[2], stride: 2, padding: 1)
    }, OperationCase("convolution of 1×1", [2, 3, 2, 2], [4, 3, 1, 1]) { $0[0].convolved(with: $0[1]) },
    OperationCase("max pooling", [2, 2, 5, 4]) { $0[0].maxPooled(window: 2) },
    OperationCase("overlapping max pooling", [1, 2, 5, 5]) { $0[0].maxPooled(window: 3, stride: 1) },
    OperationCase("mean pooling", [2, 2, 5, 4]) { $0[0].meanPooled(window: 2) },
    OperationCase("overlapping mean pooling", [1, 2, 5, 5]) { $0[0].meanPooled(window: 3, stride: 2) },
  ]
}
