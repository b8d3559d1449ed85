/// Residual blocks on top of each other before any training: how the stream grows, and what comes back of a gradient.
///
/// A block has two layers of ReLU without biases; its branch is scaled before it is added.
public struct ResidualStack: Sendable {
  /// What a block is made of.
  public struct Kind: Sendable, Hashable {
    /// Whether the input is added to the branch.
    public var hasSkip: Bool
    /// Whether batch normalisation stands in the branch, twice.
    public var hasNorm: Bool
    /// Where normalisation and ReLU stand.
    public var order: Order
    /// What the branch is multiplied by.
    public var branch: Double

    /// A kind of block.
    public init(hasSkip: Bool, hasNorm: Bool, order: Order = .before, branch: Double = 1) {
      (self.hasSkip, self.hasNorm, self.order, self.branch) = (hasSkip, hasNorm, order, branch)
    }
  }

  /// Where normalisation and ReLU stand.
  public enum Order: Sendable, Hashable {
    /// Before the weights: h + W₂·r(W₁·r(h)) with r the ReLU of what is normalised. K. He et al., ECCV 2016.
    case before
    /// After them: ReLU(h + N(W₂·ReLU(N(W₁·h)))). K. He et al., CVPR 2016.
    case after
  }

  /// What was found of one stack.
  public struct Outcome: Sendable {
    /// The variance of the stream over all its elements: of the input, then after every block.
    public let variances: [Double]
    /// For each depth, the norm of the gradient after the first block over that after the last.
    public let shares: [Double]
  }

  /// Units of each layer.
  public let width: Int
  /// Inputs that pass through at once.
  public let batch: Int
  /// Numbers of blocks at which gradients are measured, ascending.
  public let depths: [Int]
  /// How weights start.
  public let weights: Initializer

  /// A stack of blocks, with gradients measured at some of its depths; He's weights unless others are given.
  public init(width: Int = 128, batch: Int = 64, depths: [Int], weights: Initializer = .kaimingNormal()) {
    require(width > 0 && batch > 1, "a stack of \(width) units over a batch of \(batch)")
    require(!depths.isEmpty && depths.allSatisfy { $0 > 0 }, "gradients at depths of \(depths)")
    (self.width, self.batch, self.depths, self.weights) = (width, batch, depths.sorted(), weights)
  }

  /// Runs a kind of block: inputs, weights and the gradients that come in are a seed's own, the same for every kind.
  public func run(_ kind: Kind, seed: Int, measuresGradients: Bool = true) -> Outcome {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let inputs = random.normal(shape: [batch, width])
    let top = random.normal(shape: [batch, width])
    let weights = (0..<2 * depths[depths.count - 1]).map { _ in self.weights.draw([width, width], using: &random) }
    return run(kind, inputs: inputs, top: top, weights: weights, measuresGradients: measuresGradients)
  }

  /// The same for given inputs, gradients at the top, and two matrices a block.
  public func run(_ kind: Kind, inputs: Tensor, top: Tensor, weights: [Tensor], measuresGradients: Bool = true)
    -> Outcome
  {
    let tape = Tape()
    var stream = tape.variable(inputs)
    var streams = [stream]
    for block in 0..<depths[depths.count - 1] {
      stream = Self.block(kind, stream, weights[2 * block], weights[2 * block + 1])
      streams.append(stream)
    }
    let variances = streams.map { $0.value.variance() }
    let shares =
      measuresGradients
      ? depths.map { depth -> Double in
        tape.keepGradient(of: streams[1])
        tape.backward(from: streams[depth], seed: top)
        return depth == 1 ? 1 : tape.gradient(of: streams[1]).norm() / top.norm()
      } : []
    return Outcome(variances: variances, shares: shares)
  }

  /// What a block makes of the stream.
  private static func block(_ kind: Kind, _ stream: Variable, _ first: Tensor, _ second: Tensor) -> Variable {
    let tape = stream.tape
    func weighted(_ input: Variable, _ weight: Tensor) -> Variable {
      input.matmul(tape.constant(weight), transposingSecond: true)
    }
    func normalised(_ input: Variable) -> Variable {
      kind.hasNorm ? input.normalized(outer: input.shape[0], groups: input.shape[1], inner: 1, epsilon: 1e-5) : input
    }
    func rectified(_ input: Variable) -> Variable { Activation.relu.applied(to: input) }
    func joined(_ branch: Variable) -> Variable {
      let scaled = kind.branch == 1 ? branch : branch * tape.constant(kind.branch)
      return kind.hasSkip ? stream + scaled : scaled
    }
    switch kind.order {
    case .before:
      let inner = weighted(rectified(normalised(stream)), first)
      return joined(weighted(rectified(normalised(inner)), second))
    case .after:
      let inner = rectified(normalised(weighted(stream, first)))
      return rectified(joined(normalised(weighted(inner, second))))
    }
  }
}
