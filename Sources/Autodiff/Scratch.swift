/// Room that an operation uses while it runs, shared by all of a tape.
final class Scratch {
  private var buffer = Buffer()
  /// Bytes allocated since the scratch was made.
  private(set) var allocatedBytes = 0
  private(set) var allocations = 0

  /// Room for `count` elements with anything in them, good until the next call.
  func room(_ count: Int) -> UnsafeMutablePointer<Double> {
    let bytes = buffer.reserve(count)
    if bytes > 0 { (allocatedBytes, allocations) = (allocatedBytes + bytes, allocations + 1) }
    return buffer.start!
  }

  deinit { buffer.free() }
}
