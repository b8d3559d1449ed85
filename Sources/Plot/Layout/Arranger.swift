import Raster

/// Divides the body of a page among panels, with the plot areas of a row or a column in line.
struct Arranger {
  let body: Rect
  let style: Style

  /// The cells of panels: shares of the width or of the height, with gutters between them.
  func cells(_ arrangement: Arrangement, count: Int) -> (cells: [Rect], isRow: Bool) {
    let (shares, isRow) = resolve(arrangement, count: count)
    let gutter = (isRow ? 3.4 : 1.6) * style.unit
    let length = (isRow ? body.width : body.height) - gutter * Double(count - 1)
    let total = shares.reduce(0, +)
    var position = isRow ? body.minX : body.minY
    let cells = shares.map { share in
      let size = length * share / total
      defer { position += size + gutter }
      return isRow
        ? Rect(x: position, y: body.minY, width: size, height: body.height)
        : Rect(x: body.minX, y: position, width: body.width, height: size)
    }
    return (cells, isRow)
  }

  /// Whether so many panels are all large enough to be read.
  func hasRoom(for count: Int, _ arrangement: Arrangement) -> Bool {
    let em = style.size(.tick)
    return cells(arrangement, count: count).cells.allSatisfy {
      $0.width > 11 * em && $0.height > 8 * em
    }
  }

  private func resolve(_ arrangement: Arrangement, count: Int) -> (shares: [Double], isRow: Bool) {
    func padded(_ shares: [Double]) -> [Double] {
      (0..<count).map { $0 < shares.count ? shares[$0] : shares.last ?? 1 }
    }
    switch arrangement {
    case .row(let shares): return (padded(shares), true)
    case .column(let shares): return (padded(shares), false)
    case .adaptive(let row, let column):
      let isWide = body.width > 1.3 * body.height && body.width > 40 * style.size(.tick)
      return (padded(isWide ? row : column), isWide)
    }
  }

  /// Plot areas in cells: panels of a row share top and bottom, panels of a column left and right.
  func frames(_ cells: [Rect], insets: [PanelPlan.Insets], isRow: Bool) -> [Rect] {
    let left = insets.map(\.left).max() ?? 0
    let right = insets.map(\.right).max() ?? 0
    let top = insets.map(\.top).max() ?? 0
    let bottom = insets.map(\.bottom).max() ?? 0
    return zip(cells, insets).map { cell, own in
      let frame = Rect(
        minX: cell.minX + (isRow ? own.left : left), minY: cell.minY + (isRow ? top : own.top),
        maxX: cell.maxX - (isRow ? own.right : right),
        maxY: cell.maxY - (isRow ? bottom : own.bottom))
      return Rect(
        minX: frame.minX.rounded(), minY: frame.minY.rounded(),
        maxX: max(frame.minX.rounded() + 4, frame.maxX.rounded()),
        maxY: max(frame.minY.rounded() + 4, frame.maxY.rounded()))
    }
  }
}
