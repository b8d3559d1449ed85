import Tensors

/// a + b or a − b, the shapes broadcast.
struct Addition: LinearOperation {
  let plan: Broadcast
  /// What b is multiplied with: 1 or −1.
  let sign: Double

  func forward(_ step: Step) {
    let (a, b, sign) = (step.values(0), step.values(1), sign)
    plan.put(into: step.output) { i, j in a[i] + sign * b[j] }
  }

  func backward(_ step: Step) {
    let (g, sign) = (step.upstream, sign)
    if let sink = step.gradient(0) { plan.pull(into: sink, side: .first) { out, _, _ in g[out] } }
    if let sink = step.gradient(1) { plan.pull(into: sink, side: .second) { out, _, _ in sign * g[out] } }
  }
}

extension Variable {
  /// The sum, element by element, the shapes broadcast.
  public static func + (a: Variable, b: Variable) -> Variable {
    let plan = Broadcast(a.shape, b.shape, for: "add")
    return a.tape.record(Addition(plan: plan, sign: 1), [a, b], shape: plan.shape)
  }

  /// The difference, element by element, the shapes broadcast.
  public static func - (a: Variable, b: Variable) -> Variable {
    let plan = Broadcast(a.shape, b.shape, for: "subtract")
    return a.tape.record(Addition(plan: plan, sign: -1), [a, b], shape: plan.shape)
  }
}
