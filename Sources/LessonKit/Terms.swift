/// The terms of a comparison, the same for all that take part: stamped under its figure.
public struct Terms: Sendable {
  /// Where everybody starts: "2,000 starts uniform in [−5.12, 5.12]²".
  public var starts: Phrase
  /// How many steps everybody takes.
  public var steps: Int
  /// How rates were chosen: "best common rate of 25 from 1e-5 to 10".
  public var rates: Phrase
  /// What is compared: "median distance to the minimum over the last 100 steps".
  public var judged: Phrase
  /// Whether gradients are clipped.
  public var clipping: Phrase = Phrase("no clipping, constant rates", zh: "不裁剪梯度，学习率不变")

  /// The terms of a comparison.
  public init(starts: Phrase, steps: Int, rates: Phrase, judged: Phrase) {
    (self.starts, self.steps, self.rates, self.judged) = (starts, steps, rates, judged)
  }

  /// The stamp: what everybody gets, then how it is judged.
  public var stamp: [Phrase] {
    let count = Digits.count(steps)
    return [
      Phrase("Same for all: ", zh: "条件相同：") + starts
        + Phrase(", \(Digits.count(steps, of: "step")), ", zh: "，\(count) 步，") + clipping
        + Phrase(".", zh: "。"),
      Phrase("Rates: ", zh: "学习率：") + rates + Phrase("; judged by ", zh: "；评定：") + judged
        + Phrase(".", zh: "。"),
    ]
  }
}
