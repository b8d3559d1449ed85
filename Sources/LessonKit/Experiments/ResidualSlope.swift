extension ResidualStack {
  /// What a block x + F(x) passes on of a gradient where F is a ReLU network that computes s·x.
  public static func passed(slope: Double) -> Double {
    let tape = Tape()
    let input = tape.variable(Tensor([0.7], shape: [1, 1]))
    // s·x = s·ReLU(x) − s·ReLU(−x).
    let hidden = input.matmul(tape.constant(Tensor([1, -1], shape: [2, 1])), transposingSecond: true)
    let second = tape.constant(Tensor([slope, -slope], shape: [1, 2]))
    let branch = Activation.relu.applied(to: hidden).matmul(second, transposingSecond: true)
    tape.backward(from: (input + branch).sum())
    return tape.gradient(of: input).elements[0]
  }
}
