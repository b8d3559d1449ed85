import Tensors

extension Landscape {
  /// Fills a row of a picture with heights: one for each x, all at the same y.
  ///
  /// Both buffers have one length.
  public func fillRow(xs: UnsafeBufferPointer<Double>, y: Double, values: UnsafeMutableBufferPointer<Double>) {
    check(values.count, against: xs.count)
    guard let x = xs.baseAddress, let value = values.baseAddress else { return }
    kernel.rowValues(x, y, value, xs.count)
  }

  /// Fills a row of a picture with heights and gradients: one for each x, all at the same y.
  ///
  /// `dx` gets ∂f/∂x and `dy` gets ∂f/∂y, per unit of the landscape. All buffers have one length and
  /// do not overlap.
  public func fillRow(
    xs: UnsafeBufferPointer<Double>, y: Double, values: UnsafeMutableBufferPointer<Double>,
    dx: UnsafeMutableBufferPointer<Double>, dy: UnsafeMutableBufferPointer<Double>
  ) {
    check(values.count, against: xs.count)
    check(dx.count, against: xs.count)
    check(dy.count, against: xs.count)
    guard let x = xs.baseAddress, let value = values.baseAddress, let slopeX = dx.baseAddress,
      let slopeY = dy.baseAddress
    else { return }
    kernel.rowSlopes(x, y, value, slopeX, slopeY, xs.count)
  }

  private func check(_ count: Int, against width: Int) {
    require(count == width, "fillRow: a buffer of \(count) for a row of \(width)")
  }
}
