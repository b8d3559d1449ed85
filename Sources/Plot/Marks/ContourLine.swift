import Raster

/// A contour of a loss as a line alone: thin among others, or heavy where it is the one that matters.
public struct ContourLine: Mark {
  /// Points close enough to be seen as a curve, in order around; it is closed.
  public var points: [Point]
  /// Whether it is the one that matters: then labels keep off it.
  public var isHeavy: Bool

  /// A contour.
  public init(_ points: [Point], isHeavy: Bool = false) { (self.points, self.isHeavy) = (points, isHeavy) }

  /// Draws the line.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let pixels = points.map { space($0) }
    guard pixels.count > 2, pixels.allSatisfy(\.isFinite) else { return }
    let color = isHeavy ? style.theme.ink : style.theme.muted.mixed(with: style.theme.background, by: 0.25)
    let width = isHeavy ? style.dataLine : 1.4 * style.axisLine
    stage.stroke(.polygon(pixels), Stroke(width: width), color, layer: isHeavy ? .line : .area)
    if isHeavy { stage.avoid(line: pixels + [pixels[0]], width: width) }
  }
}
