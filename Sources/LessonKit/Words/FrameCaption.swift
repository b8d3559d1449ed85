extension Caption {
  /// The texts beside a frame, counted from 0, of a figure that builds up: the question, and what is shown so far.
  ///
  /// The last frame is the whole and has the figure's own texts.
  public init(_ figure: Figure, frame: Int, of sequence: FrameSequence) {
    let whole = Caption(figure, drawn: sequence.whole.record)
    guard frame < sequence.count - 1 else {
      self = whole
      return
    }
    let (ask, number, count) = (figure.ask.plain, frame + 1, sequence.count)
    var taken: Set<String> = []
    let names = (0...frame).flatMap { sequence.names(in: $0) }.map(\.plain).filter { taken.insert($0.english).inserted }
    let shown: Phrase
    if frame == 0 {
      shown = Phrase("Axes and setting, no answer yet", zh: "只有坐标轴和题设，尚无答案")
    } else if names.isEmpty {
      shown = Phrase("A part of the answer", zh: "答案的一部分")
    } else {
      let (english, chinese) = (Phrase.joined(names, by: ", ").english, Phrase.joined(names, by: "、").chinese)
      shown = Phrase("So far: \(english)", zh: "目前有：\(chinese)")
    }
    let place = Phrase("frame \(number) of \(count)", zh: "第 \(number) 帧，共 \(count) 帧")
    self.init(
      text: Phrase("\(ask) (\(number) of \(count))", zh: "\(ask)（\(number)/\(count)）"),
      alternative: Phrase("Question: \(ask) \(shown), \(place).", zh: "问题：\(ask)\(shown)，\(place)。"))
  }
}
