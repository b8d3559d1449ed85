import LessonKit

/// # Five schedules
///
/// The notes measure how rough a schedule is by the sum of its changes, Σ|Δη|: low for the cosine, high for the step. But
/// every rate that only falls changes by the same sum, whatever its shape; what tells them apart is the largest change.
struct Schedules: Lesson {
  static let page = Page(
    "schedules", in: .descent, title: Phrase("Five schedules", zh: "五种学习率调度"),
    question: Phrase(
      "Does a cosine change the rate less than steps do, as the notes’ measure has it?",
      zh: "按讲义的度量，余弦退火的学习率变化真的比阶梯衰减小吗？"),
    examples: [
      .init("", shows: Phrase("a run of 100 steps", zh: "100 步的训练")),
      .init("--steps 1000", shows: Phrase("a longer run", zh: "更长的训练")),
      .init("--window 25", shows: Phrase("a wider moving average", zh: "更宽的移动平均")),
    ])

  var rate = 0.1
  var steps = 100
  var window = ScheduleStudy.standardWindow

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "lr", into: &rate, in: 1e-5...1e3, help: Phrase("the highest rate", zh: "最高学习率"))
    try options.take("steps", into: &steps, in: 10...10_000)
    try options.take(
      "window", into: &window, in: 1...steps, unit: "steps",
      help: Phrase("how many rates a moving average takes in", zh: "移动平均的窗口长度"))
  }

  func run(_ context: Context) throws -> Outcome {
    let study = ScheduleStudy(rate: rate, steps: steps, window: window)
    let words = ScheduleWords(study: study)
    let panels = study.courses.indices.map { course(study, words, $0) } + [sums(study)]
    let columns = [1, 0.92, 1.22]
    let figure = Figure(
      words.finding, subtitle: words.subtitle,
      arrangement: .rows([
        .init(height: 1, widths: columns), .init(height: 1.2, widths: columns),
      ]), panels: panels)
    return Outcome(
      figure: figure, claims: SchedulesClaims().all, series: study.tables, caption: words.caption,
      alt: words.alt)
  }

  /// One schedule: its rates, a moving average over them, and both measures.
  private func course(_ study: ScheduleStudy, _ words: ScheduleWords, _ index: Int) -> Panel {
    let course = study.courses[index]
    func points(_ rates: [Double]) -> [Point] {
      rates.enumerated().map { Point(Double($0.offset), $0.element) }
    }
    var x = Axis(Phrase("step", zh: "步数"), domain: 0...Double(study.steps))
    (x.countsWholes, x.isRepeated) = (true, index < 3)
    var y = Axis(
      Phrase("learning rate $\\eta$", zh: "学习率 $\\eta$"), domain: 0...1.06 * study.rate)
    y.isRepeated = index > 0
    var panel = Panel(x: x, y: y, frame: .open, heading: course.name) {
      line(points(course.rates), course.name, series: index)
      Reference(points(course.smoothed), label: index == 0 ? words.average : nil)
      if let stated = words.stated(index) {
        let (x, y) = words.placeOfStated(index)
        Callout(
          stated, at: Point(x * Double(study.steps), y * study.rate),
          placement: index == 2 ? .left : .free)
      }
    }
    panel.headingSeries = index
    panel.subheading = words.measured(course)
    panel.notes = words.notes(index)
    panel.isEssential = false
    return panel
  }

  private func line(_ points: [Point], _ name: Phrase, label: Phrase? = nil, series: Int) -> Line {
    var line = Line(points, name: name, label: label, series: series)
    line.hasEndMarker = false
    return line
  }

  /// The running sum of changes of all five.
  private func sums(_ study: ScheduleStudy) -> Panel {
    var x = Axis(Phrase("step", zh: "步数"), domain: 0...Double(study.steps))
    x.countsWholes = true
    return Panel(
      x: x,
      y: Axis(
        Phrase("$\\Sigma|\\Delta\\eta|$ so far", zh: "至此的 $\\Sigma|\\Delta\\eta|$"),
        domain: 0...2.1 * study.rate),
      frame: .open, heading: Phrase("All changes added up", zh: "变化的累计")
    ) {
      for (i, course) in study.courses.enumerated() {
        let sums = course.rates.runningVariation
        line(
          sums.enumerated().map { Point(Double($0.offset), $0.element) }, course.name,
          label: ScheduleWords.short[i], series: i)
      }
    }
  }
}
