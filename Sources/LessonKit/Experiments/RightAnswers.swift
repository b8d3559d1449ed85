extension Network {
  /// For each example, whether the greatest output is that of its class, in evaluation.
  public func isRight(on data: Dataset) -> [Bool] {
    zip(self(data.inputs).positionsOfGreatest(along: 1), data.classes).map { $0 == $1 }
  }
}
