import Dispatch

/// Rows of pixels in memory that is not theirs, to be written by several threads, each its own rows; red in the lowest byte
/// on a little-endian machine.
package struct PixelRows: @unchecked Sendable {
  private let start: UnsafeMutablePointer<UInt32>
  private let width: Int
  private let height: Int
  /// Pixels from the start of a row to that of the next.
  private let stride: Int

  init(_ start: UnsafeMutablePointer<UInt32>, width: Int, height: Int, stride: Int) {
    (self.start, self.width, self.height, self.stride) = (start, width, height, stride)
  }

  /// The pixels of a row.
  package subscript(row: Int) -> UnsafeMutableBufferPointer<UInt32> {
    UnsafeMutableBufferPointer(start: start + row * stride, count: width)
  }

  /// Writes all rows, so many at once.
  func write(rowsAtOnce: Int, _ write: @Sendable (_ rows: Range<Int>, _ pixels: PixelRows) -> Void) {
    require(rowsAtOnce > 0, "\(rowsAtOnce) rows at once")
    DispatchQueue.concurrentPerform(iterations: (height + rowsAtOnce - 1) / rowsAtOnce) { part in
      write(part * rowsAtOnce..<min(height, (part + 1) * rowsAtOnce), self)
    }
  }
}
