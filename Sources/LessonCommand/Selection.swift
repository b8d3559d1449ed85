import LessonKit
import Typography

/// The figures of a lesson that the user asks for, each with what the picture options mean to it.
struct Selection: Sendable {
  /// What is to be drawn, in the lesson's order.
  let jobs: [DrawingJob]
  /// Whether all figures were asked for.
  let isWhole: Bool

  /// The figure of a name, the lesson's own where it is nil, or all.
  ///
  /// - Throws: `UsageError` for an unknown figure, and for an option that changes nothing in what is to be drawn.
  init(_ name: String?, of recipe: Recipe, _ type: any Lesson.Type, _ picture: Picture) throws {
    isWhole = name == "all"
    let figures = isWhole ? recipe.figures : [try Self.figure(name, of: recipe, type)]
    try recipe.checkUse(of: figures)
    if picture.format.view != nil && !figures.contains(where: { $0.hasView }) {
      let users = recipe.figures.filter(\.hasView).map(\.name)
      throw UsageError(
        "--view changes nothing in the figure '\(figures[0].name)'", zh: "--view 不影响图“\(figures[0].name)”",
        hints: users.map { .used("lesson \(recipe.page.name) --figure \($0)") })
    }
    if picture.upto != nil && !figures.contains(where: { $0.hasTrail }) {
      let users = recipe.figures.filter(\.hasTrail).map(\.name)
      throw UsageError(
        "--upto changes nothing in the figure '\(figures[0].name)': it draws no walk",
        zh: "--upto 不影响图“\(figures[0].name)”：其中没有轨迹",
        hints: users.map { .used("lesson \(recipe.page.name) --figure \($0)") })
    }
    jobs = figures.map { DrawingJob(recipe, $0, picture) }
  }

  /// Every figure of a lesson, or its own alone.
  init(_ recipe: Recipe, isWhole: Bool, _ picture: Picture) {
    self.isWhole = isWhole
    jobs = (isWhole ? recipe.figures : [recipe.figures[0]]).map { DrawingJob(recipe, $0, picture) }
  }

  private static func figure(_ name: String?, of recipe: Recipe, _ type: any Lesson.Type) throws(UsageError)
    -> LessonFigure
  {
    do { return try recipe.figure(named: name) } catch {
      let lesson = recipe.page.name
      let name = name ?? ""
      guard Recipe.standard(of: type).figures.contains(where: { $0.name == name }) else { throw error }
      throw UsageError(
        "the lesson '\(lesson)' has no figure '\(name)' with these options", zh: "用这些选项时，课例“\(lesson)”没有图“\(name)”",
        hints: [
          Message(
            "with them it has: \(recipe.figures.map(\.name).joined(separator: ", "))",
            zh: "用它们时有：\(recipe.figures.map(\.name).joined(separator: ", "))"),
          Message("without them: lesson \(lesson) --figure \(name)", zh: "不用它们时：lesson \(lesson) --figure \(name)"),
        ])
    }
  }
}

/// A figure yet to be drawn.
struct DrawingJob: Sendable {
  let recipe: Recipe
  let figure: LessonFigure
  let picture: Picture

  /// A figure with the picture options that mean something to it.
  init(_ recipe: Recipe, _ figure: LessonFigure, _ picture: Picture) {
    (self.recipe, self.figure) = (recipe, figure)
    let unused = (figure.hasView ? [] : ["view"]) + (figure.hasTrail ? [] : ["upto"])
    self.picture = picture.without(unused)
  }

  /// The shortest command that draws the figure.
  var command: String { ShellWord.line(["lesson", recipe.page.name] + recipe.words(for: figure) + picture.words) }

  /// The file name without its ending: the lesson, the figure unless it is the first, then what differs from the defaults.
  var fileName: String { FileName.joined([recipe.page.name] + recipe.fileParts(for: figure) + picture.fileParts) }
}
