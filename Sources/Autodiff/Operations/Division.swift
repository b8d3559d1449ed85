import Tensors

/// a / b, the shapes broadcast.
struct Division: FusedOperation {
  let plan: Broadcast

  func forward(_ step: Step) {
    let (a, b) = (step.values(0), step.values(1))
    plan.put(into: step.output) { i, j in a[i] / b[j] }
  }

  func backward(_ step: Step) {
    let (g, b, y) = (step.upstream, step.values(1), step.values)
    if let sink = step.gradient(0) { plan.pull(into: sink, side: .first) { out, _, j in g[out] / b[j] } }
    if let sink = step.gradient(1) { plan.pull(into: sink, side: .second) { out, _, j in -g[out] * y[out] / b[j] } }
  }

  func expanded(_ inputs: [Variable]) -> Variable { inputs[0] * inputs[1].reciprocal() }
}

extension Variable {
  /// The quotient, element by element, the shapes broadcast.
  public static func / (a: Variable, b: Variable) -> Variable {
    let plan = Broadcast(a.shape, b.shape, for: "divide")
    return a.tape.record(Division(plan: plan), [a, b], shape: plan.shape)
  }
}
