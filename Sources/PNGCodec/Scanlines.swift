/// The rows of a picture as they stand in a PNG before they are packed: for each the number of its
/// filter, then its bytes.
///
/// Source: *Portable Network Graphics*, W3C, third edition, section 9.
struct Scanlines: Sendable {
  /// Pixels in a row.
  let width: Int
  /// Rows.
  let height: Int
  /// Bytes a pixel in the file: 1, 3 or 4.
  let channels: Int
  /// Rows from the top; four bytes a pixel if there are 3 or 4 channels, else one.
  let samples: [UInt8]
  /// Whether rows are stored as differences from their neighbours, as fits continuous tones.
  let isFiltered: Bool

  /// Bytes of a row with its filter.
  var stride: Int { 1 + rowBytes }

  private var rowBytes: Int { width * channels }

  /// The bytes of some rows.
  func bytes(_ rows: Range<Int>) -> [UInt8] {
    let count = rows.count * stride
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
      if let start = buffer.baseAddress { isFiltered ? filter(rows, to: start) : copy(rows, to: start) }
      size = count
    }
  }

  private func copy(_ rows: Range<Int>, to start: UnsafeMutablePointer<UInt8>) {
    for (i, y) in rows.enumerated() {
      let row = start + i * stride
      row.pointee = 0
      copy(row: y, to: row + 1)
    }
  }

  private func copy(row y: Int, to target: UnsafeMutablePointer<UInt8>) {
    samples.withUnsafeBytes { samples in
      guard let base = samples.baseAddress else { return }
      let source = base + y * width * (channels == 1 ? 1 : 4)
      let target = UnsafeMutableRawPointer(target)
      guard channels == 3 else {
        target.copyMemory(from: source, byteCount: rowBytes)
        return
      }
      // Whole words, each over the fourth byte of the one before; the last pixel has no room for it.
      let last = width - 1
      for x in 0..<last {
        let pixel = source.loadUnaligned(fromByteOffset: 4 * x, as: UInt32.self)
        target.storeBytes(of: pixel, toByteOffset: 3 * x, as: UInt32.self)
      }
      (target + 3 * last).copyMemory(from: source + 4 * last, byteCount: 3)
    }
  }

  /// Differences from the left or from above, whichever are smaller in a row.
  private func filter(_ rows: Range<Int>, to start: UnsafeMutablePointer<UInt8>) {
    var above = [UInt8](repeating: 0, count: rowBytes)
    var row = above
    var sub = above
    if rows.lowerBound > 0 {
      above.withUnsafeMutableBufferPointer { copy(row: rows.lowerBound - 1, to: $0.baseAddress!) }
    }
    for (i, y) in rows.enumerated() {
      row.withUnsafeMutableBufferPointer { copy(row: y, to: $0.baseAddress!) }
      let up = UnsafeMutableBufferPointer(start: start + i * stride + 1, count: rowBytes)
      let subSize = sub.withUnsafeMutableBufferPointer { sub in
        for x in 0..<channels { sub[x] = row[x] }
        for x in channels..<max(channels, rowBytes) { sub[x] = row[x] &- row[x - channels] }
        return Self.size(UnsafeBufferPointer(sub))
      }
      for x in 0..<rowBytes { up[x] = row[x] &- above[x] }
      let isSub = subSize < Self.size(UnsafeBufferPointer(up))
      start[i * stride] = isSub ? 1 : 2
      if isSub { _ = up.update(from: sub) }
      swap(&row, &above)
    }
  }

  /// The sum of differences without their signs.
  private static func size(_ differences: UnsafeBufferPointer<UInt8>) -> Int {
    differences.reduce(into: 0) { $0 += Int(min($1, 0 &- $1)) }
  }
}
