import LessonKit
import Testing

@Suite("Stacks of residual blocks") struct ResidualStackTests {
  private static let (batch, width, depth) = (5, 6, 3)

  private func wave(_ rows: Int, _ columns: Int, _ frequency: Double, _ phase: Double) -> Tensor {
    Tensor((0..<rows * columns).map { sin(frequency * Double($0) + phase) }, shape: [rows, columns])
  }

  private func outcome(_ kind: ResidualStack.Kind, depths: [Int] = [3]) -> ResidualStack.Outcome {
    let weights = (0..<2 * Self.depth).map { wave(Self.width, Self.width, 1.3 + 0.2 * Double($0), 0.5) }
    let stack = ResidualStack(width: Self.width, batch: Self.batch, depths: depths)
    return stack.run(
      kind, inputs: wave(Self.batch, Self.width, 1.7, 0.3), top: wave(Self.batch, Self.width, 0.9, 1.1),
      weights: weights)
  }

  @Test(
    "gradients and variances are PyTorch's",
    arguments: [
      (ResidualStack.Order.before, false, false, 0.09377497506802071, 0.0002443223649546255),
      (.before, false, true, 1.01996682699062, 0.013850723050484555),
      (.before, true, false, 1.303785482707129, 1.5987036966881585),
      (.before, true, true, 1.6548218527455536, 1.144298050821273),
      (.after, false, false, 0.035645439673342404, 0.0001651694660934091),
      (.after, false, true, 3.2825068387391876, 0.0667661710460745),
      (.after, true, false, 1.2968527607658205, 1.2522514605947397),
      (.after, true, true, 4.344733418007079, 0.38489884826377896),
    ]) func peer(order: ResidualStack.Order, hasSkip: Bool, hasNorm: Bool, share: Double, variance: Double)
  {
    let found = outcome(.init(hasSkip: hasSkip, hasNorm: hasNorm, order: order, branch: 0.5))
    #expect(abs(found.shares[0] / share - 1) < 1e-9)
    #expect(abs(found.variances[Self.depth] / variance - 1) < 1e-9)
    #expect(found.variances.count == Self.depth + 1)
  }

  @Test("a shorter stack is the beginning of a longer one", arguments: [false, true], [false, true]) func prefix(
    hasSkip: Bool, hasNorm: Bool
  ) {
    let kind = ResidualStack.Kind(hasSkip: hasSkip, hasNorm: hasNorm)
    let (short, long) = (outcome(kind, depths: [2]), outcome(kind, depths: [3, 1, 2]))
    #expect(long.shares.count == 3 && long.shares[0] == 1)
    #expect(long.shares[1] == short.shares[0] && Array(long.variances.prefix(3)) == short.variances)
  }

  @Test("a branch of 0 leaves stream and gradient as they are", arguments: [false, true]) func empty(hasNorm: Bool) {
    let found = outcome(.init(hasSkip: true, hasNorm: hasNorm, branch: 0))
    #expect(abs(found.shares[0] - 1) < 1e-12)
    for variance in found.variances { #expect(abs(variance - found.variances[0]) < 1e-12) }
  }
}
