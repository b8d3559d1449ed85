/// The sum of a tensor along some of its dimensions.
package struct AxisReduction {
  /// The result's shape with length 1 where dimensions were summed.
  package let keptShape: [Int]
  /// The result's shape without those dimensions.
  package let droppedShape: [Int]
  /// How many elements make one sum.
  package let reducedCount: Int
  private let plan: Broadcast

  /// Plans sums of a shape along dimensions; negative counts from the last.
  package init(_ shape: [Int], axes: [Int]) {
    let places = Set(axes.map { AxisLoop.place($0, in: shape, for: "sum") })
    keptShape = shape.indices.map { places.contains($0) ? 1 : shape[$0] }
    droppedShape = shape.indices.filter { !places.contains($0) }.map { shape[$0] }
    reducedCount = places.reduce(1) { $0 * shape[$1] }
    plan = Broadcast(shape, keptShape, for: "sum")
  }

  /// Plans the sums that undo a broadcast from `small` to `large`.
  package init(from large: [Int], to small: [Int]) {
    (keptShape, droppedShape) = (small, small)
    plan = Broadcast(large, small, for: "sum")
    require(plan.shape == large, "sum: shape \(Tensor.name(of: large)) does not sum to \(Tensor.name(of: small))")
    reducedCount = Tensor.count(of: large) / max(1, Tensor.count(of: small))
  }

  /// Adds the sums to what is in `result`.
  package func addSums(of elements: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>) {
    let run = plan.run
    plan.forEachRun { _, from, to in
      if run.secondStep == 0 {
        result[to] += Sums.sum(elements + from, count: run.count)
      } else {
        for i in 0..<run.count { result[to + i] += elements[from + i] }
      }
    }
  }

  /// Adds to every element the sum's value that it went into.
  package func addBack(_ sums: UnsafePointer<Double>, into elements: UnsafeMutablePointer<Double>) {
    let run = plan.run
    plan.forEachRun { _, to, from in
      if run.secondStep == 0 {
        let sum = sums[from]
        for i in 0..<run.count { elements[to + i] += sum }
      } else {
        for i in 0..<run.count { elements[to + i] += sums[from + i] }
      }
    }
  }
}
