extension Samples {
  /// The examples of a data set.
  public init(_ data: Dataset) {
    switch data.targets {
    case .numbers(let numbers): self.init(data.inputs, values: numbers)
    case .classes(let classes, _): self.init(data.inputs, classes: classes)
    }
  }
}
