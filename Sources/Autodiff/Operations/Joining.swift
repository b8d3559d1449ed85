import Tensors

/// Several values one behind another along a dimension.
struct Joining: LinearOperation {
  let plan: Concatenation

  func forward(_ step: Step) {
    let target = step.output.elements
    for (input, place) in zip(step.inputs, plan.places) {
      place.forEachRow { whole, own, count in (target + whole).update(from: input.values + own, count: count) }
    }
  }

  func backward(_ step: Step) {
    for (input, place) in zip(step.inputs, plan.places) {
      guard let target = input.gradient?.cleared() else { continue }
      place.forEachRow { whole, own, count in for i in 0..<count { target[own + i] += step.upstream[whole + i] } }
    }
  }
}

extension Variable {
  /// Variables one behind another along a dimension; their other dimensions must agree.
  public static func concatenating(_ parts: [Variable], along axis: Int = 0) -> Variable {
    let plan = Concatenation(parts.map(\.shape), along: axis)
    return parts[0].tape.record(Joining(plan: plan), parts, shape: plan.shape)
  }
}
