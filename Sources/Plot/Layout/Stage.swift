import Raster

/// Where marks put what they want drawn: nothing is painted until all of it is known and every label has its place.
public struct Stage: Sendable {
  /// The order of painting, from below.
  public enum Layer: Int, Sendable, Comparable {
    case surface, grid, area, reference, line, landmark, marker

    /// Whether one is painted before the other.
    public static func < (a: Layer, b: Layer) -> Bool { a.rawValue < b.rawValue }
  }

  /// Something to paint.
  enum Shape: Sendable {
    case fill(Path, Paint)
    case stroke(Path, Stroke, Paint)
    case image(Bitmap, x: Int, y: Int)
    /// A map that is painted when its turn comes, straight on the canvas.
    case map(SurfacePainter, x: Int, y: Int)
  }

  struct Item: Sendable {
    var layer: Layer
    var shape: Shape
    /// Markers may cross the frame; all else is clipped to it.
    var clipped: Bool
    /// What it belongs to.
    var source: Source
  }

  /// What comes next belongs to it.
  var source = Source.setting
  private(set) var items: [Item] = []
  private(set) var labels: [LabelRequest] = []
  private(set) var endLabels: [EndLabel] = []
  private(set) var obstacles = Obstacles()
  private(set) var ownedSeries: [(record: SeriesRecord, source: Source)] = []
  private(set) var ownedMarkers: [(record: MarkerRecord, source: Source)] = []
  private(set) var levels: LevelsRecord?

  /// What is known of lines and trails.
  var series: [SeriesRecord] { ownedSeries.map(\.record) }
  /// What is known of markers.
  var markers: [MarkerRecord] { ownedMarkers.map(\.record) }

  /// Fills a path.
  public mutating func fill(_ path: Path, _ color: Color, layer: Layer, clipped: Bool = true) {
    items.append(Item(layer: layer, shape: .fill(path, .solid(color)), clipped: clipped, source: source))
  }

  /// Draws a line along a path.
  public mutating func stroke(_ path: Path, _ stroke: Stroke, _ color: Color, layer: Layer, clipped: Bool = true) {
    items.append(Item(layer: layer, shape: .stroke(path, stroke, .solid(color)), clipped: clipped, source: source))
  }

  /// Lays an image down, its upper left corner at a pixel.
  public mutating func image(_ image: Bitmap, x: Int, y: Int) {
    items.append(Item(layer: .surface, shape: .image(image, x: x, y: y), clipped: true, source: source))
  }

  /// Lays a map down, its upper left corner at a pixel.
  mutating func map(_ painter: SurfacePainter, x: Int, y: Int) {
    items.append(Item(layer: .surface, shape: .map(painter, x: x, y: y), clipped: true, source: source))
  }

  /// Paints the maps now, for a picture that will be painted more than once.
  mutating func paintMaps() {
    for index in items.indices {
      if case .map(let painter, let x, let y) = items[index].shape {
        items[index].shape = .image(painter.image(), x: x, y: y)
      }
    }
  }

  /// Asks for a text near a point of the picture.
  public mutating func label(_ request: LabelRequest) {
    labels.append(request)
    labels[labels.count - 1].source = source
  }

  /// Asks for a text in the margin beside the end of a line.
  public mutating func label(_ end: EndLabel) {
    endLabels.append(end)
    endLabels[endLabels.count - 1].source = source
  }

  /// Tells labels to keep off a line, and names of other lines to keep away from it.
  public mutating func avoid(line points: [Point], width: Double, owner: Identity? = nil) {
    obstacles.add(line: points, width: width, owner: owner)
  }

  /// Whether a line drawn before runs along the same points, to within a width.
  func hides(_ points: [Point], width: Double) -> Bool {
    obstacles.lines.contains { line in line.owner != nil && points.coincides(with: line.points, within: width) }
  }

  /// Tells labels to keep off a disc.
  public mutating func avoid(disc center: Point, radius: Double) { obstacles.add(disc: center, radius: radius) }

  /// Adds what a test or a tool should know of a line.
  public mutating func record(_ series: SeriesRecord) { ownedSeries.append((series, source)) }
  /// Adds what a test or a tool should know of a marker.
  public mutating func record(_ marker: MarkerRecord) { ownedMarkers.append((marker, source)) }
  /// Adds what a test or a tool should know of the levels of a surface.
  public mutating func record(_ levels: LevelsRecord) { self.levels = levels }
}
