/// An expression as a list of steps: equal parts computed once, constants folded.
///
/// A step leaves its result in a slot; slots are used again once nothing needs what they hold.
struct ExpressionProgram: Sendable {
  /// What a step does with its operands.
  enum Code: Sendable, Hashable {
    case function(Expression.Function)
    case operation(Expression.Operation)
    /// A power whose exponent does not change.
    case constantPower
  }

  /// A step: result ← code(a, b).
  struct Step: Sendable {
    let code: Code
    let target: Int
    let a: Operand
    /// The second operand; the first again where there is none.
    let b: Operand
    /// The exponent of a constant power.
    let exponent: Double
  }

  /// A slot, and the variables that what it holds depends on.
  struct Operand: Sendable {
    let slot: Int
    let hasX: Bool
    let hasY: Bool
  }

  private(set) var steps: [Step] = []
  /// The values of the slots 2, 3, …; slots 0 and 1 hold x and y.
  private(set) var constants: [Double] = []
  private(set) var slotCount = 2
  /// What the whole is.
  private(set) var result = Operand(slot: 0, hasX: true, hasY: false)

  /// The program of a tree.
  init(_ tree: Expression.Tree) {
    var folding = ExpressionFolding()
    let root = folding.fold(tree)
    let parts = folding.needed(by: root)
    var lastUses: [Int: Int] = [root: Int.max]
    for part in parts.sorted() {
      for operand in folding.parts[part].operands { lastUses[operand] = max(lastUses[operand] ?? 0, part) }
    }
    var slots: [Int: Int] = [:]
    for part in parts.sorted() {
      guard case .number(let value) = folding.parts[part].kind else { continue }
      slots[part] = 2 + constants.count
      constants.append(value)
    }
    slotCount = 2 + constants.count
    assign(folding, parts.sorted(), lastUses, &slots)
    result = operand(root, folding, slots)
  }

  private mutating func assign(
    _ folding: ExpressionFolding, _ parts: [Int], _ lastUses: [Int: Int], _ slots: inout [Int: Int]
  ) {
    var free: [Int] = []
    for part in parts {
      let (kind, operands) = (folding.parts[part].kind, folding.parts[part].operands)
      switch kind {
      case .number: continue
      case .x: slots[part] = 0
      case .y: slots[part] = 1
      case .step(let code, let exponent):
        for used in Set(operands) where lastUses[used] == part {
          if case .step = folding.parts[used].kind, let slot = slots[used] { free.append(slot) }
        }
        free.sort(by: >)
        let target = free.popLast() ?? slotCount
        slotCount = max(slotCount, target + 1)
        let a = operand(operands[0], folding, slots)
        let b = operands.count > 1 ? operand(operands[1], folding, slots) : a
        slots[part] = target
        steps.append(Step(code: code, target: target, a: a, b: b, exponent: exponent))
      }
    }
  }

  private func operand(_ part: Int, _ folding: ExpressionFolding, _ slots: [Int: Int]) -> Operand {
    Operand(slot: slots[part] ?? 0, hasX: folding.parts[part].hasX, hasY: folding.parts[part].hasY)
  }
}
