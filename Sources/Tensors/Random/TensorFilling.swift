extension Tensor {
  /// A tensor whose elements are drawn one after another, the last dimension running fastest.
  init(filling shape: [Int], _ draw: () -> Double) {
    self.init(repeating: 0, shape: shape)
    withMutableElements { elements in for index in elements.indices { elements[index] = draw() } }
  }
}
