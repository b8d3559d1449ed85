import Raster

/// A dashed grey curve that others are held against, with its name somewhere along it.
public struct Reference: Mark {
  /// The points, in order of x.
  public var points: [Point]
  /// The name beside it, nil for none.
  public var label: Phrase?

  /// A curve.
  public init(_ points: [Point], label: Phrase? = nil) {
    (self.points, self.label) = (points, label)
  }

  /// All points.
  public var extent: Extent { Extent(points) }

  /// Draws the curve, and asks for its label.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let runs = points.map { space($0) }.split { !$0.isFinite }.map { Line.thinned(Array($0)) }
    let width = style.referenceLine
    let color = style.theme.muted.mixed(with: style.theme.background, by: 0.25)
    for run in runs {
      stage.stroke(
        .polyline(run), Stroke(width: width, cap: .butt, dash: [4 * width, 2.4 * width]), color,
        layer: .reference)
      stage.avoid(line: run, width: width)
    }
    guard let label else { return }
    let all = runs.joined().filter { space.frame.contains($0) }
    let places = [0.5, 0.7, 0.3, 0.85, 0.15, 0.6, 0.4].compactMap { share in
      all.isEmpty ? nil : all[min(all.count - 1, Int(share * Double(all.count)))]
    }
    stage.label(
      LabelRequest(
        label, color: style.theme.muted, at: places.map { .init($0, clearance: 1.1 * style.unit) },
        rank: .name))
  }
}
