/// Where several runs of learning end, in a sentence for the title that says no more than their losses do.
public struct Standing: Sendable {
  private let runs: [LearningRun]
  private let names: [Phrase]
  /// Closer than a thousandth is a tie.
  private static let tie = 1.001

  /// Runs with their names.
  public init(_ runs: [LearningRun], names: [Phrase]) {
    precondition(
      runs.count > 1 && runs.count == names.count, "\(runs.count) runs with \(names.count) names")
    (self.runs, self.names) = (runs, names)
  }

  /// The sentence, of at most 60 characters.
  public var finding: Phrase {
    let lost = runs.indices.filter { runs[$0].divergedIn != nil }
    let sound = runs.indices.filter { runs[$0].divergedIn == nil }
    if sound.isEmpty { return allDiverge }
    if !lost.isEmpty { return fitting(among: divided(lost, sound)) }
    if runs.allSatisfy(\.isStill) {
      let losses = span(sound)
      return Phrase(
        "No rule moves: the loss stays at \(losses.english)",
        zh: "各种规则都没有进展：损失停在 \(losses.chinese)")
    }
    return fitting(among: order)
  }

  private var allDiverge: Phrase {
    runs.count == 2
      ? Phrase("Both diverge", zh: "两种规则都发散")
      : Phrase("All \(runs.count) diverge", zh: "\(runs.count) 种规则全部发散")
  }

  /// Sentences on runs of which some are lost, the most telling first.
  private func divided(_ lost: [Int], _ sound: [Int]) -> [Phrase] {
    let losses = span(sound)
    let named = list(lost) + Phrase(lost.count == 1 ? " diverges" : " diverge", zh: " 发散")
    let counted = Phrase(
      "\(lost.count) of \(runs.count) diverge\(lost.count == 1 ? "s" : "")",
      zh: "\(runs.count) 种中有 \(lost.count) 种发散")
    let rest =
      sound.count == 1
      ? Phrase(
        "; \(names[sound[0]].english) ends at \(losses.english)",
        zh: "，\(names[sound[0]].chinese) 最终损失 \(losses.chinese)")
      : Phrase("; the others end at \(losses.english)", zh: "，其余最终损失 \(losses.chinese)")
    return (lost.count < 3 ? [named + rest] : []) + [counted + rest, counted]
  }

  /// Sentences on runs that are all sound, the most telling first.
  private var order: [Phrase] {
    let ends = runs.map(\.lastLoss)
    let least = ends.min() ?? .nan
    let winners = ends.indices.filter { ends[$0] <= Self.tie * least }
    let (loss, all) = (Digits.text(least), span(Array(ends.indices)))
    let plain = Phrase("The losses end at \(all.english)", zh: "最终损失为 \(all.chinese)")
    if winners.count == runs.count {
      return [
        Phrase(
          "\(runs.count == 2 ? "Both" : "All \(runs.count)") end at a loss of \(loss)",
          zh: "\(runs.count) 种规则的最终损失都是 \(loss)")
      ]
    }
    if winners.count == 1, !wonByFalling(winners[0]) { return [plain] }
    let several = winners.count > 1
    let counted = Phrase(
      "\(winners.count) of \(runs.count) tie at the lowest loss, \(loss)",
      zh: "\(runs.count) 种中有 \(winners.count) 种并列最低，损失 \(loss)")
    let named = list(winners)
    let sentence = Phrase(
      "\(named.english) end\(several ? "" : "s") lowest, at a loss of \(loss)",
      zh: several
        ? "\(named.chinese) 并列最低，最终损失 \(loss)" : "\(named.chinese) 最终损失最低：\(loss)")
    return (winners.count < 3 ? [sentence] : []) + (several ? [counted] : []) + [plain]
  }

  /// Whether a run also fell furthest for its start: else it may have won by starting low.
  private func wonByFalling(_ run: Int) -> Bool {
    let shares = runs.map { $0.lastLoss / ($0.losses.first ?? 1) }
    return shares.allSatisfy { shares[run] <= Self.tie * $0 }
  }

  /// The least and the largest last loss, or the one number that both are.
  private func span(_ group: [Int]) -> Phrase {
    let ends = group.map { runs[$0].lastLoss }
    let (least, most) = (Digits.text(ends.min() ?? .nan), Digits.text(ends.max() ?? .nan))
    return least == most
      ? Phrase(same: least) : Phrase("\(least) to \(most)", zh: "\(least) 至 \(most)")
  }

  private func list(_ group: [Int]) -> Phrase {
    Phrase(
      group.map { names[$0].english }.joined(separator: " and "),
      zh: group.map { names[$0].chinese }.joined(separator: " 与 "))
  }

  /// The first sentence that a title has room for in either language, else the last.
  private func fitting(among sentences: [Phrase]) -> Phrase {
    sentences.first { $0.english.count <= 60 && $0.chinese.count <= 60 }
      ?? sentences[sentences.count - 1]
  }
}
