/// A mistake on the command line: what is wrong, and how to mend it.
public struct UsageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, one line without a full stop.
  public let message: String
  /// How to mend it, a line each.
  public let hints: [String]

  /// A mistake.
  public init(_ message: String, hints: [String] = []) { (self.message, self.hints) = (message, hints) }

  /// An unknown name among known ones: suggests the nearest, lists them all.
  ///
  /// `aliases` are suggested but not listed; `command` is a last hint. A name that stands for something else in other programs
  /// is not taken for a slip.
  public static func unknown(
    _ kind: String, _ name: String, for place: String? = nil, known: [String], among aliases: [String] = [],
    try command: String? = nil
  ) -> UsageError {
    // A long list stands in the help; here its beginning tells what kind of name is meant.
    let shown = known.count > 9 ? known.prefix(4) + ["…"] : known[...]
    var hint = "known: \(shown.joined(separator: ", "))"
    if NamesElsewhere.isSomethingElse(name, kind: kind) {
      hint = "nothing here is the same   \(hint)"
    } else if let nearest = Spelling.nearest(to: name, among: known + aliases) {
      hint = "did you mean '\(nearest)'?   \(hint)"
    }
    let suffix = place.map { " for \($0)" } ?? ""
    return UsageError("unknown \(kind) '\(name)'\(suffix)", hints: [hint] + (command.map { [$0] } ?? []))
  }

  /// The message, then the hints.
  public var description: String { ([message] + hints).joined(separator: "\n  ") }
}

/// Something that a lesson reads and that is not there: a data file, a font.
public struct MissingInput: Error, Sendable, CustomStringConvertible {
  /// What is missing, and how to get it.
  public let description: String

  /// Something missing; hints stand on lines of their own.
  public init(_ description: String, hints: [String] = []) {
    self.description = ([description] + hints).joined(separator: "\n  ")
  }
}

/// Something that a lesson reads and that is not as it should be: a damaged data file.
public struct UnusableInput: Error, Sendable, CustomStringConvertible {
  /// What is wrong in which file, and how to mend it.
  public let description: String

  /// Something unusable; hints stand on lines of their own.
  public init(_ description: String, hints: [String] = []) {
    self.description = ([description] + hints).joined(separator: "\n  ")
  }
}
