/// What has been painted where something will stand.
package struct Ground: Sendable {
  /// The colour that most of it has, nil where none has most.
  package private(set) var color: Color?
  /// Whether all of it has that colour.
  package private(set) var isEven = false

  /// Looks at every second pixel of every second row of a box, as far as it lies in the picture.
  package init(_ bitmap: Bitmap, under box: Rect) {
    let columns = Self.pixels(box.minX, box.maxX, below: bitmap.width)
    let rows = Self.pixels(box.minY, box.maxY, below: bitmap.height)
    guard !columns.isEmpty, !rows.isEmpty else { return }
    let seen = Self.seen(bitmap, columns, rows)
    // What more than half of all agree on is what is left when every other one has met its match (Boyer and Moore, 1981).
    var (candidate, lead) = (seen[0], 0)
    for pixel in seen {
      if lead == 0 { candidate = pixel }
      lead += pixel == candidate ? 1 : -1
    }
    let count = seen.count { $0 == candidate }
    guard 2 * count > seen.count, let place = seen.firstIndex(of: candidate) else { return }
    let across = (columns.count + 1) / 2
    color = bitmap[columns.lowerBound + 2 * (place % across), rows.lowerBound + 2 * (place / across)]
    isEven = count == seen.count
  }

  private static func seen(_ bitmap: Bitmap, _ columns: Range<Int>, _ rows: Range<Int>) -> [UInt32] {
    var seen: [UInt32] = []
    seen.reserveCapacity((columns.count + 1) / 2 * ((rows.count + 1) / 2))
    bitmap.pixels.withUnsafeBytes { bytes in
      for row in stride(from: rows.lowerBound, to: rows.upperBound, by: 2) {
        for column in stride(from: columns.lowerBound, to: columns.upperBound, by: 2) {
          seen.append(bytes.loadUnaligned(fromByteOffset: 4 * (row * bitmap.width + column), as: UInt32.self))
        }
      }
    }
    return seen
  }

  private static func pixels(_ low: Double, _ high: Double, below count: Int) -> Range<Int> {
    guard low.isFinite, high.isFinite, low < Double(count), high > 0 else { return 0..<0 }
    let first = max(0, Int(low.rounded(.down)))
    return first..<max(first, min(count, Int(high.rounded(.up))))
  }
}
