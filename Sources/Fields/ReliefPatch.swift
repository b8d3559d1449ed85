/// Value, slopes and curvature of a relief at a place, per cell: a bicubic patch through values and slopes of four samples.
package struct ReliefPatch: Sendable {
  package var value = 0.0
  package var u = 0.0
  package var v = 0.0
  package var uu = 0.0
  package var uv = 0.0
  package var vv = 0.0

  /// A slope without curvature.
  package init(value: Double, u: Double, v: Double) { (self.value, self.u, self.v) = (value, u, v) }

  /// The weights of Hermite's cubic: value and slope at the start, value and slope at the end.
  private struct Weights {
    let value: SIMD4<Double>
    let slope: SIMD4<Double>
    let bend: SIMD4<Double>

    init(_ t: Double) {
      let (s, square) = (1 - t, t * t)
      value = SIMD4((1 + 2 * t) * s * s, t * s * s, square * (3 - 2 * t), -square * s)
      let rise = 6 * t * s
      slope = SIMD4(-rise, s * (1 - 3 * t), rise, t * (3 * t - 2))
      bend = SIMD4(12 * t - 6, 6 * t - 4, 6 - 12 * t, 6 * t - 2)
    }
  }

  /// The patch of the cell around a place, at that place, of a grid of so many cells.
  package init(_ nodes: UnsafeBufferPointer<ReliefGrid.Node>, columns: Int, rows: Int, _ u: Double, _ v: Double) {
    let i = min(max(Int(u), 0), columns - 1)
    let j = min(max(Int(v), 0), rows - 1)
    let across = Weights(u - Double(i))
    let upwards = Weights(v - Double(j))
    let width = columns + 1
    let start = j * width + i
    let (a, b) = (nodes[start], nodes[start + 1])
    let (c, d) = (nodes[start + width], nodes[start + width + 1])
    // Values count from the first corner's, so that what is constant stays so to the last bit.
    let base = a.x
    // One column each: value and slope in v at the lower edge, the same at the upper edge.
    let first = SIMD4(0, a.z, c.x - base, c.z)
    let second = SIMD4(a.y, a.w, c.y, c.w)
    let third = SIMD4(b.x - base, b.z, d.x - base, d.z)
    let fourth = SIMD4(b.y, b.w, d.y, d.w)
    func along(_ w: SIMD4<Double>) -> SIMD4<Double> { (first * w.x + second * w.y) + (third * w.z + fourth * w.w) }
    let (values, slopes, bends) = (along(across.value), along(across.slope), along(across.bend))
    value = base + (values * upwards.value).sum()
    self.u = (slopes * upwards.value).sum()
    uu = (bends * upwards.value).sum()
    self.v = (values * upwards.slope).sum()
    uv = (slopes * upwards.slope).sum()
    vv = (values * upwards.bend).sum()
  }
}
