/// Memory for elements that a tape keeps from one recording to the next.
///
/// Not freed by itself: the tape that owns it does.
struct Buffer {
  private(set) var start: UnsafeMutablePointer<Double>?
  private(set) var capacity = 0

  /// Makes room for at least `count` elements; says how many bytes that took, 0 where it had them.
  ///
  /// What was in it is lost where it grows.
  mutating func reserve(_ count: Int) -> Int {
    guard count > capacity || start == nil else { return 0 }
    free()
    capacity = max(count, 1)
    let bytes = capacity * MemoryLayout<Double>.stride
    start = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64).bindMemory(
      to: Double.self, capacity: capacity)
    return bytes
  }

  mutating func free() {
    start?.deallocate()
    (start, capacity) = (nil, 0)
  }
}
