/// Examples in three parts: to learn from, to decide by, and to be tested on at the very end.
public struct DigitParts: Sendable {
  /// What is learned from.
  public let train: Dataset
  /// What decides; of the same writers as what is learned from.
  public let validation: Dataset
  /// What is looked at once.
  public let test: Dataset

  /// The first examples to learn from, and the last of the same part to decide by; features have mean 0 and deviation 1 over
  /// the first.
  public init(_ data: LabelledData, train: Int, validation: Int) {
    let all = data.train
    require(
      train > 0 && validation > 0 && train + validation <= all.count, "parts of \(train) and \(validation) examples")
    let (mean, deviation) = Self.scale(of: all.rows(0..<train).inputs)
    func scaled(_ data: Dataset) -> Dataset { data.mapInputs { ($0 - mean) / deviation } }
    self.train = scaled(all.rows(0..<train))
    self.validation = scaled(all.rows(all.count - validation..<all.count))
    test = scaled(data.test)
  }

  private static func scale(of inputs: Tensor) -> (mean: Double, deviation: Double) {
    let mean = inputs.mean()
    let deviation = (inputs - mean).norm() / Double(inputs.count).squareRoot()
    return (mean, deviation > 0 ? deviation : 1)
  }
}
