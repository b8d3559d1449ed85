/// Runs a program over some points side by side: each step is one sweep over short arrays.
///
/// A slot has a value for every point and, of second order, its derivatives in planes of their own:
/// f, ∂f/∂x, ∂f/∂y, ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y².
struct ExpressionPass {
  typealias Plane = UnsafeMutablePointer<Double>

  /// Which derivatives are asked for.
  enum Order: Int {
    case values = 1
    case slopes = 3
    case bends = 6

    var planes: Int { rawValue }
  }

  /// Points side by side, few enough for the first cache.
  static let width = 64
  /// Planes at the end of the memory for the parts of a single step.
  private static let scratchPlanes = 6

  let program: ExpressionProgram
  let order: Order
  /// Points that there is room for.
  let room: Int
  private let memory: Plane

  /// Numbers that a pass needs.
  static func capacity(_ program: ExpressionProgram, _ order: Order, room: Int) -> Int {
    (program.slotCount * order.planes + scratchPlanes) * room
  }

  /// A pass in some memory, the constants filled in.
  init(_ program: ExpressionProgram, _ order: Order, room: Int, memory: Plane) {
    (self.program, self.order, self.room, self.memory) = (program, order, room, memory)
    for (index, value) in program.constants.enumerated() { plane(2 + index).update(repeating: value, count: room) }
    guard order != .values else { return }
    for index in 1..<order.planes {
      plane(0, index).update(repeating: index == 1 ? 1 : 0, count: room)
      plane(1, index).update(repeating: index == 2 ? 1 : 0, count: room)
    }
  }

  /// The values of a slot, or a plane of their derivatives.
  @inline(__always) func plane(_ slot: Int, _ index: Int = 0) -> Plane { memory + (slot * order.planes + index) * room }

  @inline(__always) func scratch(_ index: Int) -> Plane { memory + (program.slotCount * order.planes + index) * room }

  /// A plane of the result; nil for a derivative that is zero everywhere.
  func result(_ index: Int) -> Plane? {
    let result = program.result
    let isThere: Bool =
      switch index {
      case 0: true
      case 1, 3: result.hasX
      case 2, 5: result.hasY
      default: result.hasX && result.hasY
      }
    return isThere ? plane(result.slot, index) : nil
  }

  /// Carries out all steps for the first `count` points, whose coordinates stand in slots 0 and 1.
  func run(_ count: Int) {
    for step in program.steps {
      switch step.code {
      case .function(let function): run(function, step, count)
      case .constantPower: runPower(step, count)
      case .operation(.add), .operation(.subtract): runSum(step, count)
      case .operation(let operation): run(operation, step, count)
      }
    }
  }

  // MARK: One operand

  private func run(_ function: Expression.Function, _ step: ExpressionProgram.Step, _ count: Int) {
    switch function {
    case .negate: apply(.negate, step, count)
    case .sin: apply(.sin, step, count)
    case .cos: apply(.cos, step, count)
    case .tan: apply(.tan, step, count)
    case .asin: apply(.asin, step, count)
    case .acos: apply(.acos, step, count)
    case .atan: apply(.atan, step, count)
    case .sinh: apply(.sinh, step, count)
    case .cosh: apply(.cosh, step, count)
    case .tanh: apply(.tanh, step, count)
    case .exp: apply(.exp, step, count)
    case .log: apply(.log, step, count)
    case .log2: apply(.log2, step, count)
    case .log10: apply(.log10, step, count)
    case .sqrt: apply(.sqrt, step, count)
    case .cbrt: apply(.cbrt, step, count)
    case .abs: apply(.abs, step, count)
    case .sign: apply(.sign, step, count)
    case .floor: apply(.floor, step, count)
    case .sigmoid: apply(.sigmoid, step, count)
    case .relu: apply(.relu, step, count)
    }
  }

  /// One function over all points; inlined, so that each has a loop of its own.
  @inline(__always) private func apply(_ function: Expression.Function, _ step: ExpressionProgram.Step, _ count: Int) {
    apply(
      step, count, value: { ExpressionStep.value(function, $0) }, slope: { ExpressionStep.slope(function, $0, $1) },
      bend: { ExpressionStep.bend(function, $0, $1, $2) })
  }

