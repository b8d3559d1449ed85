/// What a function must be like to be drawn, and to be walked on.
extension Landscape {
  /// Refuses a function without a finite height in its view, and starts at which it has none.
  ///
  /// - Parameter starts: Where walks start, in the units of the function's plane; empty where nobody walks.
  /// - Throws: `UsageError`, with another `--view` or `--start` as the way out.
  public func requireHeight(at starts: [Point]) throws(UsageError) {
    guard hasHeight(in: view) else {
      throw UsageError("--fn \(name) has no finite value in the view", hints: ["try another --view"])
    }
    for start in starts where !value(at: Vector2(start)).isFinite {
      let height = Digits.text(value(at: Vector2(start)))
      throw UsageError(
        "no walk can start at (\(Digits.text(start.x)), \(Digits.text(start.y))): f is \(height) there",
        hints: ["give another --start"])
    }
  }
}
