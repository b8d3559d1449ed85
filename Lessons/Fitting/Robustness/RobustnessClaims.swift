import LessonKit

extension Robustness {
  /// Accuracy, and what nudges of 10 % leave of it, on ten seeds.
  func findings(_ run: Run) throws -> [Finding] {
    let own = Robustness()
    let study = try own.study(seeds: 10, from: 0)
    let size = Phrase("a nudge of \(own.nudge) %", zh: "\(own.nudge)% 的扰动")
    let how = Phrase(
      "one hidden layer of \(own.width), 1,437 digits to learn from and 360 of other writers to test on, pixels from 0 to 1, fast gradient sign; median of \(study.runs.count) seeds",
      zh: "一个 \(own.width) 单元的隐藏层，1,437 个数字训练，其他书写者的 360 个测试，像素在 0 到 1 之间，快速梯度符号法；\(study.runs.count) 个种子的中位数")
    func cost(_ direction: NudgedDigits.Direction) -> Double { study.cost(direction, own.nudge) }
    return [
      Finding(
        "robustness.differs",
        [
          Measurement(
            study.curve(.adversarial)[0].median, .greater(than: 88), when: "accuracy in percent", zh: "准确率（%）"),
          Measurement(
            study.curve(.adversarial)[own.nudge].highest, .less(than: 70),
            when: "after \(size), adversarial, the most of all seeds", zh: "\(size)（对抗）之后，各种子中最高"),
        ], how: how),
      Finding(
        "robustness.noise",
        [
          Measurement(
            cost(.random), .greater(than: 10), when: "points that \(size) costs, random", zh: "\(size)损失的百分点，随机"),
          Measurement(
            cost(.adversarial), .greater(than: 10), when: "points that \(size) costs, adversarial",
            zh: "\(size)损失的百分点，对抗"),
        ], how: how),
    ]
  }
}
