import Raster

/// A closed shape in the plane: a polygon or an ellipse, shaded, with an edge.
public struct Region: Mark {
  /// Corners, in order around; for an ellipse, points close enough to be seen as a curve.
  public let corners: [Point]
  /// Whether corners are meant to be sharp.
  public let isPolygon: Bool
  /// Whose it is, which chooses the colour; nil for ink.
  public var identity: Identity?
  /// How strong the inside is coloured, 0 for not at all.
  public var shade = 0.16
  /// Whether there is a line along the edge.
  public var hasEdge = true
  /// Thickness of the edge against that of a data line.
  public var weight = 1.0
  /// The text beside its edge, nil for none.
  public var label: Phrase?

  /// A polygon.
  public init(
    polygon corners: [Point], as identity: Identity?, label: Phrase? = nil, shade: Double = 0.16, hasEdge: Bool = true
  ) {
    (self.corners, isPolygon, self.identity, self.label) = (corners, true, identity, label)
    (self.shade, self.hasEdge) = (shade, hasEdge)
  }

  /// A block of cells of two axes of categories, each cell a unit wide; `air` is left on each side.
  public init(
    cells columns: ClosedRange<Int>, _ rows: ClosedRange<Int>, as identity: Identity?, shade: Double,
    hasEdge: Bool = true, air: Double = 0
  ) {
    let (left, right) = (Double(columns.lowerBound) - 0.5 + air, Double(columns.upperBound) + 0.5 - air)
    let (top, bottom) = (Double(rows.lowerBound) - 0.5 + air, Double(rows.upperBound) + 0.5 - air)
    self.init(
      polygon: [Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)], as: identity,
      shade: shade, hasEdge: hasEdge)
  }

  /// An ellipse: its centre, and two vectors to its edge that are conjugate, as its half axes are.
  ///
  /// Its points are centre + a·cos t + b·sin t.
  public init(ellipse center: Point, _ a: Point, _ b: Point, as identity: Identity?, label: Phrase? = nil) {
    corners = (0..<360).map { i in
      let t = Double(i) * .pi / 180
      return center + a * cos(t) + b * sin(t)
    }
    (isPolygon, self.identity, self.label) = (false, identity, label)
  }

  /// All corners.
  public var extent: Extent { Extent(corners) }

  /// Fills the shape, draws its edge, and asks for its label.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let pixels = corners.map { space($0) }
    guard pixels.count > 2, pixels.allSatisfy(\.isFinite) else { return }
    let color = style.paint(identity)
    if shade > 0 { stage.fill(.polygon(pixels), color.opacity(shade), layer: .area) }
    let edge = pixels + [pixels[0]]
    if hasEdge {
      let stroke = Stroke(width: weight * style.dataLine, join: isPolygon ? .miter : .round)
      stage.stroke(.polygon(pixels), stroke, color, layer: .line)
    }
    stage.avoid(line: edge, width: weight * style.dataLine, owner: identity)
    guard let label else { return }
    let step = max(1, pixels.count / 12)
    let places = stride(from: 0, to: pixels.count, by: step).map { pixels[$0] }.filter { space.frame.contains($0) }
    var request = LabelRequest(
      label, bold: true, color: identity.map { style.textColor($0) } ?? style.theme.ink,
      at: places.map { .init($0, clearance: 0.8 * style.unit) }, rank: .name)
    request.owner = identity
    stage.label(request)
  }
}