  private func runPower(_ step: ExpressionProgram.Step, _ count: Int) {
    let n = step.exponent
    guard n != 2 else {
      return apply(step, count, value: { $0 * $0 }, slope: { a, _ in 2 * a }, bend: { _, _, _ in 2 })
    }
    apply(
      step, count, value: { ExpressionStep.power($0, n) }, slope: { a, _ in n * ExpressionStep.power(a, n - 1) },
      bend: { a, _, _ in n * (n - 1) * ExpressionStep.power(a, n - 2) })
  }

  @inline(__always) private func apply(
    _ step: ExpressionProgram.Step, _ count: Int, value: (Double) -> Double, slope: (Double, Double) -> Double,
    bend: (Double, Double, Double) -> Double
  ) {
    let a = plane(step.a.slot)
    let (values, slopes, bends) = (scratch(0), scratch(1), scratch(2))
    for i in 0..<count { values[i] = value(a[i]) }
    if order != .values { for i in 0..<count { slopes[i] = slope(a[i], values[i]) } }
    if order == .bends {
      for i in 0..<count { bends[i] = bend(a[i], values[i], slopes[i]) }
      chainBends(step, Partials(a: slopes, aa: bends), count)
    }
    if order != .values { chainSlopes(step, slopes, nil, count) }
    plane(step.target).update(from: values, count: count)
  }

  // MARK: Two operands

  private func runSum(_ step: ExpressionProgram.Step, _ count: Int) {
    let isSum = step.code == .operation(.add)
    for index in 0..<order.planes {
      let (isA, isB) = (depends(step.a, index), depends(step.b, index))
      let (a, b, target) = (plane(step.a.slot, index), plane(step.b.slot, index), plane(step.target, index))
      switch (isA, isB, isSum) {
      case (true, true, true): for i in 0..<count { target[i] = a[i] + b[i] }
      case (true, true, false): for i in 0..<count { target[i] = a[i] - b[i] }
      case (true, false, _): target.update(from: a, count: count)
      case (false, true, true): target.update(from: b, count: count)
      case (false, true, false): for i in 0..<count { target[i] = -b[i] }
      case (false, false, _): if index > 0 { target.update(repeating: 0, count: count) }
      }
    }
  }

  /// Whether a plane of an operand may hold anything but zeros.
  private func depends(_ operand: ExpressionProgram.Operand, _ index: Int) -> Bool {
    switch index {
    case 0: true
    case 1, 3: operand.hasX
    case 2, 5: operand.hasY
    default: operand.hasX && operand.hasY
    }
  }

  private func run(_ operation: Expression.Operation, _ step: ExpressionProgram.Step, _ count: Int) {
    let (a, b) = (plane(step.a.slot), plane(step.b.slot))
    let (values, byA, byB) = (scratch(0), scratch(1), scratch(2))
    var partials = Partials(a: byA, b: byB)
    switch operation {
    case .multiply:
      partials = Partials(a: b, b: a)
      for i in 0..<count { values[i] = a[i] * b[i] }
    case .divide:
      for i in 0..<count { values[i] = a[i] / b[i] }
      if order != .values {
        for i in 0..<count {
          byA[i] = 1 / b[i]
          byB[i] = -values[i] / b[i]
        }
      }
    case .power:
      for i in 0..<count { values[i] = ExpressionStep.value(step.code, a[i], b[i], 0) }
      if order != .values {
        for i in 0..<count {
          byA[i] = ExpressionStep.slopeByBase(a[i], b[i])
          byB[i] = ExpressionStep.slopeByExponent(a[i], b[i], values[i])
        }
      }
    case .angle:
      for i in 0..<count { values[i] = atan2(a[i], b[i]) }
      if order != .values { for i in 0..<count { (byA[i], byB[i]) = ExpressionStep.slopesOfAngle(a[i], b[i]) } }
    default:
      for i in 0..<count { values[i] = ExpressionStep.value(step.code, a[i], b[i], 0) }
      let sign: Double = operation == .maximum ? 1 : -1
      if order != .values {
        for i in 0..<count {
          let gap = sign * (a[i] - b[i])
          byA[i] = gap > 0 ? 1 : a[i] == b[i] ? 0.5 : 0
          byB[i] = 1 - byA[i]
        }
      }
    }
    if order == .bends {
      fillBends(&partials, operation, a, b, count)
      chainBends(step, partials, count)
    }
    if order != .values { chainSlopes(step, partials.a, partials.b, count) }
    plane(step.target).update(from: values, count: count)
  }

