/// Digits in three parts: to learn from, to decide by, and to be tested on at the very end.
public struct DigitParts: Sendable {
  /// What is learned from.
  public let train: Dataset
  /// What decides; of the same writers as what is learned from.
  public let validation: Dataset
  /// What is looked at once.
  public let test: Dataset

  /// The first pictures to learn from, and the last of the same part to decide by; pixels have mean 0 and deviation 1 over
  /// the first.
  public init(_ pictures: DigitPictures, train: Int, validation: Int) {
    let all = pictures.train
    require(
      train > 0 && validation > 0 && train + validation <= all.count, "parts of \(train) and \(validation) digits")
    let (mean, deviation) = Self.scale(of: all.rows(0..<train).inputs)
    func scaled(_ data: Dataset) -> Dataset {
      Dataset(inputs: data.inputs.map { ($0 - mean) / deviation }, classes: data.classes, of: 10)
    }
    self.train = scaled(all.rows(0..<train))
    self.validation = scaled(all.rows(all.count - validation..<all.count))
    test = scaled(pictures.test)
  }

  private static func scale(of inputs: Tensor) -> (mean: Double, deviation: Double) {
    let mean = inputs.mean()
    let deviation = (inputs - mean).norm() / Double(inputs.count).squareRoot()
    return (mean, deviation > 0 ? deviation : 1)
  }
}
