/// What a function must be like to be drawn, and to be walked on.
extension Landscape {
  /// Refuses a function without a finite height in its view, and starts at which it has none.
  ///
  /// - Parameter starts: Where walks start, in the units of the function's plane; empty where nobody walks.
  /// - Throws: `UsageError`, with another `--view` or `--start` as the way out.
  public func requireHeight(at starts: [Point]) throws(UsageError) {
    guard hasHeight(in: view) else {
      throw UsageError(
        "--fn \(name) has no finite value in the view", zh: "--fn \(name) 在视野内没有有限值", hint: "try another --view",
        zh: "换一个 --view")
    }
    for start in starts where !value(at: Vector2(start)).isFinite {
      let (x, y, height) = (Digits.text(start.x), Digits.text(start.y), Digits.text(value(at: Vector2(start))))
      throw UsageError(
        "no walk can start at (\(x), \(y)): f is \(height) there", zh: "不能从 (\(x), \(y)) 出发：f 在该点为 \(height)",
        hint: "give another --start", zh: "换一个 --start")
    }
  }
}
