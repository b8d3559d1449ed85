import Raster

/// A table of numbers as coloured cells.
public struct HeatMap: Mark {
  /// Centres of the columns, in order of x.
  public let columns: [Double]
  /// Centres of the rows, in order of y.
  public let rows: [Double]
  /// The numbers, row by row; what is not finite leaves the cell open.
  public let values: [[Double]]
  /// Boundaries of the bands of colour, ascending.
  public let bands: [Double]
  /// How the bands are spread.
  public let scale: Scale.Kind
  /// The name in the record.
  public var name: Phrase
  /// What is written in each cell, nil for nothing.
  public var text: (@Sendable (Double) -> Phrase)?

  /// A table with a row of numbers for each of `rows`, each with a number for each of `columns`.
  public init(
    columns: [Double], rows: [Double], values: [[Double]], bands: [Double], scale: Scale.Kind = .linear, name: Phrase,
    text: (@Sendable (Double) -> Phrase)? = nil
  ) {
    require(
      values.count == rows.count && values.allSatisfy { $0.count == columns.count },
      "\(rows.count) × \(columns.count) cells need as many numbers")
    require(bands.count > 1, "a heat map of \(bands.count) boundaries")
    (self.columns, self.rows, self.values) = (columns, rows, values)
    (self.bands, self.scale, self.name, self.text) = (bands, scale, name, text)
  }

  /// All cells.
  public var extent: Extent {
    Extent(Self.ends(columns).map { Point($0, .nan) } + Self.ends(rows).map { Point(.nan, $0) })
  }

  /// Half a cell beyond the first and the last centre: by ratio where the centres are spaced by ratio.
  private static func ends(_ centers: [Double]) -> [Double] {
    guard centers.count > 1 else { return centers }
    let (a, b) = (centers[0], centers[1])
    let (y, z) = (centers[centers.count - 2], centers[centers.count - 1])
    let isByRatio = a > 0 && abs(b / a * y / z - 1) < 1e-6
    return isByRatio ? [a * (a / b).squareRoot(), z * (z / y).squareRoot()] : [a - (b - a) / 2, z + (z - y) / 2]
  }

  /// The bands with their colours: the larger a number, the farther its colour is from the page's.
  public func levels(in view: View, format: Format) -> Levels? {
    let map = format.map ?? (format.theme.name == Theme.dark.name ? ColorMap.dusk : .mist)
    return Levels(scale: scale, bands: bands, lines: [], heavy: [], map: map.turned)
  }

  /// Every cell.
  public func series(x: Axis, y: Axis) -> [Series] {
    let cells = rows.indices.flatMap { j in columns.indices.map { i in [columns[i], rows[j], values[j][i]] } }
    return [Series(of: name, [x.name.or("x"), y.name.or("y"), "value"], rows: cells)]
  }

  /// A heat map.
  public var kind: Phrase? { Phrase("heat map", zh: "热图") }

  /// Fills the cells.
  public func place(in space: Space, on stage: inout Stage) throws {
    guard let levels = space.levels else { return }
    let style = space.style
    let xs = Self.edges(columns.map { space.x($0) }, space.frame.minX, space.frame.maxX)
    let ys = Self.edges(rows.map { space.y($0) }, space.frame.minY, space.frame.maxY)
    for (j, row) in values.enumerated() {
      for (i, value) in row.enumerated() where value.isFinite {
        let cell = Rect(
          minX: min(xs[i], xs[i + 1]), minY: min(ys[j], ys[j + 1]), maxX: max(xs[i], xs[i + 1]),
          maxY: max(ys[j], ys[j + 1]))
        stage.fill(.rect(cell), levels.color(of: value), layer: .surface)
        guard let text else { continue }
        var request = LabelRequest(
          text(value), role: .tick, color: style.theme.ink, at: [.init(cell.center, clearance: 0)], rank: .detail)
        request.placement = .centered
        stage.label(request)
      }
    }
    stage.record(LevelsRecord(scale: scale, bands: bands, lines: [], map: levels.map.name))
  }

  /// Boundaries on whole pixels, half way between the centres.
  private static func edges(_ centers: [Double], _ low: Double, _ high: Double) -> [Double] {
    guard centers.count > 1 else { return [low, high] }
    let inner = zip(centers, centers.dropFirst()).map { (($0 + $1) / 2).rounded() }
    let last = centers.count - 1
    let first = centers[0] - (centers[1] - centers[0]) / 2
    let end = centers[last] + (centers[last] - centers[last - 1]) / 2
    return [first.rounded()] + inner + [end.rounded()]
  }
}
