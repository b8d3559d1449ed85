/// How a line is drawn along a path.
public struct Stroke: Sendable, Hashable {
  /// How two segments meet.
  public enum Join: Sendable, Hashable { case round, bevel, miter }
  /// How an open line ends.
  public enum Cap: Sendable, Hashable { case round, butt, square }

  /// Width in user units, usually pixels.
  public var width: Double
  /// How two segments meet.
  public var join: Join
  /// How an open line, or a dash, ends.
  public var cap: Cap
  /// A miter longer than this many widths becomes a bevel.
  public var miterLimit: Double
  /// Lengths of dash, gap, dash, …; empty for a solid line.
  public var dash: [Double]
  /// How far into the pattern the line starts.
  public var dashPhase: Double

  /// A line of the given width, round by default.
  public init(
    width: Double, join: Join = .round, cap: Cap = .round, miterLimit: Double = 4, dash: [Double] = [],
    dashPhase: Double = 0
  ) {
    (self.width, self.join, self.cap) = (width, join, cap)
    (self.miterLimit, self.dash, self.dashPhase) = (miterLimit, dash, dashPhase)
  }
}
