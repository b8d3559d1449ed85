import Tensors

/// a·b, the shapes broadcast.
struct Multiplication: BilinearOperation {
  let plan: Broadcast

  func forward(_ step: Step) {
    let (a, b) = (step.values(0), step.values(1))
    plan.put(into: step.output) { i, j in a[i] * b[j] }
  }

  func backward(_ step: Step) {
    let (g, a, b) = (step.upstream, step.values(0), step.values(1))
    if let sink = step.gradient(0) { plan.pull(into: sink, side: .first) { out, _, j in g[out] * b[j] } }
    if let sink = step.gradient(1) { plan.pull(into: sink, side: .second) { out, i, _ in g[out] * a[i] } }
  }
}

extension Variable {
  /// The product, element by element, the shapes broadcast; `matmul` multiplies matrices.
  public static func * (a: Variable, b: Variable) -> Variable {
    let plan = Broadcast(a.shape, b.shape, for: "multiply")
    return a.tape.record(Multiplication(plan: plan), [a, b], shape: plan.shape)
  }
}