  /// The second derivatives of an operation by its operands.
  private func fillBends(
    _ partials: inout Partials, _ operation: Expression.Operation, _ a: Plane, _ b: Plane, _ count: Int
  ) {
    let (values, aa, ab, bb) = (scratch(0), scratch(3), scratch(4), scratch(5))
    for i in 0..<count {
      switch operation {
      case .multiply: (aa[i], ab[i], bb[i]) = (0, 1, 0)
      case .divide:
        let inverse = 1 / b[i]
        (aa[i], ab[i], bb[i]) = (0, -inverse * inverse, 2 * values[i] * inverse * inverse)
      case .power: (aa[i], ab[i], bb[i]) = ExpressionStep.bends(a[i], b[i], values[i])
      case .angle: (aa[i], ab[i], bb[i]) = ExpressionStep.bendsOfAngle(a[i], b[i])
      default: (aa[i], ab[i], bb[i]) = (0, 0, 0)
      }
    }
    (partials.aa, partials.ab, partials.bb) = (aa, ab, bb)
  }

  // MARK: The chain rule

  /// How a step's result changes with its operands.
  private struct Partials {
    var a: Plane
    var b: Plane?
    var aa: Plane?
    var ab: Plane?
    var bb: Plane?
  }

  /// Derivatives of the result along x and y; a part that does not depend on one is left out, not multiplied.
  private func chainSlopes(_ step: ExpressionProgram.Step, _ byA: Plane, _ byB: Plane?, _ count: Int) {
    for index in 1...2 {
      let target = plane(step.target, index)
      let (a, b) = (plane(step.a.slot, index), plane(step.b.slot, index))
      switch (depends(step.a, index), byB != nil && depends(step.b, index), byB) {
      case (true, true, let byB?):
        for i in 0..<count { target[i] = Self.chained(byA[i], a[i]) + Self.chained(byB[i], b[i]) }
      case (true, _, _): for i in 0..<count { target[i] = Self.chained(byA[i], a[i]) }
      case (false, true, let byB?): for i in 0..<count { target[i] = Self.chained(byB[i], b[i]) }
      default: target.update(repeating: 0, count: count)
      }
    }
  }

  /// What a slope makes of how its number changes: nothing comes of nothing, be the slope infinite, as that of a root at 0.
  ///
  /// So √(x² + y²) has the slope 0 at its tip, as |x| has.
  @inline(__always) private static func chained(_ slope: Double, _ change: Double) -> Double {
    change == 0 && !slope.isNaN ? 0 : slope * change
  }

  private func chainBends(_ step: ExpressionProgram.Step, _ partials: Partials, _ count: Int) {
    for (index, first, second) in [(3, 1, 1), (4, 1, 2), (5, 2, 2)] {
      let target = plane(step.target, index)
      let (a, b) = (step.a, step.b)
      for i in 0..<count {
        func at(_ operand: ExpressionProgram.Operand, _ index: Int) -> Double { plane(operand.slot, index)[i] }
        var sum = 0.0
        if depends(a, index) {
          let bend = partials.aa?[i] ?? 0
          sum += bend * at(a, first) * at(a, second) + partials.a[i] * at(a, index)
        }
        if let byB = partials.b, depends(b, index) {
          let bend = partials.bb?[i] ?? 0
          sum += bend * at(b, first) * at(b, second) + byB[i] * at(b, index)
        }
        if let cross = partials.ab?[i] {
          if depends(a, first), depends(b, second) { sum += cross * at(a, first) * at(b, second) }
          if depends(a, second), depends(b, first) { sum += cross * at(a, second) * at(b, first) }
        }
        target[i] = sum
      }
    }
  }
}
