/// Size, weight and slant of a text.
public struct TextStyle: Sendable, Hashable {
  /// Stroke thickness of the face.
  public enum Weight: Sendable, Hashable { case regular, bold }

  /// Pixels per em.
  public var size: Double
  /// Stroke thickness of the face.
  public var weight: Weight
  /// Whether the whole text is italic. Single letters in math are italic anyway.
  public var italic: Bool

  /// A style.
  public init(size: Double, weight: Weight = .regular, italic: Bool = false) {
    (self.size, self.weight, self.italic) = (size, weight, italic)
  }
}
