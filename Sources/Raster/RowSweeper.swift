/// Sums the cells of a row and tells a painter what is covered.
struct RowSweeper {
  let rule: FillRule
  /// Pixels in the row; cells beyond it are cleared and not painted.
  let width: Int

  /// Sweeps one row and clears its cells and marks.
  @inline(__always) func sweep(
    _ cells: UnsafeMutablePointer<Float>, _ marks: UnsafeMutablePointer<UInt64>, _ words: Int,
    into painter: inout some CoveragePainter
  ) {
    var sum: Float = 0
    var column = 0
    for word in 0..<words {
      var bits = marks[word]
      if bits == 0 { continue }
      marks[word] = 0
      while bits != 0 {
        let group = word &* 256 &+ bits.trailingZeroBitCount &* 4
        bits &= bits &- 1
        if group > column { paintSpan(column, min(group, width), sum, into: &painter) }
        let raw = UnsafeMutableRawPointer(cells + group)
        let sums = Self.sums(raw.loadUnaligned(as: SIMD4<Float>.self), from: sum)
        raw.storeBytes(of: SIMD4<Float>.zero, as: SIMD4<Float>.self)
        sum = sums[3]
        column = group &+ 4
        let covered = coverage(sums)
        if column <= width {
          painter.paint(group, covered)
        } else {
          for lane in 0..<max(0, width - group) { painter.paint(group + lane..<group + lane + 1, covered[lane]) }
        }
      }
    }
    if column < width { paintSpan(column, width, sum, into: &painter) }
  }

  @inline(__always) private func paintSpan(
    _ from: Int, _ to: Int, _ sum: Float, into painter: inout some CoveragePainter
  ) {
    // Sums that should be zero differ from it by rounding alone.
    if from < to && abs(sum) > 0.001 { painter.paint(from..<to, coverage(SIMD4(repeating: sum))[0]) }
  }

  /// Running sums of four cells, on top of what was before them.
  @inline(__always) private static func sums(_ cells: SIMD4<Float>, from sum: Float) -> SIMD4<Float> {
    let pairs = cells + SIMD4(0, cells[0], cells[1], cells[2])
    let all = pairs + SIMD4(0, 0, pairs[0], pairs[1])
    return all + SIMD4(repeating: sum)
  }

  /// Coverage, 0…1, from winding numbers averaged over pixels.
  @inline(__always) private func coverage(_ winding: SIMD4<Float>) -> SIMD4<Float> {
    switch rule {
    case .nonZero:
      let size = Self.magnitude(winding)
      return size.replacing(with: 1, where: size .> 1)
    case .evenOdd:
      let magic: Float = 12_582_912
      let nearestEven = ((winding * 0.5 + magic) - magic) * 2
      return Self.magnitude(winding - nearestEven)
    }
  }

  @inline(__always) private static func magnitude(_ v: SIMD4<Float>) -> SIMD4<Float> {
    unsafeBitCast(unsafeBitCast(v, to: SIMD4<UInt32>.self) & 0x7FFF_FFFF, to: SIMD4<Float>.self)
  }
}
