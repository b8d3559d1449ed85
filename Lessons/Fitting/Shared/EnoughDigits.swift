import LessonKit

extension DigitPictures {
  /// Digits of which so many can be learned from: these, or those of the reader's files, read anew.
  ///
  /// Throws `UsageError` where there are fewer.
  func taking(_ samples: Int) throws -> DigitPictures {
    let tests = Self.carried.test.count
    let all = try directory.map { try DigitPictures(directory: $0, train: samples, test: tests) } ?? self
    let count = all.train.count
    guard samples > count else { return all }
    let place = directory.map { "in \($0)" } ?? "that the lesson carries"
    let fewer = count < 10 ? "at least 10 are needed" : "take --samples \(count) or fewer"
    throw UsageError(
      "--samples \(samples) is more than the \(count) digits \(place)",
      hints: [directory == nil ? fewer + ", or MNIST’s 60,000 with --data DIR" : fewer])
  }
}
