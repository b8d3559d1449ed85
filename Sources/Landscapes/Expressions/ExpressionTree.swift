extension Expression {
  /// An operation between two numbers.
  enum Operation: String, Sendable, Hashable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
    case minimum = "min"
    case maximum = "max"
    /// The angle of the point whose height stands first.
    case angle = "atan2"

    /// How strongly it binds; a sign before a number binds with 3.
    var rank: Int {
      switch self {
      case .add, .subtract: 1
      case .multiply, .divide: 2
      case .power: 4
      case .minimum, .maximum, .angle: 5
      }
    }
  }

  /// A function of one number.
  enum Function: String, Sendable, Hashable, CaseIterable {
    case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, log, log2, log10, sqrt, cbrt, abs, sign
    case floor, sigmoid, relu
    /// The sign before a number; it has no name to write.
    case negate = "-"
  }

  /// A part of a formula; its operands stand before it in the list.
  enum Node: Sendable, Hashable {
    case number(Double, spelled: String)
    case x, y
    case function(Function, Int)
    case operation(Operation, Int, Int)
  }

  /// A formula as it was written: the parts in the order in which they are computed, the whole last.
  struct Tree: Sendable, Hashable {
    var nodes: [Node] = []
    /// Where the sign or the name of each part stands.
    var columns: [Range<Int>] = []

    mutating func append(_ node: Node, at columns: Range<Int>) -> Int {
      nodes.append(node)
      self.columns.append(columns)
      return nodes.count - 1
    }
  }
}
