import Tensors

/// The sum along dimensions.
struct Summation: LinearOperation {
  let plan: AxisReduction

  func forward(_ step: Step) { plan.addSums(of: step.values(0), into: step.output.cleared()) }

  func backward(_ step: Step) {
    guard let sink = step.gradient(0) else { return }
    plan.addBack(step.upstream, into: sink.cleared())
  }
}

/// A value repeated along dimensions: what undoes a sum.
struct Repetition: LinearOperation {
  let plan: AxisReduction

  func forward(_ step: Step) { plan.addBack(step.values(0), into: step.output.cleared()) }

  func backward(_ step: Step) {
    guard let sink = step.gradient(0) else { return }
    plan.addSums(of: step.upstream, into: sink.cleared())
  }
}

extension Variable {
  /// Sums along dimensions, which stay with length 1 where `keepingRank`; negative counts from last.
  public func sum(along axes: [Int], keepingRank: Bool = false) -> Variable {
    let plan = AxisReduction(shape, axes: axes)
    return recording(Summation(plan: plan), shape: keepingRank ? plan.keptShape : plan.droppedShape)
  }

  /// The sum of all elements, a scalar.
  public func sum() -> Variable { sum(along: Array(shape.indices)) }

  /// Means along dimensions, which stay with length 1 where `keepingRank`; negative counts from last.
  public func mean(along axes: [Int], keepingRank: Bool = false) -> Variable {
    let count = AxisReduction(shape, axes: axes).reducedCount
    return sum(along: axes, keepingRank: keepingRank) / Double(count)
  }

  /// The mean of all elements, a scalar.
  public func mean() -> Variable { sum() / Double(count) }

  /// The value repeated to a larger shape by the rules of broadcasting.
  public func broadcast(to shape: [Int]) -> Variable {
    recording(Repetition(plan: AxisReduction(from: shape, to: self.shape)), shape: shape)
  }
}
