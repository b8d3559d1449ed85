import Tensors

/// The greatest element along a dimension; the gradient goes to it alone.
struct LargestAlongAxis: TwiceDifferentiable {
  let loop: AxisLoop

  /// Which element was taken, for each result.
  var savedCount: Int { loop.outer * loop.inner }

  func forward(_ step: Step) {
    let elements = UnsafeBufferPointer(start: step.values(0), count: step.inputs[0].count)
    for index in 0..<step.count {
      let (outer, inner) = index.quotientAndRemainder(dividingBy: loop.inner)
      let start = outer * loop.length * loop.inner + inner
      let place = Extremes.positionOfGreatest(elements, from: start, step: loop.inner, count: loop.length)
      step.saved[index] = Double(start + place * loop.inner)
    }
    Selection.take(step.values(0), step)
  }

  func backward(_ step: Step) { Selection.giveBack(step) }

  func forwardTangent(_ planes: TangentPlanes) { Selection.forwardTangent(planes) }

  func backwardTangent(_ planes: TangentPlanes) { Selection.backwardTangent(planes) }
}

/// Results that are copies of some of the inputs, at places that the forward pass has saved.
enum Selection {
  static func take(_ elements: UnsafePointer<Double>, _ step: Step) {
    let saved = step.saved
    step.output.put { elements[Int(saved[$0])] }
  }

  static func giveBack(_ step: Step) {
    guard let sink = step.gradient(0) else { return }
    let target = sink.cleared()
    for index in 0..<step.count { target[Int(step.saved[index])] += step.upstream[index] }
  }

  static func forwardTangent(_ planes: TangentPlanes) {
    take(planes.tangents[0], planes.forward(reading: planes.tangents))
  }

  static func backwardTangent(_ planes: TangentPlanes) {
    giveBack(planes.backward(reading: planes.values, upstream: planes.upstreamTangent))
  }
}

extension Variable {
  /// The greatest elements along a dimension, the first of equal ones; negative counts from the last.
  public func greatest(along axis: Int, keepingRank: Bool = false) -> Variable {
    let place = AxisLoop.place(axis, in: shape, for: "greatest")
    var result = shape
    if keepingRank { result[place] = 1 } else { result.remove(at: place) }
    let loop = AxisLoop(shape, axis: place, for: "greatest")
    require(loop.length > 0, "greatest: nothing along dimension \(axis) of \(Tensor.name(of: shape))")
    return recording(LargestAlongAxis(loop: loop), shape: result)
  }
}
