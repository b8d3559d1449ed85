import LessonKit

/// # Five schedules
///
/// With one learning rate throughout, noise keeps a loss up; every schedule lets it down in the end. What tells schedules
/// apart is not how much the rate changes in all, which is the same for every rate that only falls, but its largest jump.
struct Schedules: Lesson {
  static let page = Page(
    "schedules", in: .descent, title: Phrase("Five schedules", zh: "五种学习率调度"),
    question: Phrase("How is the learning rate lowered, and what does that bring?", zh: "学习率如何降低，又能带来什么？"),
    examples: [
      .init("--steps 1000", shows: Phrase("a longer run", zh: "更长的训练")),
      .init("--figure loss", shows: Phrase("the loss under each", zh: "各种调度下的损失")),
    ])

  @Option("lr", in: 1e-5...0.15, help: Phrase("the highest rate", zh: "最高学习率")) var rate = 0.1
  @Option("steps", in: 10...10_000) var steps = 200
  @Option("seeds", in: 1...200) var seeds = 10

  var figures: [LessonFigure] {
    [
      LessonFigure("shapes", "Five ways to lower the learning rate", zh: "降低学习率的五种方式", uses: [$rate, $steps]) { _ in
        shapesFigure
      }, LessonFigure("loss", "A noisy loss under six schedules", zh: "六种调度下带噪声的损失") { lossFigure($0) },
      LessonFigure("change", "The largest jump of each schedule", zh: "各种调度的最大跳变", uses: [$rate, $steps]) { _ in
        changeFigure
      },
    ]
  }
}
