import LessonKit
import Plot
import Typography

/// `lesson redraw FILE.png…`: draws pictures of this program again from the command in each, changed by options.
struct Redraw {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  /// The options of the output that mean something to a picture that is there.
  private static let output = Switch.output.filter {
    ["output", "snippet", "from", "force", "dry-run"].contains($0.name)
  }

  static let switches =
    [Switch(name: "figure", placeholder: "NAME", help: Message("another figure of the same lesson", zh: "同一课例的另一幅图"))]
    + Switch.picture + Switch.buildUp + output + Switch.general

  func run() throws -> ExitCode {
    guard !arguments.words.isEmpty else {
      throw UsageError(
        "'lesson redraw' wants pictures that this program drew", zh: "“lesson redraw”需要本程序画的图片",
        hints: [
          .example("lesson redraw slides/*.png --theme dark"),
          Message("what a picture shows: lesson show FILE.png", zh: "看图片画的是什么：lesson show FILE.png"),
        ])
    }
    var taken: Set<FileIdentity> = []
    let words = arguments.words.filter { taken.insert(FileIdentity(FilePath($0))).inserted }
    let (requests, unread) = try sorted(words.map(read))
    let places = requests.map(\.place)
    let delivery = try Delivery(
      arguments, names: places.map { FilePath(FilePath($0.stem).name).text }, isWhole: words.count > 1, places: places)
    try delivery.check()
    let folder = try DocumentFolder(arguments, for: delivery)
    let (drawn, undrawn) = try sorted(draw(requests), already: unread)
    let kept = delivery.keeping(drawn.map(\.index))
    try kept.hand(over: drawn.map(\.rendering), nil, folder, isWhole: false, console)
    return ExitCode(of: unread + undrawn)
  }

  /// A picture and what to draw in its place.
  private struct Item {
    let place: FilePath
    let request: Request
    let words: String
  }

  private func read(_ word: String) -> Result<Item, Failure> {
    Failure.catching(nil) { try PictureFile(FilePath(word)) }.flatMap { file in
      Failure.catching(word) { try item(file) }
    }
  }

  private func item(_ file: PictureFile) throws -> Item {
    let own = try FigureLine(file.command, in: catalog)
    let others = (Self.output + Switch.general).map(\.name)
    var changes = arguments
    changes.options.removeAll { others.contains($0.name) }
    let line = try own.changed(by: changes, in: catalog)
    return Item(place: file.path, request: try line.request(), words: file.path.text)
  }

  private func draw(_ items: [Item]) throws -> [Result<(index: Int, rendering: Rendering), Failure>] {
    let typesetters = try Typesetters(items.map(\.request.picture))
    let progress = Progress(Message("drawing figures", zh: "正在画图"), of: items.count, on: console)
    defer { progress.finish() }
    let results = Workers.map(Array(items.enumerated()), jobs: Workers.available) { index, item in
      defer { progress.advance() }
      return Failure.catching(item.words) {
        let typesetter = typesetters[item.request.picture]
        try item.request.picture.checkTitle(with: typesetter)
        let rendering = try Rendering(item.request.selection.jobs[0], with: typesetter)
        try item.request.checkColors([rendering])
        return (index: index, rendering: rendering)
      }
    }
    for note in typesetters.notes { console.remark(note) }
    return results
  }

  /// What came out well, and what did not, which is told; throws where nothing came out.
  private func sorted<Value>(_ results: [Result<Value, Failure>], already: [Failure] = []) throws -> (
    [Value], [Failure]
  ) {
    var (values, failures) = ([Value](), [Failure]())
    for result in results {
      switch result {
      case .success(let value): values.append(value)
      case .failure(let failure): failures.append(failure)
      }
    }
    if values.isEmpty, let last = failures.popLast() {
      for failure in failures { console.error(failure) }
      throw Failure(last.told, hints: last.remedies, code: ExitCode(of: failures + [last] + already))
    }
    for failure in failures { console.error(failure) }
    return (values, failures)
  }
}

extension Delivery {
  /// The same for some of the figures.
  func keeping(_ indices: [Int]) -> Delivery {
    var some = self
    if case .files(let paths) = target { some.target = .files(indices.map { paths[$0] }) }
    if !sidecars.isEmpty { some.sidecars = indices.map { sidecars[$0] } }
    return some
  }
}
