import LessonKit

/// # Gradient clipping
///
/// The loss of a recurrent network has cliffs: on one of them a single step of gradient descent throws the weights far away.
/// A bound on the gradient holds the step back. Which bounds keep its direction?
struct GradientClipping: Lesson {
  static let page = Page(
    "clipping", in: .gradientFlow, title: Phrase("Gradient clipping", zh: "梯度裁剪"),
    question: Phrase("What does a bound on the gradient do at a cliff of the loss?", zh: "在损失的悬崖上，限制梯度有什么作用？"),
    examples: [
      .init("--clip 3", shows: Phrase("a tighter bound", zh: "更紧的上限")),
      .init("--length 25", shows: Phrase("a longer network, a steeper cliff", zh: "更长的网络，更陡的悬崖")),
      .init("--figure directions --gradient 12,8", shows: Phrase("another gradient", zh: "另一个梯度")),
    ])

  @Option("clip", in: 0.001...1e6, help: Phrase("the bound on the gradient", zh: "梯度的上限")) var bound = 7.0
  @Option("lr", in: .positive) var rate = 0.033
  @Option("length", in: 1...1000, unit: "steps", help: Phrase("steps of the recurrent network", zh: "循环网络的步数"))
  var length = 8
  @Option("steps", in: 1...10_000) var steps = 60
  @Option("gradient", in: Interval(-1e6...1e6), most: 1, help: Phrase("the gradient that is clipped", zh: "被裁剪的梯度"))
  var gradients = [Point(90, 12)]

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "cliff", "Gradient descent at a cliff, without and with clipping", zh: "悬崖边的梯度下降：不裁剪与裁剪",
        uses: [$bound, $rate, $length, $steps]
      ) { _ in cliffFigure(Study(self)) },
      LessonFigure(
        "directions", "A gradient clipped by norm and by value", zh: "按范数与按值裁剪梯度", uses: [$bound, $gradients]
      ) { _ in directionsFigure },
    ]
  }

  /// Refuses a gradient without a direction.
  func validate() throws {
    guard gradients.first.map({ $0 == .zero }) ?? true else { return }
    throw UsageError(
      "--gradient 0,0 has no direction", zh: "--gradient 0,0 没有方向", hint: "such as --gradient 90,12",
      zh: "例如 --gradient 90,12")
  }
}

extension GradientClipping {
  /// The same walk without a bound and with one.
  struct Study: Sendable {
    let unit: RecurrentUnit
    let free: RecurrentUnit.Walk
    let held: RecurrentUnit.Walk

    /// The biases in view, where walks start, and those that claims start from.
    static let view = -3.2 ... -0.75, start = -1.79, starts = -2.2 ... -1.5

    /// The first step of the walk without a bound that is far longer than any with one; nil where there is none.
    var jump: Int? {
      let far = max(5 * held.longest, 0.5 * min(free.longest, Self.width))
      return free.jumps.firstIndex { $0 > far }.map { $0 + 1 }
    }

    /// How long that step is; the longest one where there is none.
    var length: Double { jump.map { free.jumps[$0 - 1] } ?? free.longest }

    /// Whether that step begins on the cliff, and the walk with a bound comes as far.
    var isOffCliff: Bool {
      let foot = unit.minimum(in: Self.view).x
      return reachesCliff && jump.map { abs(free.places[$0 - 1].x - foot) < 0.25 } ?? false
    }

    /// The step that begins at the cliff in both walks, at the same place; nil where they part earlier.
    var shared: Int? {
      jump.flatMap { step in
        isOffCliff && held.places.count > step && free.places[step - 1] == held.places[step - 1] ? step : nil
      }
    }

    /// How wide the view is.
    static let width = view.upperBound - view.lowerBound

    /// Whether the walk with a bound comes as far as the foot of the cliff.
    var reachesCliff: Bool {
      let foot = unit.minimum(in: Self.view).x
      return held.places.contains { $0.x <= foot + held.longest }
    }

    init(_ lesson: GradientClipping) {
      let unit = RecurrentUnit(length: lesson.length)
      func walk(_ clipping: Clipping?) -> RecurrentUnit.Walk {
        unit.walk(from: Self.start, rate: lesson.rate, steps: lesson.steps, clipping: clipping)
      }
      (self.unit, free, held) = (unit, walk(nil), walk(.norm(lesson.bound)))
    }
  }

  /// A gradient after clipping, and by how many degrees that turned it.
  static func clipped(_ gradient: Point, by clipping: Clipping) -> (vector: Point, turn: Double) {
    var parts = [Tensor([gradient.x, gradient.y])]
    clipping.apply(to: &parts)
    let vector = Point(parts[0][0], parts[0][1])
    let turn = atan2(vector.y, vector.x) - atan2(gradient.y, gradient.x)
    return (vector, abs(turn) * 180 / .pi)
  }
}
