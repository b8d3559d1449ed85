/// Why bytes are not a readable PNG, or a picture could not be written as one.
public struct PNGError: Error, CustomStringConvertible, Sendable, Equatable {
  /// One sentence without its full stop.
  public let description: String

  init(_ description: String) { self.description = description }
}
