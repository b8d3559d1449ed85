import LessonKit

extension EarlyStopping {
  /// Networks that stop, against the same networks that go on, and scores that many looks have used up.
  func findings(_ run: Run) throws -> [Finding] {
    let (noisy, clean) = (Self.runs(wrong: 20), Self.runs(wrong: 0))
    return [better(noisy, clean), saves(noisy, clean), optimism()]
  }

  private static let seeds = 10

  /// The lesson's own setting with a share of wrong labels, under ten seeds.
  private static func runs(wrong: Int) -> Repeated<LearningCurves> {
    var lesson = EarlyStopping()
    lesson.wrong = wrong
    let parts = DigitParts(.carried, train: lesson.samples, validation: lesson.validationCount)
    return Repeated(seeds, from: 0) { [lesson] in course(lesson, on: parts, seed: $0) }
  }

  private var how: Phrase {
    let own = EarlyStopping()
    return Phrase(
      "\(own.samples) digits, two hidden layers of \(Self.width), Adam at \(own.rate), \(own.epochs) epochs, patience \(own.patience), \(Self.seeds) seeds; tested on 360 digits of other writers with true labels",
      zh:
        "\(own.samples) 个数字，两个 \(Self.width) 单元的隐藏层，Adam 学习率 \(own.rate)，\(own.epochs) 轮，耐心 \(own.patience)，\(Self.seeds) 个种子；以其他书写者的 360 个标签无误的数字测试"
    )
  }
  private static let noisy = Phrase("20 % wrong labels", zh: "20% 标签有误")
  private static let clean = Phrase("true labels", zh: "标签全对")

  /// Test loss and accuracy of the epoch that is kept, against those of the last.
  private func better(_ noisy: Repeated<LearningCurves>, _ clean: Repeated<LearningCurves>) -> Finding {
    func cases(_ runs: Repeated<LearningCurves>, _ setting: Phrase) -> [Measurement] {
      let patience = EarlyStopping().patience
      let loss = runs.spread { run in
        run.others[1][run.stop(by: 0, patience: patience).best] / (run.others[1].last ?? 0)
      }
      let accuracy = runs.spread { run in
        100 * (run.accuracies[1][run.stop(by: 0, patience: patience).best] - (run.accuracies[1].last ?? 0))
      }
      return [
        Measurement(
          loss.median, .less(than: 0.9), when: "\(setting): test loss, kept over last", zh: "\(setting)：测试损失，保留的比最后的"),
        Measurement(
          accuracy.median, .greater(than: 2), when: "\(setting): points of test accuracy gained",
          zh: "\(setting)：测试准确率提高的百分点"),
      ]
    }
    return Finding("early-stopping.better", cases(noisy, Self.noisy) + cases(clean, Self.clean), how: how)
  }

  /// How much of the training is left out.
  private func saves(_ noisy: Repeated<LearningCurves>, _ clean: Repeated<LearningCurves>) -> Finding {
    let own = EarlyStopping()
    func share(_ runs: Repeated<LearningCurves>) -> Double {
      runs.spread { Double($0.stop(by: 0, patience: own.patience).at ?? own.epochs) / Double(own.epochs) }.highest
    }
    return Finding(
      "early-stopping.saves",
      [(noisy, Self.noisy), (clean, Self.clean)].map { runs, setting in
        Measurement(
          share(runs), .less(than: 1), when: "\(setting): share of the epochs run, the most of all seeds",
          zh: "\(setting)：实际训练轮数的比例，各种子中的最大值")
      }, how: how)
  }

  /// What the score of the best promises beyond what it keeps, after one look and after many.
  private func optimism() -> Finding {
    let own = EarlyStopping()
    let looks = NetworkLooks(.carried, tried: own.looks, held: own.held, from: 0)
    let gaps = zip(looks.found.promised, looks.found.kept).map { 100 * ($0 - $1) }
    return Finding(
      "early-stopping.optimism",
      [
        Measurement(
          gaps[0], .equal(to: 0, within: .absolute(1)), when: "one network: points too many", zh: "1 个网络：高估的百分点"),
        Measurement(
          gaps[gaps.count - 1], .equal(to: 0, within: .absolute(1)), when: "the best of \(own.looks): points too many",
          zh: "\(own.looks) 个中最好的：高估的百分点"),
      ],
      how:
        "networks that differ only in their seed, chosen by \(own.held) digits, tested on \(looks.pool - own.held); the mean over \(NetworkLooks.splits) splits",
      zh: "只有种子不同的网络，用 \(own.held) 个数字挑选，用 \(looks.pool - own.held) 个测试；\(NetworkLooks.splits) 次划分的平均")
  }
}
