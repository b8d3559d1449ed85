import LessonKit

/// # Any function
///
/// A test function or the reader's own formula, as a map or in space: where walks over it end.
struct AnyFunction: Lesson {
  static let page = Page(
    "surface", in: .descent, title: Phrase("Any function", zh: "任意函数"),
    question: Phrase("Where is a function lowest, and which starts lead there?", zh: "一个函数的最低点在哪里，从哪里出发能走到？"),
    examples: [
      .init("--3d", shows: Phrase("a lit surface", zh: "光照曲面")),
      .init(
        "--fn beale --opt sgd,momentum,adam",
        shows: Phrase("three optimizers on Beale’s function", zh: "三种优化器在 Beale 函数上")),
      .init(
        "--fn x^4-3x^2+x+y^2 --start=-0.1,1 --start 0.4,1",
        shows: Phrase("a formula of one’s own, two starts", zh: "自己的公式，两个起点")),
      .init("--fn himmelblau --steps 0", shows: Phrase("the minima alone", zh: "只看极小值点")),
    ])

  @Option() var landscape = Landscape.twoValleys
  @Option("3d", help: Phrase("as a lit surface over its map", zh: "画成光照曲面，下方附等高线图")) var isSpatial = false
  @Option() var rules: [Rule] = [.momentum]
  @Option("steps", in: 0...1_000_000, help: Phrase("how many updates; 0 for the function alone", zh: "更新次数；0 表示只画函数"))
  var steps = 1000
  @Option(
    "start", in: Interval(-1e6...1e6), most: 6,
    help: Phrase("where walks start; may be given several times", zh: "起点，可给出多次")) var starts: [Point] = []
  @Option() var schedule = Schedule.constant

  var figures: [LessonFigure] {
    [LessonFigure("surface", title, hasView: true, hasTrail: true) { _ in surfaceFigure(walks) }]
  }

  /// The title that is true of every function.
  private var title: Phrase {
    Landscape.named(landscape.name) != nil
      ? Phrase("\(landscape.displayName)’s function and its minima", zh: "\(landscape.displayName) 函数及其极小值")
      : Phrase("A function of two variables and its minima", zh: "一个二元函数及其极小值")
  }

  /// The walks from the starts that were given; on the lesson's own function a ball that rolls well, from both sides of the ridge.
  private var walks: SurfaceWalks {
    let (summary, isOwn) = (landscape.summary(of: landscape.view), landscape.name == Landscape.twoValleys.name)
    let own = isOwn && rules.count == 1 ? [Vector2(-0.2, 1.5), Vector2(0.7, 1.4)] : []
    let rated = rules.map { isOwn && summary.hasBottom && $0 == .momentum ? $0.with(learningRate: 0.01) : $0 }
    return SurfaceWalks(
      landscape, summary, by: rated, from: starts.isEmpty ? own : starts.map { Vector2($0) }, steps: steps,
      schedule: schedule)
  }

  func validate() throws {
    if rules.count > 1 && starts.count > 1 {
      throw UsageError(
        "several optimizers and several starts make too many trails", zh: "多个优化器配多个起点，轨迹太多",
        hint: "one optimizer from several starts, or several optimizers from one", zh: "一个优化器配多个起点，或多个优化器配一个起点")
    }
    try landscape.requireHeight(at: steps > 0 ? starts : [])
  }
}
