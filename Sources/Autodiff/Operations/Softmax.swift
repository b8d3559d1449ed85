import Tensors

/// eˣ along a dimension, divided by its sum.
struct Softmax: FusedOperation {
  let axis: Int
  let loop: AxisLoop

  func forward(_ step: Step) {
    let (x, y) = (step.values(0), step.output.elements)
    loop.forEachLine { line in
      let greatest = line.greatest(x)
      line.forEach { y[$0] = x[$0] - greatest }
    }
    VectorMath.exponentials(y, into: y, count: step.count)
    loop.forEachLine { line in
      let sum = line.sum { y[$0] }
      line.forEach { y[$0] /= sum }
    }
  }

  /// ∂L/∂x = y·(g − Σ g·y).
  func backward(_ step: Step) {
    guard let target = step.gradient(0)?.cleared() else { return }
    let (g, y) = (step.upstream, step.values)
    loop.forEachLine { line in
      let mean = line.sum { g[$0] * y[$0] }
      line.forEach { target[$0] += y[$0] * (g[$0] - mean) }
    }
  }

  func expanded(_ inputs: [Variable]) -> Variable {
    let shifted = inputs[0] - inputs[0].greatest(along: axis, keepingRank: true)
    let powers = shifted.exponential()
    return powers / powers.sum(along: [axis], keepingRank: true)
  }
}

/// The logarithm of the softmax, without the loss of precision that taking it afterwards has.
struct LogSoftmax: FusedOperation {
  let axis: Int
  let loop: AxisLoop

  func forward(_ step: Step) {
    let (x, y) = (step.values(0), step.output.elements)
    let powers = step.scratch.room(step.count)
    loop.forEachLine { line in
      let greatest = line.greatest(x)
      line.forEach { y[$0] = x[$0] - greatest }
    }
    VectorMath.exponentials(y, into: powers, count: step.count)
    loop.forEachLine { line in
      let norm = log(line.sum { powers[$0] })
      line.forEach { y[$0] -= norm }
    }
  }

  /// ∂L/∂x = g − eʸ·Σ g.
  func backward(_ step: Step) {
    guard let target = step.gradient(0)?.cleared() else { return }
    let (g, y) = (step.upstream, step.values)
    let powers = step.scratch.room(step.count)
    VectorMath.exponentials(y, into: powers, count: step.count)
    loop.forEachLine { line in
      let sum = line.sum { g[$0] }
      line.forEach { target[$0] += g[$0] - powers[$0] * sum }
    }
  }

  func expanded(_ inputs: [Variable]) -> Variable {
    let shifted = inputs[0] - inputs[0].greatest(along: axis, keepingRank: true)
    return shifted - shifted.exponential().sum(along: [axis], keepingRank: true).logarithm()
  }
}

extension Variable {
  /// eˣ divided by its sum along a dimension: shares that add up to 1. Negative counts from the last.
  public func softmax(along axis: Int = -1) -> Variable {
    let loop = AxisLoop(shape, axis: axis, for: "softmax")
    return recording(Softmax(axis: axis, loop: loop), shape: shape)
  }

  /// The logarithm of the softmax along a dimension; negative counts from the last.
  public func logSoftmax(along axis: Int = -1) -> Variable {
    let loop = AxisLoop(shape, axis: axis, for: "logSoftmax")
    return recording(LogSoftmax(axis: axis, loop: loop), shape: shape)
  }
}
