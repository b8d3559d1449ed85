import Raster

/// Divides the body of a page among panels, with the plot areas of a row or a column in line.
struct Arranger {
  let body: Rect
  let style: Style

  /// The place of a panel.
  struct Cell {
    /// Its part of the body.
    var box: Rect
    /// Which row it stands in, from above.
    var row: Int
    /// Where it stands in its row, from the left.
    var column: Int
    /// How many panels its row has.
    var columns: Int
  }

  /// Room between the panels of a row.
  private var gutter: Double { 3.4 * style.unit }

  /// The cells of panels, with gutters between them.
  func cells(_ arrangement: Arrangement, count: Int) -> [Cell] {
    let rows = arrangement.rows(for: count, on: shape)
    let boxes = Self.divided(
      body.minY, body.maxY, shares: rows.map(\.height), gutter: 1.6 * style.unit)
    return zip(rows, boxes).enumerated().flatMap { index, pair in
      let (row, height) = pair
      let widths = Self.divided(body.minX, body.maxX, shares: row.widths, gutter: gutter)
      return widths.enumerated().map { column, width in
        let box = Rect(minX: width.0, minY: height.0, maxX: width.1, maxY: height.1)
        return Cell(box: box, row: index, column: column, columns: row.widths.count)
      }
    }
  }

  /// The shape of the body, by its sides and by the room that its type leaves.
  var shape: Arrangement.Shape {
    let (aspect, ems) = (body.width / body.height, body.width / style.size(.tick))
    guard aspect > 1.3, ems > 40 else { return .tall }
    return aspect > 1.9 && ems > 54 ? .broad : .wide
  }

  /// A stretch in parts with gutters between them.
  private static func divided(
    _ start: Double, _ end: Double, shares: [Double], gutter: Double
  ) -> [(Double, Double)] {
    let length = end - start - gutter * Double(shares.count - 1)
    let total = shares.reduce(0, +)
    var position = start
    return shares.map { share in
      let size = length * share / total
      defer { position += size + gutter }
      return (position, position + size)
    }
  }

  /// The panels that have a share of a page of this shape.
  func shown(_ panels: [Panel], _ arrangement: Arrangement) -> [Panel] {
    let rows = arrangement.rows(for: panels.count, on: shape)
    let shares = rows.flatMap { row in row.widths.map { $0 * row.height } }
    return zip(panels, shares).filter { $0.1 > 0 }.map(\.0)
  }

  /// The cells again, with the panels of a row that have equal shares given plot areas of equal width.
  func balanced(_ cells: [Cell], insets: [PanelPlan.Insets]) -> [Cell] {
    let sides = zip(cells, insets).map { cell, own in
      let column = zip(cells, insets).filter {
        $0.0.column == cell.column && $0.0.columns == cell.columns
      }.map(\.1)
      return (column.map(\.left).max() ?? own.left) + (column.map(\.right).max() ?? own.right)
    }
    var balanced = cells
    for row in Set(cells.map(\.row)).sorted() {
      let indices = cells.indices.filter { cells[$0].row == row }
      var widths = indices.map { cells[$0].box.width }
      for width in Set(widths.map { $0.rounded() }) {
        let equals = widths.indices.filter { abs(widths[$0] - width) < 1 }
        let room = equals.map { widths[$0] - sides[indices[$0]] }.reduce(0, +)
        let plot = room / Double(equals.count)
        guard equals.count > 1, plot > 0 else { continue }
        for i in equals { widths[i] = plot + sides[indices[i]] }
      }
      var x = body.minX
      for (i, width) in zip(indices, widths) {
        let box = cells[i].box
        balanced[i].box = Rect(minX: x, minY: box.minY, maxX: x + width, maxY: box.maxY)
        x += width + gutter
      }
    }
    return balanced
  }

  /// Room above the plot area of each panel: the most that a panel of its row needs.
  func rises(_ cells: [Cell], insets: [PanelPlan.Insets]) -> [Double] {
    cells.map { cell in
      zip(cells, insets).filter { $0.0.row == cell.row }.map(\.1.top).max() ?? 0
    }
  }

  /// Plot areas in cells: panels of a row share top and bottom, panels above one another in equal rows left and right.
  func frames(_ cells: [Cell], insets: [PanelPlan.Insets]) -> [Rect] {
    return zip(cells, insets).map { cell, own in
      let row = zip(cells, insets).filter { $0.0.row == cell.row }.map(\.1)
      let column = zip(cells, insets).filter {
        $0.0.column == cell.column && $0.0.columns == cell.columns
      }.map(\.1)
      let (left, right) = (column.map(\.left).max(), column.map(\.right).max())
      let (top, bottom) = (row.map(\.top).max(), row.map(\.bottom).max())
      let frame = Rect(
        minX: cell.box.minX + (left ?? own.left), minY: cell.box.minY + (top ?? own.top),
        maxX: cell.box.maxX - (right ?? own.right), maxY: cell.box.maxY - (bottom ?? own.bottom))
      return Rect(
        minX: frame.minX.rounded(), minY: frame.minY.rounded(),
        maxX: max(frame.minX.rounded() + 4, frame.maxX.rounded()),
        maxY: max(frame.minY.rounded() + 4, frame.maxY.rounded()))
    }
  }
}
