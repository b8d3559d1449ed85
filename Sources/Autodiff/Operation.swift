/// One kind of computation on a tape: its value, and how a pull on the value pulls on its inputs.
///
/// Forward and backward stand side by side in one type. `backward` gets ∂L/∂value and writes
/// ∂L/∂input for every input that wants it.
protocol Operation: Sendable {
  /// How many elements `forward` keeps for `backward`.
  var savedCount: Int { get }

  /// Whether the gradient of the one input may be written over the gradient that arrives.
  var isInPlace: Bool { get }

  /// Computes the value.
  func forward(_ step: Step)

  /// Computes the gradients of the inputs.
  func backward(_ step: Step)
}

extension Operation {
  var savedCount: Int { 0 }
  var isInPlace: Bool { false }
}

/// An operation that also says how value and gradients change as its inputs move along a direction.
protocol TwiceDifferentiable: Operation {
  /// Computes the value's rate of change.
  func forwardTangent(_ planes: TangentPlanes)

  /// Adds the gradients' rates of change.
  func backwardTangent(_ planes: TangentPlanes)
}

/// An operation that is linear in all of its inputs together: rates of change go the same way.
protocol LinearOperation: TwiceDifferentiable {}

extension LinearOperation {
  func forwardTangent(_ planes: TangentPlanes) { forward(planes.forward(reading: planes.tangents)) }

  func backwardTangent(_ planes: TangentPlanes) {
    backward(planes.backward(reading: planes.values, upstream: planes.upstreamTangent))
  }
}

/// An operation of two inputs, linear in each: (a·b)′ = a′·b + a·b′.
protocol BilinearOperation: TwiceDifferentiable {}

extension BilinearOperation {
  func forwardTangent(_ planes: TangentPlanes) {
    let (values, tangents) = (planes.values, planes.tangents)
    forward(planes.forward(reading: [tangents[0], values[1]]))
    forward(planes.forward(reading: [values[0], tangents[1]], isAdding: true))
  }

  func backwardTangent(_ planes: TangentPlanes) {
    backward(planes.backward(reading: planes.values, upstream: planes.upstreamTangent))
    backward(planes.backward(reading: planes.tangents, upstream: planes.upstream))
  }
}

/// Several operations done in one pass, which know how to say the same in plain ones.
///
/// A tape that wants second derivatives records the plain ones.
protocol FusedOperation: Operation {
  /// The same value, made with plain operations.
  func expanded(_ inputs: [Variable]) -> Variable
}
