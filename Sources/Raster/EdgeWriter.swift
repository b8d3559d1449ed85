/// Adds edges to the cells of a coverage buffer.
struct EdgeWriter {
  let cells: UnsafeMutablePointer<Float>
  let marks: UnsafeMutablePointer<UInt64>
  let area: PixelRect
  let stride: Int
  let words: Int

  /// Adds a run of edges; those outside the area count only as far as they wind around pixels within it.
  @inline(__always) func add(_ run: Extents.Run, _ points: UnsafePointer<Point>) {
    let box = run.box
    let (top, bottom) = (Double(area.minY), Double(area.maxY))
    let (left, right) = (Double(area.minX), Double(area.maxX))
    if box.maxY <= top || box.minY >= bottom || box.minX >= right { return }
    let fits = box.minX >= left && box.maxX <= right && box.minY >= top && box.maxY <= bottom
    if fits {
      addInside(run, points)
    } else {
      for i in run.start..<run.end { addClipped(points[i], points[i + 1]) }
      if run.closing >= 0 { addClipped(points[run.end], points[run.closing]) }
    }
  }

  /// Adds a run that lies in the area.
  @inline(__always) private func addInside(_ run: Extents.Run, _ points: UnsafePointer<Point>) {
    let (originX, originY) = (Double(area.minX), Double(area.minY))
    var x = Float(points[run.start].x - originX)
    var y = Float(points[run.start].y - originY)
    for i in run.start + 1..<run.end + 1 {
      let endX = Float(points[i].x - originX)
      let endY = Float(points[i].y - originY)
      addEdge(x, y, endX, endY)
      (x, y) = (endX, endY)
    }
    if run.closing >= 0 {
      let first = points[run.closing]
      addEdge(x, y, Float(first.x - originX), Float(first.y - originY))
    }
  }

  /// Adds an edge of any position: cut at the upper and lower border, moved onto the left one where it is further
  /// left, left out where it is further right.
  @inline(never) private func addClipped(_ from: Point, _ to: Point) {
    let (width, height) = (Double(area.width), Double(area.height))
    let origin = Point(Double(area.minX), Double(area.minY))
    var (p, q) = (from - origin, to - origin)
    if (p.y <= 0 && q.y <= 0) || (p.y >= height && q.y >= height) { return }
    if p.x >= width && q.x >= width { return }
    Self.cut(&p.y, &p.x, &q.y, &q.x, height)
    if p.x >= width && q.x >= width { return }
    if p.x <= 0 && q.x <= 0 { return addEdge(0, Float(p.y), 0, Float(q.y)) }
    let (uncutP, uncutQ) = (p, q)
    Self.cut(&p.x, &p.y, &q.x, &q.y, width)
    (p.y, q.y) = (max(0, min(height, p.y)), max(0, min(height, q.y)))
    if uncutP.x < 0 { addEdge(0, Float(uncutP.y), 0, Float(p.y)) }
    addEdge(Float(p.x), Float(p.y), Float(q.x), Float(q.y))
    if uncutQ.x < 0 { addEdge(0, Float(q.y), 0, Float(uncutQ.y)) }
  }

  /// Shortens a line to the part where `main` is between 0 and `limit`; a part of it is.
  @inline(__always) private static func cut(
    _ main0: inout Double, _ other0: inout Double, _ main1: inout Double, _ other1: inout Double, _ limit: Double
  ) {
    let slope = (other1 - other0) / (main1 - main0)
    let target0 = max(0, min(limit, main0))
    let target1 = max(0, min(limit, main1))
    if target0 != main0 { other0 += (target0 - main0) * slope }
    if target1 != main1 { other1 += (target1 - main1) * slope }
    (main0, main1) = (target0, target1)
  }

  /// Adds an edge between two points of the area, given from its corner.
  @inline(__always) func addEdge(_ fromX: Float, _ fromY: Float, _ toX: Float, _ toY: Float) {
    if fromY == toY { return }
    let goesDown = fromY < toY
    let sign: Float = goesDown ? 1 : -1
    let (x0, y0) = goesDown ? (fromX, fromY) : (toX, toY)
    let (x1, y1) = goesDown ? (toX, toY) : (fromX, fromY)
    let (firstRow, lastRow) = (Int(Int32(y0)), Int(Int32(y1)))
    if firstRow == lastRow { return addPiece(firstRow, x0, x1, sign * (y1 - y0)) }
    let slope = (x1 - x0) / (y1 - y0)
    var border = Float(firstRow + 1)
    var x = x0 + (border - y0) * slope
    addPiece(firstRow, x0, x, sign * (border - y0))
    var row = firstRow + 1
    while row < lastRow {
      border += 1
      let next = x0 + (border - y0) * slope
      addPiece(row, x, next, sign)
      x = next
      row += 1
    }
    if y1 > border { addPiece(lastRow, x, x1, sign * (y1 - border)) }
  }

  /// Adds the piece of an edge that lies in one row: from one x to another, over `winding` of the row's height.
  @inline(__always) private func addPiece(_ row: Int, _ fromX: Float, _ toX: Float, _ winding: Float) {
    let low = fromX < toX ? fromX : toX
    let high = fromX < toX ? toX : fromX
    let (first, last) = (Int(Int32(low)), Int(Int32(high)))
    let line = cells + row * stride
    mark(row, first, last + 1)
    if first == last {
      let next = winding * ((low + high) * 0.5 - Float(first))
      line[first] += winding - next
      line[first + 1] += next
    } else {
      addLong(line, first, last, low, high, winding)
    }
  }

  /// Adds a piece that crosses columns: a triangle in the first and the last, trapezoids between.
  @inline(__always) private func addLong(
    _ line: UnsafeMutablePointer<Float>, _ first: Int, _ last: Int, _ low: Float, _ high: Float, _ winding: Float
  ) {
    // Winding per pixel to the right.
    let rise = winding / (high - low)
    let entry = Float(first + 1) - low
    let exit = high - Float(last)
    // Winding gathered up to the first and the last border that is crossed.
    let atEntry = entry * rise
    let atExit = winding - exit * rise
    // Averages over a pixel: half of what it gains itself, all of what was gained before it.
    var covered = 0.5 * entry * atEntry
    line[first] += covered
    var column = first + 1
    var gathered = atEntry
    while column < last {
      let average = gathered + 0.5 * rise
      line[column] += average - covered
      covered = average
      gathered += rise
      column += 1
    }
    let average = atExit + (winding - atExit) * (1 - 0.5 * exit)
    line[last] += average - covered
    line[last + 1] += winding - average
  }

  /// Marks the groups of four that hold the cells from `first` to `last`.
  @inline(__always) private func mark(_ row: Int, _ first: Int, _ last: Int) {
    let (from, to) = (first >> 2, last >> 2)
    let line = marks + row * words
    let (fromWord, toWord) = (from >> 6, to >> 6)
    let fromMask = ~UInt64(0) &<< UInt64(truncatingIfNeeded: from & 63)
    let toMask = ~UInt64(0) &>> UInt64(truncatingIfNeeded: 63 - (to & 63))
    if fromWord == toWord {
      line[fromWord] |= fromMask & toMask
    } else {
      line[fromWord] |= fromMask
      for word in fromWord + 1..<toWord { line[word] = ~0 }
      line[toWord] |= toMask
    }
  }
}
