/// An output that cannot be written, and why.
struct CannotCreate: Error, CustomStringConvertible {
  let description: String
  var hints: [String] = []

  init(_ description: String, hints: [String] = []) { (self.description, self.hints) = (description, hints) }

  /// The system refused: `errno` says why.
  init(_ what: String, code: Int32) { self.init("\(what): \(String(cString: strerror(code)))") }
}

/// The reader of standard output has gone; nobody is left to be told.
struct ClosedPipe: Error {}
