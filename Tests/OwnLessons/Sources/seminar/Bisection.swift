import LessonKit

extension Chapter {
  /// A chapter of one's own; it follows those of Plumbline.
  static let seminar = Chapter("seminar", title: Phrase("Seminar", zh: "讨论班"))
}

extension Identity {
  /// The interval that is left.
  fileprivate static let interval = Identity(Phrase("interval", zh: "区间"), .series(0))
  /// Its middle.
  fileprivate static let middle = Identity(Phrase("middle", zh: "中点"), .series(1))
}

/// # Bisection
///
/// The root of $x^2 = 2$ lies between 1 and 2. Each step keeps the half with the root.
struct Bisection: Lesson {
  static let page = Page(
    "bisection", in: .seminar, title: Phrase("Bisection", zh: "二分法"),
    question: Phrase("How many steps of bisection give another decimal?", zh: "二分法多走几步才多一位小数？"),
    examples: [
      .init("--steps 10", shows: Phrase("the first steps", zh: "开头几步")),
      .init("--steps 50", shows: Phrase("down to the last bit", zh: "直到最后一位")),
    ])

  @Option("steps", in: 10...50) var steps = 30

  var figures: [LessonFigure] {
    [
      LessonFigure("width", "Each step of bisection halves the interval", zh: "二分法每一步都把区间减半", uses: [$steps]) { _ in
        widthFigure(Study(steps: steps))
      },
      LessonFigure("root", "Bisection closes in on the root", zh: "二分法逼近方程的根", uses: [$steps]) { _ in
        rootFigure(Study(steps: steps))
      },
    ]
  }

  private func widthFigure(_ study: Study) -> Figure {
    Figure(
      headline: [
        Headline(
          "Ten steps of bisection divide the interval by \(study.shrinking(over: 10), digits: 4)",
          zh: "二分法每走十步，区间缩小到 \(study.shrinking(over: 10), digits: 4) 分之一")
      ], setting: Phrase("$x^2 = 2$ between 1 and 2", zh: "在 1 与 2 之间解 $x^2 = 2$"),
      foot: Phrase("one step keeps the half with the root", zh: "每一步保留含根的一半"),
      talk: Phrase("On a log axis halving is a straight line.", zh: "在对数坐标下，每步减半是一条直线。"),
      ask: Phrase("How many steps give six decimals?", zh: "六位小数要走多少步？")
    ) {
      Panel(
        x: Axis(Phrase("step", zh: "步数"), padding: .tight), y: Axis(Phrase("width of the interval", zh: "区间宽度"), .log),
        frame: .open
      ) { Line(study.widths.enumerated().map { Point(Double($0.offset), $0.element) }, as: .interval) }
    }
  }

  private func rootFigure(_ study: Study) -> Figure {
    Figure(
      headline: [Headline("Bisection closes in on the root", zh: "二分法逼近方程的根")],
      setting: Phrase("$x^2 = 2$ between 1 and 2", zh: "在 1 与 2 之间解 $x^2 = 2$"),
      foot: Phrase("the middle of each interval", zh: "每个区间的中点"),
      talk: Phrase("The middle jumps from side to side, less and less.", zh: "中点左右跳动，幅度越来越小。"),
      ask: Phrase("On which side does the next middle lie?", zh: "下一个中点在哪一侧？")
    ) {
      Panel(
        x: Axis(Phrase("step", zh: "步数"), padding: .tight), y: Axis(Phrase("middle of the interval", zh: "区间中点")),
        frame: .open
      ) { Line(study.middles.enumerated().map { Point(Double($0.offset), $0.element) }, as: .middle) }
    }
  }

  /// The experiment: it knows nothing of pictures.
  struct Study {
    /// The width of the interval before each step, and after the last.
    let widths: [Double]
    /// The middle of each interval.
    let middles: [Double]

    init(steps: Int) {
      var (low, high, widths, middles) = (1.0, 2.0, [1.0], [1.5])
      for _ in 0..<steps {
        let middle = (low + high) / 2
        if middle * middle < 2 { low = middle } else { high = middle }
        widths.append(high - low)
        middles.append((low + high) / 2)
      }
      (self.widths, self.middles) = (widths, middles)
    }

    /// By how much so many steps divide the interval.
    func shrinking(over steps: Int) -> Double { widths[0] / widths[min(steps, widths.count - 1)] }
  }

  /// What the seminar says of it.
  static let statements = [
    Statement(
      "bisection.decimals", "B1", from: "seminar", "Ten steps of bisection give three decimals", zh: "二分法走十步得到三位小数")
  ]

  func findings(_ run: Run) -> [Finding] {
    [
      Finding(
        "bisection.decimals", states: 1000, measured: Study(steps: 10).shrinking(over: 10), within: .relative(0.05),
        how: Phrase("by how much ten steps divide the interval", zh: "十步之后区间缩小的倍数"))
    ]
  }
}
