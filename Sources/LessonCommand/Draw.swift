import LessonKit
import Plot
import Typography

/// The verb without a name: draws a figure of one lesson, or all of them.
struct Draw {
  let type: any Lesson.Type
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  /// What a lesson's command line may hold.
  static func switches(for type: any Lesson.Type) -> [Switch] {
    let recipe = Recipe.standard(of: type)
    return recipe.declarations.map { Switch($0) } + [.set] + [.figure(recipe.figures.map(\.name) + ["all"])]
      + Switch.picture(for: recipe.figures) + Switch.output + Switch.buildUp(for: recipe.figures) + Switch.general
  }

  func run() throws -> ExitCode {
    let request = try Request(type, arguments)
    let (recipe, picture, selection) = (request.recipe, request.picture, request.selection)
    let names = selection.jobs.map(\.fileName)
    let delivery = try Delivery(arguments, names: names, isWhole: selection.isWhole)
    try picture.buildUp.check(delivery)
    try delivery.check()
    let folder = try DocumentFolder(arguments, for: delivery)

    let progress = Progress(
      Message("drawing \(recipe.page.name)", zh: "正在画 \(recipe.page.name)"), of: names.count, on: console)
    defer { progress.finish() }
    let typesetter = try picture.typesetter()
    try picture.checkTitle(with: typesetter)
    let results = Workers.map(selection.jobs, jobs: Workers.available) { job in
      defer { progress.advance() }
      return Result { try Rendering(job, with: typesetter) }
    }
    let renderings = try results.map { try $0.get() }
    try request.checkColors(renderings)
    let claims = arguments.has("claims") ? catalog.claims(try recipe.findings()) : nil
    progress.finish()
    for note in picture.notes(typesetter) { console.remark(note) }
    try delivery.hand(over: renderings, claims, folder, isWhole: selection.isWhole, console)
    return .done
  }
}
