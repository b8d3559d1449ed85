import LessonKit

/// # Learned by heart
///
/// The same network, the same digits, once with their labels and once with the labels shuffled. It learns both to the
/// last example; only one of the two is of any use.
struct Memorisation: Lesson {
  static let page = Page(
    "memorisation", in: .fitting, title: Phrase("Learned by heart", zh: "死记硬背"),
    question: Phrase(
      "Can a network learn labels that mean nothing, and what is that worth on new digits?",
      zh: "标签毫无意义时网络也能学会吗？学会之后对新的数字有用吗？"),
    examples: [
      .init("", shows: Phrase("500 digits, true labels and shuffled", zh: "500 个数字，真实标签与打乱标签")),
      .init(
        "--samples 1437 --epochs 60", shows: Phrase("all digits, trained longer", zh: "全部数字，训练更久")),
      .init("--width 16", shows: Phrase("too small to learn by heart", zh: "网络太小，背不下来")),
    ])

  var plan = MemorisationRun.Plan()
  var seeds = 3
  var digits = DigitPictures.carried

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "epochs", into: &plan.epochs, in: 1...10_000,
      help: Phrase("how often all digits are seen", zh: "训练轮数"))
    try options.take(
      "samples", into: &plan.samples, in: 10...60_000,
      help: Phrase("how many digits to learn from", zh: "用于训练的数字个数"))
    try options.take(
      "width", into: &plan.width, in: 1...1000, unit: "units",
      help: Phrase("units of each hidden layer", zh: "每个隐藏层的单元数"))
    try options.take(
      "lr", into: &plan.rate, in: .positive, help: Phrase("Adam’s rate", zh: "Adam 的学习率"))
    try options.take("seeds", into: &seeds, in: 1...1000)
    try options.takeDigits(into: &digits, train: plan.samples, test: Digits.test.count)
    guard plan.samples <= digits.train.count else {
      let (count, source) = (digits.train.count, digits.directory)
      let fewer = count < 10 ? "at least 10 are needed" : "take --samples \(count) or fewer"
      throw UsageError(
        "--samples \(plan.samples) is more than the \(count) digits \(source.map { "in \($0)" } ?? "that the lesson carries")",
        hints: [source == nil ? fewer + ", or MNIST’s 60,000 with --data DIR" : fewer])
    }
  }

  func run(_ context: Context) throws -> Outcome {
    let isStandard =
      plan == MemorisationRun.Plan() && digits.directory == nil && context.seed == Self.page.seed
    let count = isStandard ? context.count(figure: seeds, full: max(seeds, 12)) : seeds
    let first = context.seed
    let study = MemorisationStudy(on: digits, seeds: first..<(first + count), plan)
    let standard =
      isStandard && count >= 3
      ? study
      : MemorisationStudy(
        on: .carried, seeds: 0..<context.count(figure: 3, full: 12), MemorisationRun.Plan())
    let figure = Figure(
      study.finding, subtitle: subtitle, notes: notes(study), arrangement: .row([1, 1]),
      panels: MemorisationPanels(study: study).all)
    return Outcome(
      figure: figure, claims: MemorisationClaims(study: standard, context: context).all,
      series: study.tables, caption: caption(study),
      alt: Phrase(
        "Two plots of right answers against epochs, with chance as a dashed line. \(outcome(study).english)",
        zh: "两幅正确率随训练轮数变化的曲线图，虚线为随机猜测的正确率。\(outcome(study).chinese)"))
  }

  private func outcome(_ study: MemorisationStudy) -> Phrase {
    guard study.divergedIn == nil else {
      return Phrase("\(study.finding.english).", zh: "\(study.finding.chinese)。")
    }
    let (results, count) = (study.results, study.seeds.count)
    return Phrase(
      "\(count == 1 ? "At the end" : "Medians at the end"), \(results.english).",
      zh: "\(count == 1 ? "最终" : "最终中位数")，\(results.chinese)。")
  }

  /// The digits in words: "500 digits of MNIST, 28×28 pixels".
  private var pictures: Phrase {
    let count = Digits.count(plan.samples)
    let pixels = digits.train.inputs.shape[1]
    let size = digits.side.map { "\($0)×\($0)" } ?? "\(pixels)"
    return digits.directory == nil
      ? Phrase("\(count) digits of \(size) pixels", zh: "\(count) 个 \(size) 像素的手写数字")
      : Phrase(
        "\(count) pictures from IDX files, \(size) pixels", zh: "IDX 文件中的 \(count) 幅图像，\(size) 像素")
  }

  private var subtitle: Phrase {
    let layers = "\(digits.train.inputs.shape[1])–\(plan.width)–\(plan.width)–10 ReLU"
    let (rate, batch) = (Digits.text(plan.rate), MemorisationRun.Plan.batch)
    return pictures
      + Phrase(
        "  ·  \(layers)  ·  Adam, learning rate \(rate), batches of \(batch)",
        zh: "  ·  \(layers)  ·  Adam，学习率 \(rate)，每批 \(batch) 个")
  }

  /// What is tested on.
  private var test: Phrase {
    let count = digits.test.count
    return digits.directory == nil
      ? Phrase("the last \(count) digits of the set", zh: "数据集最后 \(count) 个数字")
      : Phrase("the first \(count) test pictures of the files", zh: "测试文件的前 \(count) 幅图像")
  }

  /// The seeds, and what is shown of them.
  private func spread(_ seeds: Range<Int>) -> Phrase {
    let (first, last) = (seeds.lowerBound, seeds.upperBound - 1)
    return first == last
      ? Phrase("Seed \(first)", zh: "种子 \(first)")
      : Phrase(
        "Median and range of seeds\u{A0}\(first)\u{A0}to\u{A0}\(last)",
        zh: "种子 \(first) 至 \(last) 的中位数与范围")
  }

  private func notes(_ study: MemorisationStudy) -> [Phrase] {
    let seeds = spread(study.seeds)
    // Where there is no room for all, what lines and bands are goes first.
    return [
      seeds + Phrase(".", zh: "。"),
      Phrase("Dashed: chance, 10\u{2009}%.", zh: "虚线：随机猜测，10%。"),
      Phrase("Test: \(test.english), labels true.", zh: "测试：\(test.chinese)，用真实标签。"),
      Phrase("A seed draws weights, shuffle and batches.", zh: "种子决定初始权重、打乱方式与批次。"),
    ]
  }

  private func caption(_ study: MemorisationStudy) -> Phrase {
    let credit = digits.directory == nil ? " Digits: \(Digits.credit)." : ""
    let (seeds, results) = (spread(study.seeds), outcome(study))
    return Phrase(
      "\(study.finding.english). \(results.english) \(pictures.english), tested on \(test.english). \(seeds.english).\(credit)",
      zh:
        "\(study.finding.chinese)。\(results.chinese)\(pictures.chinese)，以\(test.chinese)测试。\(seeds.chinese)。\(digits.directory == nil ? "数据：\(Digits.credit)。" : "")"
    )
  }
}
