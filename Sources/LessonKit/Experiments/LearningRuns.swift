/// Several runs on one picture of loss against epoch: how far it reaches, and what stands beside their ends.
public struct LearningRuns: Sendable {
  private let runs: [LearningRun]
  private let names: [Phrase]
  private let epochs: Int
  /// Runs that were lost, those together that break off beside one another.
  private let lost: [[Int]]
  /// The last epoch of the picture: that of the runs, or a little beyond the last loss that was lost if all were.
  public let lastEpoch: Int

  /// Runs of so many epochs with their names; `isLog` where the axis of epochs is logarithmic.
  public init(_ runs: [LearningRun], names: [Phrase], epochs: Int, isLog: Bool = false) {
    require(runs.count == names.count, "\(runs.count) runs with \(names.count) names")
    (self.runs, self.names, self.epochs) = (runs, names, epochs)
    let ends = runs.compactMap(\.divergedIn)
    let end = ends.max() ?? 0
    let needed = ends.count == runs.count ? min(epochs, max(6, end * 13 / 10)) : epochs
    let last = max(needed, end)
    lastEpoch = last
    let order = runs.indices.filter { runs[$0].divergedIn != nil }.sorted {
      (runs[$0].divergedIn ?? 0, $0) < (runs[$1].divergedIn ?? 0, $1)
    }
    lost = order.reduce(into: []) { groups, run in
      let epoch = Double(runs[run].divergedIn ?? 0)
      let before = groups.last?.last.flatMap { runs[$0].divergedIn }.map { Double($0) }
      let isNear = before.map { isLog ? epoch <= 1.3 * $0 : epoch - $0 <= 0.08 * Double(last) }
      if isNear == true { groups[groups.count - 1].append(run) } else { groups.append([run]) }
    }
  }

  /// Whether a run diverged.
  public var haveLost: Bool { !lost.isEmpty }
  /// The largest loss that was not lost.
  public var largest: Double { runs.flatMap(\.losses).max() ?? 1 }
  /// What it means that a run diverged, for the foot of the figure; nil where none did.
  public var lostNote: Phrase? {
    haveLost ? Phrase("Diverged: loss above 10⁶ times its start.", zh: "发散：损失超过起始值的 10⁶ 倍。") : nil
  }

  /// What stands at the end of a run: its name with its last loss, or that it diverged; nil where another text says so.
  public func label(_ run: Int) -> Phrase? {
    guard let epoch = runs[run].divergedIn else {
      return names[run] + Phrase(same: " " + Digits.text(runs[run].lastLoss))
    }
    let group = lost.first { $0.contains(run) } ?? [run]
    if group.count > 2 { return nil }
    let number = Digits.count(epoch)
    // Among several the axis says what the number counts: long names have little room.
    let time = runs.count == 1 ? "in epoch\u{A0}\(number)" : "at\u{A0}\(number)"
    return names[run] + Phrase(" diverged \(time)", zh: " 第 \(number) 轮发散")
  }

  /// One text for more than two runs that break off beside one another.
  public var callouts: [Callout] {
    lost.filter { $0.count > 2 }.map { group in
      let end = runs[group[group.count / 2]].losses
      let place = Point(Double(end.count), end.last ?? 1)
      let (count, epochs) = (group.count, group.compactMap { runs[$0].divergedIn })
      let number = Digits.count(epochs.max() ?? 1)
      let isOne = Set(epochs).count == 1
      let time = isOne ? "in epoch\u{A0}\(number)" : "by epoch\u{A0}\(number)"
      let chineseTime = isOne ? "第 \(number) 轮" : "到第 \(number) 轮"
      let words =
        count == runs.count
        ? Phrase("all \(count) diverged \(time)", zh: "\(chineseTime) \(count) 种全部发散")
        : Phrase("\(count) diverged \(time)", zh: "\(chineseTime)有 \(count) 种发散")
      return Callout(words, at: place, bold: true)
    }
  }
}
