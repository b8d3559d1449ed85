import Raster

/// Divides the body of a page among panels, with the plot areas of a row or a column in line.
struct Arranger {
  let body: Rect
  let style: Style
  let rows: [Arrangement.Row]

  /// Where a panel stands among the others.
  struct Place: Hashable {
    /// Which row, from above.
    var row: Int
    /// Which place in its row, from the left.
    var column: Int
    /// How many places its row has.
    var columns: Int

    /// Whether another panel stands above or below in line.
    func isInLine(with other: Place) -> Bool { column == other.column && columns == other.columns }
  }

  /// Room between the panels of a row.
  private var gutter: Double { 3 * style.unit }
  /// Room between rows.
  private var shelf: Double { 1.5 * style.unit }

  /// The places of panels, in order.
  func places(_ count: Int) -> [Place] {
    let all = rows.enumerated().flatMap { row, shares in
      shares.widths.indices.map { Place(row: row, column: $0, columns: shares.widths.count) }
    }
    return Array(all.prefix(count))
  }

  /// The part of the body that a panel would have, were there no texts.
  func cell(_ place: Place) -> Point {
    let widths = rows[place.row].widths
    let width = body.width - gutter * Double(widths.count - 1)
    let height = body.height - shelf * Double(rows.count - 1)
    let heights = rows.map(\.height).reduce(0, +)
    return Point(width * widths[place.column] / widths.reduce(0, +), height * rows[place.row].height / heights)
  }

  /// A plot area and the room for texts at its left, right, above and below.
  struct Slot {
    var frame: Rect
    var room: PanelPlan.Insets
  }

  /// Plot areas for panels that need room for texts around: what the texts leave is divided by the shares.
  func slots(_ places: [Place], insets: [PanelPlan.Insets]) -> [Slot] {
    let rooms = places.map { room($0, places, insets) }
    let tops = rows.indices.map { row in zip(places, rooms).first { $0.0.row == row }?.1.top ?? 0 }
    let bottoms = rows.indices.map { row in zip(places, rooms).filter { $0.0.row == row }.map(\.1.bottom).max() ?? 0 }
    let free = body.height - shelf * Double(rows.count - 1) - tops.reduce(0, +) - bottoms.reduce(0, +)
    let shares = rows.map(\.height)
    var y = body.minY
    var bands: [(minY: Double, maxY: Double)] = []
    for row in rows.indices {
      let height = max(4, free * shares[row] / shares.reduce(0, +))
      bands.append((y + tops[row], y + tops[row] + height))
      y += tops[row] + height + bottoms[row] + shelf
    }
    return zip(places, rooms).map { place, room in
      let (minX, maxX) = span(place, places, rooms)
      let band = bands[place.row]
      let left = minX.rounded()
      let top = band.minY.rounded()
      let frame = Rect(
        minX: left, minY: top, maxX: max(left + 4, maxX.rounded()), maxY: max(top + 4, band.maxY.rounded()))
      return Slot(frame: frame, room: room)
    }
  }

  /// The room that the panels of a row need above and below, and those of a column at their sides.
  private func room(_ place: Place, _ places: [Place], _ insets: [PanelPlan.Insets]) -> PanelPlan.Insets {
    let row = zip(places, insets).filter { $0.0.row == place.row }.map(\.1)
    let column = zip(places, insets).filter { $0.0.isInLine(with: place) }.map(\.1)
    return PanelPlan.Insets(
      left: column.map(\.left).max() ?? 0, right: column.map(\.right).max() ?? 0, top: row.map(\.top).max() ?? 0,
      bottom: row.map(\.bottom).max() ?? 0)
  }

  /// Left and right edge of a plot area.
  private func span(_ place: Place, _ places: [Place], _ rooms: [PanelPlan.Insets]) -> (Double, Double) {
    let widths = rows[place.row].widths
    // A place that no panel is left for takes what the panel above it takes.
    let columns = widths.indices.map { column in
      zip(places, rooms).first { $0.0.column == column && $0.0.columns == widths.count }?.1 ?? PanelPlan.Insets()
    }
    let texts = columns.map { $0.left + $0.right }.reduce(0, +)
    let free = body.width - gutter * Double(widths.count - 1) - texts
    var x = body.minX
    for column in widths.indices {
      let width = max(4, free * widths[column] / widths.reduce(0, +))
      x += columns[column].left
      if column == place.column { return (x, x + width) }
      x += width + columns[column].right + gutter
    }
    return (x, x + 4)
  }
}
