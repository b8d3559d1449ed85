import Raster

/// A dashed grey curve that others are held against, with its name somewhere along it.
public struct Reference: Mark {
  /// The points, in order of x.
  public var points: [Point]
  /// The name beside it, nil for none.
  public var label: Phrase?
  /// Whether the name stands in the right margin beside the curve's end, as those of lines do.
  public var isNamedAtEnd: Bool

  /// A curve.
  public init(_ points: [Point], label: Phrase? = nil, isNamedAtEnd: Bool = false) {
    (self.points, self.label, self.isNamedAtEnd) = (points, label, isNamedAtEnd)
  }

  /// All points.
  public var extent: Extent { Extent(points) }
  /// The name, if it stands in the margin.
  public func endTexts(x: Axis, y: Axis) -> [LabelText] {
    isNamedAtEnd ? label.map { [LabelText($0, bold: false)] } ?? [] : []
  }

  /// Draws the curve, and asks for its label.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let runs = points.map { space($0) }.split { !$0.isFinite }.map { Line.thinned(Array($0)) }
    let width = style.referenceLine
    let color = style.theme.muted.mixed(with: style.theme.background, by: 0.25)
    for run in runs {
      stage.stroke(
        .polyline(run), Stroke(width: width, cap: .butt, dash: [4 * width, 2.4 * width]), color, layer: .reference)
      stage.avoid(line: run, width: width)
    }
    guard let label else { return }
    if isNamedAtEnd, space.hasEndMargin, let run = runs.last {
      return stage.label(
        EndLabel(
          LabelText(label, bold: false), color: style.theme.muted, lineColor: color,
          end: Line.visibleEnd(run, in: space.frame)))
    }
    let all = runs.joined().filter { space.frame.contains($0) }
    let places = [0.5, 0.7, 0.3, 0.85, 0.15, 0.6, 0.4].compactMap { share in
      all.isEmpty ? nil : all[min(all.count - 1, Int(share * Double(all.count)))]
    }
    stage.label(
      LabelRequest(
        label, color: style.theme.muted, at: places.map { .init($0, clearance: 1.1 * style.unit) }, rank: .name))
  }
}
