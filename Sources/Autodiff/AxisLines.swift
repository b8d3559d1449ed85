import Tensors

/// The elements along one dimension at a fixed position in all others.
struct AxisLine {
  let start: Int
  let step: Int
  let count: Int

  /// Calls `body` with the place of every element.
  @inline(__always) func forEach(_ body: (Int) -> Void) {
    if step == 1 { for i in start..<(start + count) { body(i) } } else { for i in 0..<count { body(start + i * step) } }
  }

  @inline(__always) func sum(_ term: (Int) -> Double) -> Double {
    var sum = 0.0
    forEach { sum += term($0) }
    return sum
  }

  @inline(__always) func greatest(_ elements: UnsafePointer<Double>) -> Double {
    var greatest = -Double.infinity
    forEach { greatest = elements[$0] > greatest ? elements[$0] : greatest }
    // All −∞ or NaN: any number will do, the result is NaN either way.
    return greatest == -.infinity ? 0 : greatest
  }
}

extension AxisLoop {
  /// Calls `body` with every line along the dimension.
  @inline(__always) func forEachLine(_ body: (AxisLine) -> Void) {
    for position in 0..<outer {
      for place in 0..<inner { body(AxisLine(start: position * length * inner + place, step: inner, count: length)) }
    }
  }
}
