/// The lines that texts of a style are aligned by, in pixels, the same for every text.
public struct TextMetrics: Sendable, Hashable {
  /// Height of a line above the baseline.
  public let ascent: Double
  /// Depth of a line below the baseline, positive.
  public let descent: Double
  /// Height of capital letters.
  public let capHeight: Double
  /// Height of a small x.
  public let xHeight: Double
}
