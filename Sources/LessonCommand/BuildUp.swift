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
        "--apng is all frames in one file, and --frames each in its own", hints: ["leave out one of them"])
    }
    guard let text = option.value, text != "true" else {
      self = .frames
      return
    }
    guard let number = Typed.number(text), let frame = Int(exactly: number), (1...FrameSequence.most).contains(frame)
    else {
      throw UsageError(
        "\(option.spelled) wants the number of a frame, 1 to \(FrameSequence.most), not '\(text)'",
        hints: ["all of them, each in a file: --frames"])
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
      "--frames are several pictures, and -o - is one",
      hints: ["into a folder: -o DIR/", "one of them: --frames=1 -o -", "all in one file that moves: --apng -o -"])
  }
}

extension Switch {
  /// How a figure builds up.
  static let buildUp: [Switch] = [
    Switch(
      name: "frames", value: .optional, placeholder: "N",
      help: "how the figure builds up, the question first: NAME-01.png and so on; =N one of them"),
    Switch(
      name: "upto", placeholder: "N",
      help: "the first N steps of each walk on the axes of the whole, where there is one"),
    Switch(
      name: "apng", value: .none, help: "the frames in one animated PNG, which shows the whole where nothing moves"),
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
        hints: ["leave out --upto"])
    }
    guard steps <= longest else {
      throw UsageError(
        "--upto \(steps): the walk has \(Digits.count(longest, of: "step"))",
        hints: ["up to its end: --upto \(longest), or leave it out"])
    }
    return figure.upto(steps)
  }
}
