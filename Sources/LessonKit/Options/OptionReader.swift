/// Reads the options of a lesson while its properties get their first values.
final class OptionReader: @unchecked Sendable {
  /// The reader of the lesson that is being made, if its options come from a command line.
  @TaskLocal private static var current: OptionReader?

  private var options: Options
  private var failure: (any Error)?

  private init(_ options: Options) { self.options = options }

  /// Makes a lesson whose options have what was given for them.
  ///
  /// - Returns: The lesson, and the options with what it took on record.
  /// - Throws: `UsageError` for the first value that cannot be read.
  static func make(_ type: any Lesson.Type, _ options: Options) throws -> (any Lesson, Options) {
    let reader = OptionReader(options)
    let lesson: any Lesson = $current.withValue(reader) { type.init() }
    if let failure = reader.failure { throw failure }
    return (lesson, reader.options)
  }

  /// Whether the command line that is read gives a value for one of these keys.
  static func isGiven(_ keys: [String]) -> Bool {
    guard let reader = current else { return false }
    return keys.contains { !reader.options.values(for: $0).isEmpty }
  }

  /// The value of an option: what `read` finds, or what it makes of the default where no command line is read.
  static func value<Value>(_ initial: Value, _ read: (inout Options, inout Value) throws -> Void) -> Value {
    var value = initial
    guard let reader = current else {
      var none = Options()
      do { try read(&none, &value) } catch { fatalError("an option refuses its default: \(error)") }
      return value
    }
    guard reader.failure == nil else { return initial }
    do { try read(&reader.options, &value) } catch { reader.failure = error }
    return value
  }
}
