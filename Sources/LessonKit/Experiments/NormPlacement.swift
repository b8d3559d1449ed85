/// Residual blocks with layer normalisation on the stream or in the branch, before any training: how the stream grows,
/// and how large the gradients of the first and the last block are.
///
/// The branch is W₂·f(g·W₁·u) with normal weights of variance 1/n and no biases; g is its gain.
public struct NormPlacement: Sendable {
  /// Where the normalisation N stands.
  public enum Place: Sendable, Hashable, CaseIterable {
    /// In the branch: x + F(N(x)), with one more N after the last block.
    case before
    /// On the stream: N(x + F(x)).
    case after
  }

  /// What was found of one stack.
  public struct Outcome: Sendable {
    /// The variance of the stream over all its elements: of the input, then after every block.
    public let variances: [Double]
    /// For each depth, the norm of the gradient by the first block's W₂.
    public let first: [Double]
    /// For each depth, the norm of the gradient by the last block's W₂.
    public let last: [Double]
  }

  /// The function inside the branch.
  public let activation: Activation
  /// What the first weights are multiplied by.
  public let gain: Double
  /// Units of each layer.
  public let width: Int
  /// Inputs that pass through at once.
  public let batch: Int
  /// Numbers of blocks at which gradients are measured, ascending.
  public let depths: [Int]

  /// Blocks, with gradients measured at some depths; without a gain it is He's √2 for rectifiers, else 1.
  public init(_ activation: Activation, gain: Double? = nil, width: Int, batch: Int, depths: [Int]) {
    require(width > 1 && batch > 0, "a stack of \(width) units over a batch of \(batch)")
    require(!depths.isEmpty && depths.allSatisfy { $0 > 0 }, "gradients at depths of \(depths)")
    self.gain = gain ?? WeightScheme.matched.spread(for: activation, width: width)
    (self.activation, self.width, self.batch, self.depths) = (activation, width, batch, depths.sorted())
  }

  /// Runs the blocks: inputs, weights and the gradient that comes in at the top are a seed's own, the same for both places.
  public func run(_ place: Place, seed: Int, measuresGradients: Bool = true) -> Outcome {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let inputs = random.normal(shape: [batch, width])
    let top = random.normal(shape: [batch, width])
    let weights = (0..<2 * depths[depths.count - 1]).map { _ in Initializer.lecun.draw([width, width], using: &random) }
    return run(place, inputs: inputs, top: top, weights: weights, measuresGradients: measuresGradients)
  }

  /// The same for given inputs, gradient at the top, and two matrices a block, W₁ before W₂.
  public func run(_ place: Place, inputs: Tensor, top: Tensor, weights: [Tensor], measuresGradients: Bool = true)
    -> Outcome
  {
    let tape = Tape()
    let matrices = weights.map { tape.variable($0) }
    var stream = tape.constant(inputs)
    var streams = [stream]
    for block in 0..<depths[depths.count - 1] {
      stream = self.block(place, stream, matrices[2 * block], matrices[2 * block + 1])
      streams.append(stream)
    }
    let variances = streams.map { $0.value.variance() }
    var (first, last) = ([Double](), [Double]())
    for depth in measuresGradients ? depths : [] {
      tape.backward(from: place == .before ? Self.normalised(streams[depth]) : streams[depth], seed: top)
      first.append(tape.gradient(of: matrices[1]).norm())
      last.append(tape.gradient(of: matrices[2 * depth - 1]).norm())
    }
    return Outcome(variances: variances, first: first, last: last)
  }

  /// What a block makes of the stream.
  private func block(_ place: Place, _ stream: Variable, _ first: Variable, _ second: Variable) -> Variable {
    let input = place == .before ? Self.normalised(stream) : stream
    let sums = input.matmul(first, transposingSecond: true) * stream.tape.constant(gain)
    let sum = stream + activation.applied(to: sums).matmul(second, transposingSecond: true)
    return place == .before ? sum : Self.normalised(sum)
  }

  /// Each row less its mean, divided by its deviation.
  private static func normalised(_ rows: Variable) -> Variable {
    rows.normalized(outer: 1, groups: rows.shape[0], inner: rows.shape[1], epsilon: 1e-5)
  }

  /// How far a block x + F(N(x)) is from N(x + G(x)), relative to the latter, where its branch F(u) = N(u + G(u)) − u was
  /// made to imitate it, and its inputs are normal rows `scale` times as large as normalised ones; G(u) = tanh(W·u).
  public static func imitationError(scale: Double, width: Int, rows: Int, seed: Int) -> Double {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let tape = Tape()
    func normalised(_ input: Variable) -> Variable {
      input.normalized(outer: 1, groups: rows, inner: width, epsilon: 1e-12)
    }
    let unit = normalised(tape.constant(random.normal(shape: [rows, width])))
    let weight = tape.constant(Initializer.lecun.draw([width, width], using: &random))
    func after(_ input: Variable) -> Variable {
      normalised(input + Activation.tanh.applied(to: input.matmul(weight, transposingSecond: true)))
    }
    let input = unit * tape.constant(scale)
    let inner = normalised(input)
    let (before, wanted) = ((input + (after(inner) - inner)).value, after(input).value)
    return (before - wanted).norm() / wanted.norm()
  }
}
