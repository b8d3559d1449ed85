/// How much of each pixel a shape covers, gathered edge by edge, exact in area.
///
/// Every edge adds to the cells it crosses, such that the sum of a row's cells from the left up to a pixel is the
/// winding number there, averaged over the pixel. A bit for every four cells marks those that were touched: a sweep
/// visits only them, and between them the sum stands still. The buffer is all zero between shapes.
struct CoverageBuffer: Sendable {
  /// Sums' differences, row by row, `stride` in a row.
  private var cells: [Float] = []
  /// Which groups of four cells were touched, `words` in a row, lowest bit first.
  private var marks: [UInt64] = []

  /// The pixels that the buffer stands for at the moment.
  private(set) var area = PixelRect(minX: 0, minY: 0, maxX: 0, maxY: 0)
  private(set) var stride = 0
  private(set) var words = 0

  /// More cells than this are worked on in bands of rows, so that they stay in the processor's cache.
  static let comfortableCells = 1 << 16

  /// How many rows of an area to work on at a time.
  static func bandHeight(for area: PixelRect) -> Int {
    let rows = comfortableCells / (area.width + 8)
    return max(16, min(area.height, rows))
  }

  /// Sets the buffer to an area, which is not empty.
  mutating func begin(_ area: PixelRect) {
    self.area = area
    words = (area.width + 4) / 256 + 1
    // An edge on the right border still writes to two cells beyond it.
    stride = (area.width + 2 + 3) & ~3
    let (cellCount, wordCount) = (stride * area.height, words * area.height)
    if cells.count < cellCount { cells = [Float](repeating: 0, count: cellCount) }
    if marks.count < wordCount { marks = [UInt64](repeating: 0, count: wordCount) }
  }

  /// Adds the edges of an outline; every contour is taken as closed.
  mutating func add(_ outline: Outline, _ extents: Extents) {
    let (area, stride, words) = (area, stride, words)
    cells.withUnsafeMutableBufferPointer { cells in
      marks.withUnsafeMutableBufferPointer { marks in
        let writer = EdgeWriter(
          cells: cells.baseAddress!, marks: marks.baseAddress!, area: area, stride: stride, words: words)
        outline.points.withUnsafeBufferPointer { points in
          for run in extents.runs { writer.add(run, points.baseAddress!) }
        }
      }
    }
  }

  /// Hands the coverage to a painter, row by row and from left to right, and clears the buffer.
  mutating func sweep(_ rule: FillRule, into painter: inout some CoveragePainter) {
    let (area, stride, words) = (area, stride, words)
    cells.withUnsafeMutableBufferPointer { cells in
      marks.withUnsafeMutableBufferPointer { marks in
        let sweeper = RowSweeper(rule: rule, width: area.width)
        for row in 0..<area.height {
          painter.begin(row: area.minY + row, from: area.minX)
          sweeper.sweep(cells.baseAddress! + row * stride, marks.baseAddress! + row * words, words, into: &painter)
        }
      }
    }
  }
}
