import LessonKit

extension Memorisation {
  /// What a student who learns by heart comes to, measured on labels that mean nothing.
  func findings(_ run: Run) throws -> [Finding] {
    var (own, all) = (Memorisation(), Memorisation())
    (own.wantedSamples, own.epochs) = (500, 40)
    (all.wantedSamples, all.epochs) = (LabelledData.carried.train.count, 60)
    let (few, many) = (try own.study(seeds: 12, from: 0), try all.study(seeds: 5, from: 0))
    return [
      Finding(
        "memorisation.shuffled",
        cases(few, "\(own.samples)") + cases(many, Phrase("all \(all.samples)", zh: "全部 \(all.samples)")),
        how:
          "two hidden layers of \(own.width), Adam at \(own.rate), \(own.epochs, "epoch"), \(all.epochs) on all digits; accuracy in percent, the last 360 digits as test (C. Zhang et al. 2017, arXiv:1611.03530)",
        zh:
          "两个 \(own.width) 单元的隐藏层，Adam 学习率 \(own.rate)，\(own.epochs) 轮（全部数字时 \(all.epochs) 轮）；准确率（%），以最后 360 个数字测试（C. Zhang 等 2017，arXiv:1611.03530）"
      )
    ]
  }

  /// Learned wholly, tested at chance, and neither for want of a network that could do better.
  private func cases(_ study: MemoryRuns, _ number: Phrase) -> [Measurement] {
    let seeds = study.runs.count
    let setting = Phrase("\(number) digits, \(seeds, "seed")", zh: "\(number) 个数字，\(seeds) 个种子")
    return [
      Measurement(
        study.end(.shuffled, \.training).lowest, .greater(than: 99),
        when: "\(setting): shuffled labels, worst training", zh: "\(setting)：打乱标签，训练最差"),
      Measurement(
        study.end(.shuffled, \.test).median, .inside(5...15), when: "\(setting): shuffled labels, median test",
        zh: "\(setting)：打乱标签，测试中位数"),
      Measurement(
        study.end(.asGiven, \.test).median, .greater(than: 85), when: "\(setting): true labels, median test",
        zh: "\(setting)：真实标签，测试中位数"),
    ]
  }
}
