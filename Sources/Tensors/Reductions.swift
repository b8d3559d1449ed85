/// Sums, means and extremes, of everything or along dimensions.
extension Tensor {
  /// The sum of all elements; 0 for none.
  public func sum() -> Double { withElements { $0.baseAddress.map { Sums.sum($0, count: count) } ?? 0 } }

  /// The mean of all elements; NaN for none.
  public func mean() -> Double { sum() / Double(count) }

  /// The mean square of the distances from the mean.
  public func variance() -> Double {
    let mean = mean()
    return map { ($0 - mean) * ($0 - mean) }.mean()
  }

  /// The greatest element; NaN where any is NaN, or there is none.
  public func greatest() -> Double { extreme { $0 > $1 } }

  /// The least element; NaN where any is NaN, or there is none.
  public func least() -> Double { extreme { $0 < $1 } }

  /// The square root of the sum of squares.
  public func norm() -> Double {
    withElements { elements in elements.baseAddress.map { Sums.sumOfSquares($0, count: count) } ?? 0 }.squareRoot()
  }

  /// Sums along dimensions, which stay with length 1 where `keepingRank`; negative counts from last.
  public func sum(along axes: [Int], keepingRank: Bool = false) -> Tensor {
    let plan = AxisReduction(shape, axes: axes)
    let sums = Tensor(shape: plan.keptShape) { result in
      withElements { elements in
        result.update(repeating: 0, count: Tensor.count(of: plan.keptShape))
        guard let first = elements.baseAddress else { return }
        plan.addSums(of: first, into: result)
      }
    }
    return keepingRank ? sums : sums.reshaped(to: plan.droppedShape)
  }

  /// Means along dimensions, which stay with length 1 where `keepingRank`; negative counts from last.
  public func mean(along axes: [Int], keepingRank: Bool = false) -> Tensor {
    let plan = AxisReduction(shape, axes: axes)
    return sum(along: axes, keepingRank: keepingRank) / Double(plan.reducedCount)
  }

  /// The greatest elements along a dimension, which is gone from the result.
  public func greatest(along axis: Int) -> Tensor {
    let loop = AxisLoop(shape, axis: axis, for: "greatest")
    let positions = positionsOfGreatest(along: axis)
    var rest = shape
    rest.remove(at: AxisLoop.place(axis, in: shape, for: "greatest"))
    let elements = positions.indices.map { index in
      let (outer, inner) = index.quotientAndRemainder(dividingBy: loop.inner)
      return storage[(outer * loop.length + positions[index]) * loop.inner + inner]
    }
    return Tensor(elements, shape: rest)
  }

  /// Where the greatest elements along a dimension stand, the first of equal ones; NaN is greatest.
  public func positionsOfGreatest(along axis: Int) -> [Int] {
    let loop = AxisLoop(shape, axis: axis, for: "positionsOfGreatest")
    require(loop.length > 0, "positionsOfGreatest: nothing along dimension \(axis) of \(Tensor.name(of: shape))")
    return withElements { elements in
      (0..<(loop.outer * loop.inner)).map { index in
        let (outer, inner) = index.quotientAndRemainder(dividingBy: loop.inner)
        let start = outer * loop.length * loop.inner + inner
        return Extremes.positionOfGreatest(elements, from: start, step: loop.inner, count: loop.length)
      }
    }
  }

  private func extreme(_ isBeyond: (Double, Double) -> Bool) -> Double {
    guard var result = storage.first else { return .nan }
    for element in storage where isBeyond(element, result) || element.isNaN {
      result = element
      if element.isNaN { break }
    }
    return result
  }
}

/// Searches for extremes.
package enum Extremes {
  /// The place of the greatest of `count` elements `step` apart; the first NaN beats all numbers.
  package static func positionOfGreatest(
    _ elements: UnsafeBufferPointer<Double>, from start: Int, step: Int, count: Int
  ) -> Int {
    var (place, greatest) = (0, elements[start])
    for i in 1..<max(count, 1) {
      let element = elements[start + i * step]
      if element > greatest || (element.isNaN && !greatest.isNaN) { (place, greatest) = (i, element) }
    }
    return place
  }
}
