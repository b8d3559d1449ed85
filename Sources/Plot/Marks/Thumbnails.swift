import Raster

/// A small picture of pixels with a word under it: an example that a network sees.
public struct Thumbnail: Sendable, Hashable {
  /// How dark each pixel is, from 0 for paper to 1 for ink, row by row from the top.
  public let pixels: [Double]
  /// Pixels of a row.
  public let columns: Int
  /// What stands under it.
  public var label: Phrase
  /// Whose colour the label has, nil for ink.
  public var identity: Identity?

  /// A picture of whole rows.
  public init(_ pixels: [Double], columns: Int, label: Phrase, as identity: Identity? = nil) {
    require(
      columns > 0 && !pixels.isEmpty && pixels.count % columns == 0,
      "a picture of \(pixels.count) pixels in rows of \(columns)")
    (self.pixels, self.columns, self.label, self.identity) = (pixels, columns, label, identity)
  }

  /// How many rows.
  var rows: Int { pixels.count / columns }
}

/// Small pictures in rows, in a part of the plane that is free of curves; none where they would be too small to be told apart.
public struct Thumbnails: Mark {
  /// The pictures, from the left of the upper row on.
  public var pictures: [Thumbnail]
  /// How many stand in a row.
  public var perRow: Int
  /// The part of the plane that they fill.
  public var view: View

  /// What the words under them are: labels are larger than ticks.
  public var role = TextRole.tick

  /// Pictures in rows.
  public init(_ pictures: [Thumbnail], perRow: Int, in view: View) {
    require(perRow > 0, "\(perRow) pictures in a row")
    (self.pictures, self.perRow, self.view) = (pictures, perRow, view)
  }

  /// A panel of pictures one above the other, beside a plot that speaks of them; `role` is what the words under them are.
  public static func column(_ pictures: [Thumbnail], heading: Phrase? = nil, role: TextRole = .label) -> Panel {
    Panel(
      x: Axis(Phrase("column", zh: "列"), domain: 0...1), y: Axis(Phrase("row", zh: "行"), domain: 0...1), frame: .bare,
      heading: heading
    ) { Thumbnails(pictures, perRow: 1, in: View(x: 0...1, y: 0...1)).with(\.role, role) }
  }

  /// Draws every picture, its pixels whole ones of the page, and asks for its label.
  public func place(in space: Space, on stage: inout Stage) throws {
    let em = space.style.size(role)
    let corners = [space(view.x.lowerBound, view.y.lowerBound), space(view.x.upperBound, view.y.upperBound)]
    let (across, down) = (abs(corners[1].x - corners[0].x), abs(corners[1].y - corners[0].y))
    let rows = (pictures.count + perRow - 1) / perRow
    guard rows > 0, across.isFinite, down.isFinite else { return }
    let cell = Point(across / Double(perRow), down / Double(rows))
    let side = min(cell.x - 0.7 * em, cell.y - 1.9 * em)
    guard side > 1.6 * em else { return }
    let origin = Point(min(corners[0].x, corners[1].x), min(corners[0].y, corners[1].y))
    // All words are as large as the longest ones can be.
    let widest = try pictures.map { try space.style.line($0.label, role, bold: true).advance }.max() ?? 0
    let scale = min(1, 0.97 * cell.x / max(widest, 1))
    for (index, picture) in pictures.enumerated() {
      let pixel = (side / Double(max(picture.columns, picture.rows))).rounded(.down)
      guard pixel >= 1 else { continue }
      let size = Point(pixel * Double(picture.columns), pixel * Double(picture.rows))
      let (column, row) = (Double(index % perRow), Double(index / perRow))
      let left = origin.x + (column + 0.5) * cell.x - size.x / 2
      let top = origin.y + (row + 0.5) * cell.y - (size.y + 1.25 * em) / 2
      let corner = Point(left.rounded(), top.rounded())
      let box = Rect(x: corner.x, y: corner.y, width: size.x, height: size.y)
      draw(picture, pixel, box, scale, space, &stage)
    }
  }

  private func draw(
    _ picture: Thumbnail, _ pixel: Double, _ box: Rect, _ scale: Double, _ space: Space, _ stage: inout Stage
  ) {
    let (style, em) = (space.style, space.style.size(role))
    let (paper, ink) = (style.theme.background, style.theme.ink)
    stage.fill(.rect(box), paper, layer: .area)
    for (index, darkness) in picture.pixels.enumerated() where darkness > 0.02 {
      let (row, column) = index.quotientAndRemainder(dividingBy: picture.columns)
      let cell = Rect(
        x: box.minX + Double(column) * pixel, y: box.minY + Double(row) * pixel, width: pixel, height: pixel)
      stage.fill(.rect(cell), paper.mixed(with: ink, by: min(darkness, 1)), layer: .area)
    }
    let edge = picture.identity.map { (style.referenceLine, style.color($0)) } ?? (style.axisLine, style.theme.faint)
    stage.stroke(.rect(box), Stroke(width: edge.0), edge.1, layer: .reference)
    stage.avoid(disc: box.center, radius: 0.6 * max(box.width, box.height))
    var request = LabelRequest(
      picture.label, role: role, bold: true, color: picture.identity.map { style.textColor($0) } ?? ink,
      at: [.init(Point(box.center.x, box.maxY + 0.8 * em), clearance: 0)], rank: .name)
    (request.placement, request.scale) = (.centered, scale)
    stage.label(request)
  }
}
