import Tensors

extension Dataset {
  /// The same examples, so many of them, drawn at random, under the label of another class.
  ///
  /// The targets must be classes, at least two; which other class it is, is drawn evenly.
  public func mislabelled(_ count: Int, using random: inout some RandomStream) -> Dataset {
    guard case .classes(var labels, let classCount) = targets else { fatalError("wrong labels for numbers") }
    require((0...self.count).contains(count), "\(count) wrong labels for \(self.count) examples")
    require(count == 0 || classCount > 1, "wrong labels of a single class")
    let chosen = random.permutation(self.count).prefix(count)
    let shifts = random.uniform(in: 1...Double(classCount), shape: [count])
    for (place, row) in chosen.enumerated() {
      labels[row] = (labels[row] + min(Int(shifts[place]), classCount - 1)) % classCount
    }
    return Dataset(inputs: inputs, classes: labels, of: classCount)
  }
}
