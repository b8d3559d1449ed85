/// Asks the system to back fresh memory with large pages: touching eight megabytes then costs 4 faults and not 2,000.
///
/// A hint, without effect on memory of less than two large pages, or where the system has none.
public func adviseLargePages(_ memory: UnsafeRawBufferPointer) {
  #if canImport(Glibc)
    let page = 2 << 20
    guard memory.count >= 2 * page, let base = memory.baseAddress else { return }
    let skipped = (page - Int(bitPattern: base) % page) % page
    madvise(UnsafeMutableRawPointer(mutating: base + skipped), (memory.count - skipped) / page * page, MADV_HUGEPAGE)
  #endif
}
