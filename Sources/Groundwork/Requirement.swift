/// Stops the program with a message where a caller broke a condition.
///
/// As `precondition`, whose message an optimised build drops; this one is printed in every build.
@inline(__always) package func require(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) { if !condition { fatalError(message(), file: file, line: line) } }
