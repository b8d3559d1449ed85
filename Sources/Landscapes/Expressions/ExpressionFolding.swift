/// Finds equal parts of a tree, and computes the parts that do not depend on x or y.
struct ExpressionFolding {
  /// What a part is.
  enum Kind: Hashable {
    case x, y
    case number(Double)
    case step(ExpressionProgram.Code, exponent: Double)
  }

  /// A part; its operands stand before it.
  struct Part: Hashable {
    let kind: Kind
    var operands: [Int] = []
    var hasX = false
    var hasY = false
  }

  private(set) var parts: [Part] = []
  private var places: [Part: Int] = [:]

  /// Enters all nodes of a tree; the place of the last.
  mutating func fold(_ tree: Expression.Tree) -> Int {
    var places: [Int] = []
    for node in tree.nodes {
      switch node {
      case .number(let value, _): places.append(number(value))
      case .x: places.append(enter(Part(kind: .x, hasX: true)))
      case .y: places.append(enter(Part(kind: .y, hasY: true)))
      case .function(let function, let a): places.append(step(.function(function), [places[a]]))
      case .operation(.power, let a, let b): places.append(power(places[a], places[b]))
      case .operation(let operation, let a, let b): places.append(step(.operation(operation), [places[a], places[b]]))
      }
    }
    return places[places.count - 1]
  }

  /// The parts that a part is made of, itself among them.
  func needed(by root: Int) -> Set<Int> {
    var (found, open) = (Set([root]), [root])
    while let part = open.popLast() {
      for operand in parts[part].operands where found.insert(operand).inserted { open.append(operand) }
    }
    return found
  }

  private mutating func number(_ value: Double) -> Int { enter(Part(kind: .number(value))) }

  private func constant(_ place: Int) -> Double? {
    if case .number(let value) = parts[place].kind { value } else { nil }
  }

  /// A power; x⁰ is 1 and x¹ is x wherever they stand, as in PyTorch.
  private mutating func power(_ base: Int, _ exponent: Int) -> Int {
    guard let value = constant(exponent) else { return step(.operation(.power), [base, exponent]) }
    if value == 0 { return number(1) }
    if value == 1 { return base }
    return step(.constantPower, [base], exponent: value)
  }

  private mutating func step(_ code: ExpressionProgram.Code, _ operands: [Int], exponent: Double = 0) -> Int {
    let values = operands.compactMap { constant($0) }
    if values.count == operands.count {
      let value = ExpressionStep.value(code, values[0], values[values.count - 1], exponent)
      return number(value)
    }
    return enter(
      Part(
        kind: .step(code, exponent: exponent), operands: operands, hasX: operands.contains { parts[$0].hasX },
        hasY: operands.contains { parts[$0].hasY }))
  }

  private mutating func enter(_ part: Part) -> Int {
    if let place = places[part] { return place }
    parts.append(part)
    places[part] = parts.count - 1
    return parts.count - 1
  }
}
