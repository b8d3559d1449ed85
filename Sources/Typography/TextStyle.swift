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
  /// Whether all digits are equally wide, as in columns of numbers.
  public var tabular: Bool

  /// A style.
  public init(size: Double, weight: Weight = .regular, italic: Bool = false, tabular: Bool = false) {
    (self.size, self.weight, self.italic, self.tabular) = (size, weight, italic, tabular)
  }

  /// What of the style does not depend on the size.
  var face: FaceStyle { FaceStyle(bold: weight == .bold, italic: italic, tabular: tabular) }
}
