import LessonKit
import Plot

/// How much of a figure is wanted: the whole, or how it builds up from its question.
enum BuildUp: Sendable, Equatable {
  /// The figure alone.
  case whole
  /// Every frame in a file of its own.
  case frames
  /// One frame, from 1.
  case frame(Int)
  /// All frames in one animated file.
  case animation

  /// Seconds for which an animation shows a frame: time to read the question, and the whole.
  static func seconds(_ frame: Int, of count: Int) -> Double { frame == 0 ? 2.4 : frame == count - 1 ? 3.6 : 1.2 }

  /// A file name's end for a frame, from 1: two digits.
  static func filePart(_ frame: Int) -> String { frame < 10 ? "0\(frame)" : "\(frame)" }

  /// Reads `--frames` and `--apng`.
  init(_ arguments: Arguments) throws(UsageError) {
    let isAnimated = arguments["apng"].map { $0.value != "false" } ?? false
    guard let option = arguments["frames"], option.value != "false" else {
      self = isAnimated ? .animation : .whole
      return
    }
    if isAnimated {
      throw UsageError(
        "--apng is all frames in one file, and --frames each in its own", zh: "--apng 把所有帧放进一个文件，--frames 每帧一个文件",
        hints: [Message("leave out one of them", zh: "去掉其中一个")])
    }
    guard let text = option.value, text != "true" else {
      self = .frames
      return
    }
    // How many there are, only the figure tells.
    guard let number = Typed.number(text), let frame = Int(exactly: number), frame > 0 else {
      throw UsageError(
        "\(option.spelled) wants the number of a frame, counted from 1, not '\(text)'",
        zh: "\(option.spelled) 应为帧的编号，从 1 数起，不能是“\(text)”",
        hints: [Message("all of them, each in a file: --frames", zh: "要全部帧，每帧一个文件：--frames")])
    }
    self = .frame(frame)
  }

  /// What one types to get it.
  var words: [String] {
    switch self {
    case .whole: []
    case .frames: ["--frames"]
    case .frame(let number): ["--frames=\(number)"]
    case .animation: ["--apng"]
    }
  }

  /// What a file name says about it; frames of one figure have the number at the end of each name.
  var filePart: String? {
    switch self {
    case .whole, .frames: nil
    case .frame(let number): Self.filePart(number)
    case .animation: "animated"
    }
  }

  /// Throws if frames would go where only one picture can.
  func check(_ delivery: Delivery) throws(UsageError) {
    guard self == .frames, delivery.target == .standardOutput else { return }
    throw UsageError(
      "--frames are several pictures, and -o - is one", zh: "--frames 是多个图片，而 -o - 只能写一个",
      hints: [
        Message("into a folder: -o DIR/", zh: "写到文件夹：-o DIR/"),
        Message("one of them: --frames=1 -o -", zh: "只要其中一帧：--frames=1 -o -"),
        Message("all in one file that moves: --apng -o -", zh: "合成一个动画文件：--apng -o -"),
      ])
  }
}

extension Switch {
  /// How a figure builds up.
  static let buildUp: [Switch] = [
    Switch(
      name: "frames", value: .optional, placeholder: "N",
      help: Message(
        "how the figure builds up, the question first: NAME-01.png and so on; =N one of them",
        zh: "图如何逐步展开，先是问题：NAME-01.png 等；=N 只要其中一帧")),
    Switch(
      name: "upto", placeholder: "N",
      help: Message(
        "the first N steps of each walk on the axes of the whole, where there is one",
        zh: "在完整图的坐标轴上只画每条轨迹的前 N 步，用于有轨迹的图")),
    Switch(
      name: "apng", value: .none,
      help: Message(
        "the frames in one animated PNG, which shows the whole where nothing moves", zh: "把各帧合成一个动画 PNG；不能播放时显示完整的图")),
  ]

  /// The switches that mean something to a lesson with these figures.
  static func buildUp(for figures: [LessonFigure]) -> [Switch] {
    buildUp.filter { $0.name != "upto" || figures.contains { $0.hasTrail } }
  }
}

extension DrawingJob {
  /// The figure with as many steps as are asked for.
  ///
  /// - Throws: `UsageError` where it has no walk, or none that is so long.
  func shortened(_ figure: Figure) throws(UsageError) -> Figure {
    guard let steps = picture.upto, self.figure.hasTrail else { return figure }
    guard let longest = figure.longestTrail else {
      throw UsageError(
        "--upto changes nothing in the figure '\(self.figure.name)': it has no walk with these options",
        zh: "--upto 不影响图“\(self.figure.name)”：用这些选项时其中没有轨迹", hints: [Message("leave out --upto", zh: "去掉 --upto")])
    }
    guard steps <= longest else {
      throw UsageError(
        "--upto \(steps): the walk has \(longest, "step")", zh: "--upto \(steps)：轨迹只有 \(longest) 步",
        hints: [Message("up to its end: --upto \(longest), or leave it out", zh: "画到终点：--upto \(longest)，或去掉它")])
    }
    return figure.upto(steps)
  }
}
