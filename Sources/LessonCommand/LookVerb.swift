import LessonKit
import Plot

/// `lesson look check FILE.json`: what a reader would lose with a look of one's own.
struct LookVerb {
  let arguments: Arguments
  let console: Console

  static let switches = [Switch.json] + Switch.picture.filter { ["theme", "lang"].contains($0.name) } + Switch.general

  func run() throws -> ExitCode {
    guard arguments.words.first == "check" else {
      throw UsageError(
        "'lesson look' wants 'check' and a file", zh: "“lesson look”之后应为 check 和一个文件",
        hints: [
          .example("lesson look check mine.json"),
          Message("a whole look: lesson help look", zh: "完整的外观：lesson help look"),
        ])
    }
    guard arguments.words.count == 2 else {
      throw UsageError(
        "'lesson look check' wants one file of a look", zh: "“lesson look check”需要一个外观文件",
        hints: [.example("lesson look check mine.json")])
    }
    let (file, language) = (try LookFile(arguments.words[1]), try arguments.language)
    let losses = LookCheck(file.look, over: try Picture(arguments).format.theme).losses
    if arguments.has("json") {
      try Stream.output.write(json(losses, file, language).pretty)
    } else {
      let lines = losses.map { loss in
        let (place, lost) = (file.word + (line(loss, file).map { ":\($0)" } ?? ""), Message(loss.text))
        return Message("\(place): \(lost)", zh: "\(place)：\(lost)")
      }
      let good = Message(
        "\(file.word): nothing is lost: texts and lines stand out from the page, series and levels are told apart",
        zh: "\(file.word)：没有问题：文字与线条清晰，序列与等级可以区分")
      try Stream.output.write((lines.isEmpty ? [good] : lines).map { $0[console.language] + "\n" }.joined())
    }
    return losses.isEmpty ? .done : .failed
  }

  private func line(_ loss: LookCheck.Loss, _ file: LookFile) -> Int? { file.places[loss.key]?.line }

  private func json(_ losses: [LookCheck.Loss], _ file: LookFile, _ language: Language) -> JSON {
    [
      "schema": .string(Plumbline.schema), "path": .string(file.word),
      "losses": .array(
        losses.map { loss in
          [
            "key": .string(loss.key.rawValue), "line": line(loss, file).map { .integer($0) } ?? .null,
            "text": .string(loss.text[language]),
          ]
        }),
    ]
  }
}
