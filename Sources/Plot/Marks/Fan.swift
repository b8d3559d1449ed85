import Raster

/// A median with its range, over x: what several seeds did, as one line in one pale band.
public struct Fan: Mark {
  /// What was found at one x.
  public struct Sample: Sendable, Hashable {
    /// Where.
    public var x: Double
    /// The middle.
    public var median: Double
    /// The lowest and the greatest that the band shows.
    public var lower: Double, upper: Double

    /// A middle with its range.
    public init(x: Double, median: Double, lower: Double, upper: Double) {
      (self.x, self.median, self.lower, self.upper) = (x, median, lower, upper)
    }
  }

  /// The samples, in order of x; one that is not finite interrupts the curve.
  public var samples: [Sample]
  /// The line of the medians: its label, its detail, and how it is drawn can be changed.
  public var line: Line
  /// Whether the band is drawn; the record has the range in any case.
  public var hasBand = true

  /// A fan under the name of what it stands for; `detail` is a second line under the name.
  public init(_ samples: [Sample], as identity: Identity, detail: Phrase? = nil, hasDots: Bool = false) {
    self.samples = samples
    line = Line(Self.medians(samples), as: identity, detail: detail, hasDots: hasDots)
  }

  /// A fan with a label of its own, or none.
  public init(_ samples: [Sample], as identity: Identity, label: Phrase?, detail: Phrase? = nil, hasDots: Bool = false)
  {
    self.samples = samples
    line = Line(Self.medians(samples), as: identity, label: label, detail: detail, hasDots: hasDots)
  }

  private static func medians(_ samples: [Sample]) -> [Point] { samples.map { Point($0.x, $0.median) } }

  private var lower: [Point] { samples.map { Point($0.x, $0.lower) } }
  private var upper: [Point] { samples.map { Point($0.x, $0.upper) } }

  /// All of the band, if it is drawn, and the line.
  public var extent: Extent { Extent((hasBand ? lower + upper : []) + line.points) }
  /// The label of the line.
  public func endTexts(x: Axis, y: Axis) -> [LabelText] { line.endTexts(x: x, y: y) }

  /// One table: x, the median, the lowest and the greatest.
  public func series(x: Axis, y: Axis) -> [Series] {
    let rows = samples.map { [$0.x, $0.median, $0.lower, $0.upper] }
    return [Series(of: line.name, [x.name.or("x"), "median", "lowest", "greatest"], rows: rows)]
  }

  /// Where the line ends.
  public func told(x: Axis, y: Axis) -> [Phrase] { line.told(x: x, y: y) }
  /// Whether its line does.
  public var standsWithoutGrid: Bool { line.standsWithoutGrid }
  /// A line chart.
  public var kind: Phrase? { line.kind }

  /// Draws the band, unless it is left out, and the line over it.
  public func place(in space: Space, on stage: inout Stage) throws {
    if hasBand { try Band(lower: lower, upper: upper, as: line.identity).place(in: space, on: &stage) }
    try line.place(in: space, on: &stage)
  }
}
