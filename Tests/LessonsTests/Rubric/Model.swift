import LessonKit

/// Two figures that keep the standard, for tests that spoil them.
enum Model: Sendable, CaseIterable {
  /// A walk on a map.
  case map
  /// Two curves on a log axis.
  case chart

  /// The figure laid out on an English slide, with what the standard asks of it.
  var rubric: Rubric {
    get throws {
      let figure = figure
      let format = Pictures.format(.slide, .light, .english)
      let record = try figure.outline(format, with: Pictures.typesetter).record
      return Rubric(
        figure: figure, caption: Caption(figure), record: record, language: .english, isHero: true,
        minima: self == .map ? [Point(1, 1)] : [])
    }
  }

  var figure: Figure {
    switch self {
    case .map: Self.mapFigure
    case .chart: Self.chartFigure
    }
  }

  private static var mapFigure: Figure {
    let valley = Landscape.rosenbrock
    let start = Vector2(-1.5, 2)
    let walk = descend(valley, from: start, by: .adam.with(learningRate: 0.02), steps: 1000)
    var map = Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .box) {
      Surface(Field(valley), start: valley.value(at: start))
      walk.trail(as: Rule.adam.identity, dots: [.init(100), .init(400)], named: true)
      Ring(Point(start), label: Phrase("start", zh: "起点"))
      Star(Point(valley.minimum.point), label: Phrase("minimum", zh: "最小值点"))
    }
    map.show(View(valley.view).holding(Point(start)))
    return Figure(
      headline: [.init(Phrase("Adam crawls along the valley", zh: "Adam 沿山谷缓慢前进"))],
      setting: Phrase("\(valley.formula)", zh: "\(valley.formula)"), foot: Phrase("learning rate 0.02", zh: "学习率 0.02"),
      talk: Phrase("It crawls.", zh: "它走得很慢。"), ask: Phrase("Where does it end?", zh: "它停在哪里？"), panels: [map])
  }

  private static var chartFigure: Figure {
    func curve(_ factor: Double, _ identity: Identity) -> Line {
      Line((0...100).map { Point(Double($0), 1 / (1 + factor * Double($0))) }, as: identity)
    }
    return Figure(
      headline: [.init(Phrase("Adam comes ten times closer", zh: "Adam 近十倍"))], setting: Phrase("two laws", zh: "两条规律")
    ) {
      Panel(x: Axis(Phrase("step", zh: "步数"), padding: .tight), y: Axis(Phrase("loss", zh: "损失"), .log), frame: .open) {
        curve(10, Rule.adam.identity)
        curve(1, Rule.momentum.identity)
      }
    }
  }
}
