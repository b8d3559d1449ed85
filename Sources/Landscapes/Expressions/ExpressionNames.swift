/// What the names in an expression mean.
enum ExpressionName {
  case variable(Expression.Node)
  case constant(Double)
  case function(Expression.Function)
  /// A function of several numbers, and how many it takes.
  case operation(Expression.Operation, counts: ClosedRange<Int>)
  /// The root of the sum of squares of several numbers.
  case norm

  /// What a name means; nil if nothing.
  init?(_ name: String) {
    switch name {
    case "x": self = .variable(.x)
    case "y": self = .variable(.y)
    case "pi", "π": self = .constant(.pi)
    case "e": self = .constant(2.718281828459045)
    case "min": self = .operation(.minimum, counts: 2...Int.max)
    case "max": self = .operation(.maximum, counts: 2...Int.max)
    case "pow": self = .operation(.power, counts: 2...2)
    case "atan2": self = .operation(.angle, counts: 2...2)
    case "hypot": self = .norm
    case "ln": self = .function(.log)
    case "log_2": self = .function(.log2)
    case "log_10": self = .function(.log10)
    default:
      guard let function = Expression.Function(rawValue: name), function != .negate else { return nil }
      self = .function(function)
    }
  }

  /// Every name, the variables first.
  static let all: [String] =
    ["x", "y", "pi", "e"] + Expression.Function.allCases.filter { $0 != .negate }.map(\.rawValue) + [
      "min", "max", "pow", "atan2", "hypot", "ln",
    ]
}
