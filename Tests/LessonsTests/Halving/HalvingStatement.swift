import LessonKit

extension Statement {
  /// What the course says of the lesson's subject.
  static let halving: [Statement] = [
    Statement(
      "halving.steps", "D2", from: "S3", "At half the best learning rate 20 steps are enough", zh: "学习率取最佳值的一半时，20 步就够")
  ]
}
