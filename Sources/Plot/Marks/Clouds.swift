import Raster

/// Values of several groups side by side, a dot each spread over the group's width, with a bar at the middle of each group.
///
/// Dots are spread by their order, evenly and always alike. Those above the view are left out of the picture, not of the table.
public struct Clouds: Mark {
  /// The values of one group.
  public struct Group: Sendable {
    /// Its place on the horizontal axis.
    public var x: Double
    /// Its values; those that are not finite are left out.
    public var values: [Double]
    /// Where the bar stands.
    public var middle: Double
    /// Whose they are, which chooses the colour and names the table.
    public var identity: Identity

    /// A group.
    public init(x: Double, _ values: [Double], middle: Double, as identity: Identity) {
      (self.x, self.values, self.middle, self.identity) = (x, values, middle, identity)
    }
  }

  /// The groups.
  public var groups: [Group]
  /// Width of a group in units of the horizontal axis.
  public var width: Double

  /// Groups of values.
  public init(_ groups: [Group], width: Double = 0.7) { (self.groups, self.width) = (groups, width) }

  /// All values.
  public var extent: Extent {
    Extent(
      groups.flatMap { group in [-0.5, 0.5].flatMap { side in group.values.map { Point(group.x + side * width, $0) } } }
    )
  }

  /// A table of each group: its values, in order.
  public func series(x: Axis, y: Axis) -> [Series] {
    groups.map { group in Series(of: group.identity.name, [y.name.or("y")], rows: group.values.map { [$0] }) }
  }

  /// The middle of each group.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    groups.map { group in
      let middle = Digits.text(group.middle)
      return group.identity.name.plain + Phrase(": \(middle)", zh: "：\(middle)")
    }
  }

  /// Yes: shapes are to be compared.
  public var standsWithoutGrid: Bool { true }

  /// A scatter plot.
  public var kind: Phrase? { Phrase("scatter plot", zh: "散点图") }

  /// Draws the dots, pale where they are many, and the bars over them.
  public func place(in space: Space, on stage: inout Stage) throws {
    for group in groups { draw(group, space, &stage) }
  }

  /// Where a dot stands across its group, from -0.5 to 0.5: multiples of the golden section fall evenly.
  private static func share(_ index: Int) -> Double {
    let turn = 0.618_033_988_749_895 * Double(index)
    return turn - turn.rounded(.down) - 0.5
  }

  private func draw(_ group: Group, _ space: Space, _ stage: inout Stage) {
    let (style, color) = (space.style, space.style.color(group.identity))
    let radius = 0.66 * style.unit
    for (index, value) in group.values.enumerated() {
      let p = space(group.x + 0.92 * width * Self.share(index), value)
      guard p.isFinite, space.frame.contains(p) else { continue }
      stage.fill(.circle(p, radius: radius), color.opacity(group.values.count > 60 ? 0.5 : 0.8), layer: .area)
      stage.avoid(disc: p, radius: 0.5 * radius)
    }
    let bar = [-0.5, 0.5].map { space(group.x + $0 * width, group.middle) }
    guard let first = group.values.first, let last = group.values.last, bar.allSatisfy(\.isFinite) else { return }
    let thick = 1.4 * style.dataLine
    stage.stroke(.polyline(bar), Stroke(width: thick, cap: .butt), color, layer: .line)
    stage.avoid(line: bar, width: thick)
    stage.record(
      SeriesRecord(
        name: group.identity.name[style.language], color: color, width: 2 * radius, halo: nil,
        marker: group.identity.marker, start: Point(group.x, first), end: Point(group.x, last),
        points: group.values.count, divergedAt: nil, milestones: []))
  }
}
