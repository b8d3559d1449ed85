/// Builds lists of marks in braces, with loops and conditions.
@resultBuilder public enum MarkBuilder {
  /// One mark.
  public static func buildExpression(_ mark: any Mark) -> [any Mark] { [mark] }
  /// Several marks.
  public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }
  /// Marks one after the other.
  public static func buildBlock(_ parts: [any Mark]...) -> [any Mark] { parts.flatMap { $0 } }
  /// Marks of a loop.
  public static func buildArray(_ parts: [[any Mark]]) -> [any Mark] { parts.flatMap { $0 } }
  /// Marks under a condition.
  public static func buildOptional(_ part: [any Mark]?) -> [any Mark] { part ?? [] }
  /// Marks of the first branch.
  public static func buildEither(first: [any Mark]) -> [any Mark] { first }
  /// Marks of the second branch.
  public static func buildEither(second: [any Mark]) -> [any Mark] { second }
}
