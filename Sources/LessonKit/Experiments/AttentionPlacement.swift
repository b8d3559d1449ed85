/// One-head self-attention on the residual path or in the branch, before any training: how it stretches small changes.
///
/// Blocks are Attn(x) + F(x) or x + F(Attn(x)), with F(u) = W₂·ReLU(W₁·u), no biases, no normalisation. The weights of the
/// attention have variance 1/n, those of the branch that times the square of their size.
public struct AttentionPlacement: Sendable {
  /// Tokens of the sequence.
  public let tokens: Int
  /// Numbers of each token.
  public let width: Int
  /// What the standard deviation of the branch's weights is multiplied by; He's is √2.
  public let size: Double

  /// Blocks over a sequence.
  public init(tokens: Int = 8, width: Int = 8, size: Double) {
    require(tokens > 0 && width > 0, "a sequence of \(tokens) tokens of \(width) numbers")
    (self.tokens, self.width, self.size) = (tokens, width, size)
  }

  /// The singular values of the Jacobian of the output by the input, the greatest first.
  ///
  /// Input and weights are a seed's own, the same for both places. Throws where a number overflows.
  public func stretches(blocks: Int, onPath: Bool, seed: Int) throws -> [Double] {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let input = random.normal(shape: [tokens, width])
    let weights = (0..<blocks).map { _ in
      (0..<5).map { Initializer.lecun.draw([width, width], using: &random) * ($0 < 3 ? 1 : size) }
    }
    return try jacobian(input: input, weights: weights, onPath: onPath).singularValueDecomposition().values
  }

  /// A number of the singular values with attention on the path over the same with attention in the branch, median of seeds.
  ///
  /// Seeds under which a number overflows do not count.
  public func ratio(blocks: Int, seeds: Int, from first: Int, of number: @Sendable (_ values: [Double]) -> Double)
    -> Double
  {
    Repeated(seeds, from: first) { seed in
      let both = [true, false].map { try? stretches(blocks: blocks, onPath: $0, seed: seed) }
      guard let path = both[0], let branch = both[1] else { return Double.nan }
      return number(path) / number(branch)
    }.spread { $0 }.median
  }

  /// The Jacobian for a given input and five matrices a block: query, key, value, W₁, W₂.
  public func jacobian(input: Tensor, weights: [[Tensor]], onPath: Bool) -> Tensor {
    let tape = Tape()
    let start = tape.variable(input)
    let end = weights.reduce(start) { stream, matrices in
      let matrices = matrices.map { tape.constant($0) }
      let attended = attention(stream, matrices)
      return onPath ? attended + branch(stream, matrices) : stream + branch(attended, matrices)
    }
    let count = tokens * width
    let rows = (0..<count).flatMap { place -> [Double] in
      let seed = (0..<count).map { $0 == place ? 1.0 : 0 }
      tape.backward(from: end, seed: Tensor(seed, shape: [tokens, width]))
      return tape.gradient(of: start).elements
    }
    return Tensor(rows, shape: [count, count])
  }

  private func attention(_ input: Variable, _ weights: [Variable]) -> Variable {
    let (query, key) = (
      input.matmul(weights[0], transposingSecond: true), input.matmul(weights[1], transposingSecond: true)
    )
    let scores = query.matmul(key, transposingSecond: true) / Double(width).squareRoot()
    return scores.softmax().matmul(input.matmul(weights[2], transposingSecond: true))
  }

  private func branch(_ input: Variable, _ weights: [Variable]) -> Variable {
    Activation.relu.applied(to: input.matmul(weights[3], transposingSecond: true)).matmul(
      weights[4], transposingSecond: true)
  }
}
