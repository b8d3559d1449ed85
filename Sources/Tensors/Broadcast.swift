/// How two arrays of different shapes line up, element by element.
///
/// Shapes are aligned at their last dimension; a dimension of 1, or one that is missing, is repeated
/// to the other's length, as in NumPy. Neighbouring dimensions that both arrays walk through alike
/// are one loop, so that arrays of equal shape are a single run.
package struct Broadcast {
  /// The shape of the result.
  package let shape: [Int]
  /// The innermost loop: how many elements, and how far each array moves per element.
  package let run: Run
  /// The loops around it, outermost first.
  let loops: [Loop]

  package struct Run {
    package var count: Int
    package var firstStep: Int
    package var secondStep: Int
  }

  struct Loop {
    var count: Int
    var firstStep: Int
    var secondStep: Int
  }

  /// Whether the arrays correspond element by element, with nothing repeated.
  package var isAligned: Bool { loops.isEmpty && run.firstStep == 1 && run.secondStep == 1 }

  /// Lines two shapes up; stops the program with both where they do not fit.
  package init(_ first: [Int], _ second: [Int], for operation: StaticString) {
    if first == second {
      (shape, loops) = (first, [])
      run = Run(count: first.reduce(1, *), firstStep: 1, secondStep: 1)
      return
    }
    let rank = max(first.count, second.count)
    let (a, b) = (Self.padded(first, to: rank), Self.padded(second, to: rank))
    let areFitting = zip(a, b).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
    require(areFitting, "\(operation): shapes \(Tensor.name(of: first)) and \(Tensor.name(of: second)) do not fit")
    shape = zip(a, b).map { $0 == 1 ? $1 : $0 }
    let merged = Self.merged(shape, Self.steps(a), Self.steps(b))
    loops = merged.dropLast()
    let last = merged.last ?? Loop(count: 1, firstStep: 1, secondStep: 1)
    run = Run(count: last.count, firstStep: last.firstStep, secondStep: last.secondStep)
  }

  /// Calls `body` with the offsets of result, first and second at the start of every run.
  package func forEachRun(_ body: (_ result: Int, _ first: Int, _ second: Int) -> Void) {
    guard !shape.contains(0) else { return }
    guard !loops.isEmpty else { return body(0, 0, 0) }
    var position = [Int](repeating: 0, count: loops.count)
    var (result, first, second) = (0, 0, 0)
    while true {
      body(result, first, second)
      result += run.count
      var axis = loops.count - 1
      while true {
        position[axis] += 1
        first += loops[axis].firstStep
        second += loops[axis].secondStep
        if position[axis] < loops[axis].count { break }
        first -= loops[axis].firstStep * loops[axis].count
        second -= loops[axis].secondStep * loops[axis].count
        position[axis] = 0
        if axis == 0 { return }
        axis -= 1
      }
    }
  }

  private static func padded(_ shape: [Int], to rank: Int) -> [Int] {
    [Int](repeating: 1, count: rank - shape.count) + shape
  }

  /// How far an array moves in memory along each dimension: not at all along one of length 1.
  private static func steps(_ shape: [Int]) -> [Int] {
    var (step, steps) = (1, shape)
    for axis in shape.indices.reversed() {
      steps[axis] = shape[axis] == 1 ? 0 : step
      step *= shape[axis]
    }
    return steps
  }

  /// Loops over a shape, those that continue one another joined and those of one turn left out.
  private static func merged(_ shape: [Int], _ first: [Int], _ second: [Int]) -> [Loop] {
    var loops: [Loop] = []
    for axis in shape.indices where shape[axis] != 1 {
      let next = Loop(count: shape[axis], firstStep: first[axis], secondStep: second[axis])
      if let last = loops.last, last.firstStep == next.firstStep * next.count,
        last.secondStep == next.secondStep * next.count
      {
        let count = last.count * next.count
        loops[loops.count - 1] = Loop(count: count, firstStep: next.firstStep, secondStep: next.secondStep)
      } else {
        loops.append(next)
      }
    }
    return loops
  }
}
