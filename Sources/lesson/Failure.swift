/// A lesson that did not run, while others go on.
struct Failure: Error, CustomStringConvertible {
  let description: String

  static func catching<Value>(_ lesson: String, _ body: () throws -> Value) -> Result<Value, Failure> {
    do { return .success(try body()) } catch { return .failure(Failure(description: "\(lesson): \(error)")) }
  }
}
