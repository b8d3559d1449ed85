/// Why a file gives no data: which file, where in it, what is wrong, and what would be right.
public struct DataError: ReportedError, Sendable, Hashable {
  /// Path of the file or directory.
  public let path: String
  /// Where in the file; nil where it is the file as a whole.
  public let place: Place?
  /// What is wrong, and what would be right.
  public let reason: Message
  /// Whether the file is not there, rather than not as it should be.
  public let isMissing: Bool
  /// Whether there is more of it than can be read.
  public let isTooLarge: Bool

  /// A place in a file.
  public enum Place: Sendable, Hashable {
    /// A line, counted from 1.
    case line(Int)
    /// A byte of the contents, unpacked if they were packed, counted from 0.
    case byte(Int)
  }

  init(_ path: String, at place: Place? = nil, isMissing: Bool = false, isTooLarge: Bool = false, _ reason: Message) {
    (self.path, self.place, self.reason) = (path, place, reason)
    (self.isMissing, self.isTooLarge) = (isMissing, isTooLarge)
  }
}

extension DataError {
  /// "iris.csv, line 12: column 3 is empty".
  public var told: Message {
    switch place {
    case .line(let line): Message("\(path), line \(line): \(reason)", zh: "\(path) 第 \(line) 行：\(reason)")
    case .byte(let byte): Message("\(path), byte \(byte): \(reason)", zh: "\(path) 第 \(byte) 字节：\(reason)")
    case nil: Message("\(path): \(reason)", zh: "\(path)：\(reason)")
    }
  }

  /// The same in English.
  public var description: String { told.english }
}
