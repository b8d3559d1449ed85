import Raster

/// Small plots side by side that fill a bare panel: points, a curve through them, and the curve behind them.
public struct LittlePlots: Mark {
  /// One of them.
  public struct Plot: Sendable {
    /// What stands over it.
    public var title: Phrase
    /// The points.
    public var points: [Point]
    /// The curve.
    public var curve: [Point]
    /// Whose it is, which chooses the colour of the curve and of the ground.
    public var identity: Identity

    /// A little plot.
    public init(_ title: Phrase, points: [Point], curve: [Point], as identity: Identity) {
      (self.title, self.points, self.curve, self.identity) = (title, points, curve, identity)
    }
  }

  /// The plots, from the left.
  public var plots: [Plot]
  /// The curve behind the points, dashed in all of them; empty for none.
  public var truth: [Point]
  /// What each of them shows.
  public var view: View

  /// Plots of the same part of the plane, from the left.
  public init(_ plots: [Plot], truth: [Point], view: View) {
    require(!plots.isEmpty, "no little plot")
    (self.plots, self.truth, self.view) = (plots, truth, view)
  }

  /// A panel that holds nothing else.
  public var panel: Panel { Panel(x: Axis("$x$", domain: 0...1), y: Axis("$y$", domain: 0...1), frame: .bare) { self } }

  /// The points and the curve of each.
  public func series(x: Axis, y: Axis) -> [Series] {
    plots.flatMap { plot in
      let name = plot.title.plain
      return [(name, plot.curve), (name + Phrase(", points", zh: "，样本点"), plot.points)].map { name, points in
        Series(of: name, ["x", "y"], rows: points.map { [$0.x, $0.y] })
      }
    }
  }

  /// What stands over each.
  public func told(x: Axis, y: Axis) -> [Phrase] { plots.map(\.title.plain) }
  /// Line charts.
  public var kind: Phrase? { Phrase("line chart", zh: "折线图") }

  /// Draws every plot on its ground, and asks for its title.
  public func place(in space: Space, on stage: inout Stage) throws {
    let (style, frame) = (space.style, space.frame)
    let (gap, row) = (2.2 * style.unit, 1.5 * style.size(.label))
    let width = (frame.width - gap * Double(plots.count - 1)) / Double(plots.count)
    for (index, plot) in plots.enumerated() {
      let left = frame.minX + Double(index) * (width + gap)
      let box = Rect(minX: left, minY: frame.minY + row, maxX: left + width, maxY: frame.maxY)
      guard box.width > 0, box.height > 0 else { continue }
      draw(plot, box, style, &stage)
      stage.avoid(line: [Point(box.minX, box.center.y), Point(box.maxX, box.center.y)], width: box.height)
      var request = LabelRequest(
        plot.title, bold: true, color: style.textColor(plot.identity),
        at: [.init(Point(box.center.x, frame.minY + 0.45 * row), clearance: 0)], rank: .landmark)
      request.placement = .centered
      stage.label(request)
    }
  }

  private func draw(_ plot: Plot, _ box: Rect, _ style: Style, _ stage: inout Stage) {
    let color = style.color(plot.identity)
    stage.fill(.rect(box), color.opacity(0.12), layer: .area)
    func place(_ p: Point) -> Point {
      let across = (p.x - view.x.lowerBound) / (view.x.upperBound - view.x.lowerBound)
      let up = (p.y - view.y.lowerBound) / (view.y.upperBound - view.y.lowerBound)
      return Point(box.minX + across * box.width, box.maxY - up * box.height)
    }
    let thin = style.referenceLine
    for (a, b) in Self.pieces(truth.map(place), in: box) {
      stage.stroke(.polyline([a, b]), Stroke(width: thin), style.theme.muted, layer: .reference)
    }
    for run in Self.runs(plot.curve.map(place), in: box) {
      stage.stroke(.polyline(run), Stroke(width: 0.75 * style.dataLine, cap: .round), color, layer: .line)
    }
    for p in plot.points.map(place) where p.isFinite && box.contains(p) {
      let radius = 0.62 * style.unit
      stage.fill(.circle(p, radius: radius), style.theme.background, layer: .marker)
      stage.stroke(
        .circle(p, radius: radius - 0.12 * style.unit), Stroke(width: 0.24 * style.unit), style.theme.ink,
        layer: .marker)
    }
    guard let first = plot.curve.first, let last = plot.curve.last else { return }
    stage.record(
      SeriesRecord(
        name: plot.title.plain[style.language], color: color, width: 0.75 * style.dataLine, halo: nil,
        marker: plot.identity.marker, start: first, end: last, points: plot.curve.count, divergedAt: nil, milestones: []
      ))
  }

  /// Dashes of a curve inside a box: every other stretch of it.
  private static func pieces(_ line: [Point], in box: Rect) -> [(Point, Point)] {
    zip(line, line.dropFirst()).enumerated().compactMap { index, ends in
      index % 4 < 2 ? Segment(ends.0, ends.1).clipped(to: box) : nil
    }
  }

  /// The stretches of a curve inside a box.
  static func runs(_ line: [Point], in box: Rect) -> [[Point]] {
    var runs: [[Point]] = []
    for (a, b) in zip(line, line.dropFirst()) {
      guard let (start, end) = Segment(a, b).clipped(to: box) else { continue }
      if let last = runs.last?.last, last.distance(to: start) < 1e-9 {
        runs[runs.count - 1].append(end)
      } else {
        runs.append([start, end])
      }
    }
    return runs
  }
}
