/// Who came to a minimum, and how near the others got: the findings of a figure in words.
public struct Arrivals: Sendable {
  /// A walk that ends nearer than this to the minimum is there.
  public static let reach = 0.05

  private let walks: [Walk]
  private let names: [Phrase]
  private let targets: [Vector2]
  private let steps: Int
  private let reach: Double
  /// What the targets are called in findings.
  private let goal: Phrase

  /// What some walks with their names make of a target.
  public init(_ walks: [Walk], names: [Phrase], target: Vector2, steps: Int) {
    self.init(walks, names: names, targets: [target], steps: steps)
  }

  /// What some walks make of several targets, the nearest counting; there as near as `reach`; `goal` is what findings call them.
  public init(
    _ walks: [Walk], names: [Phrase], targets: [Vector2], steps: Int, reach: Double = Self.reach,
    goal: Phrase? = nil
  ) {
    precondition(!targets.isEmpty, "arrivals at no target")
    (self.walks, self.names, self.targets) = (walks, names, targets)
    (self.steps, self.reach) = (steps, reach)
    let minimum = targets.count == 1 ? "the minimum" : "a minimum"
    self.goal = goal ?? Phrase(minimum, zh: "最小值点")
  }

  private func distance(of walk: Walk) -> Double {
    targets.map { walk.distance(to: $0) }.min() ?? .nan
  }

  private func hasArrived(_ walk: Walk) -> Bool {
    !walk.hasDiverged && distance(of: walk) <= reach
  }

  /// The sentence for a title, at most 60 characters.
  public var finding: Phrase {
    guard walks.count > 1 else { return finding(walks[0], names[0]) }
    let there = zip(walks, names).filter { hasArrived($0.0) }.map(\.1)
    let english = there.map(\.english).joined(separator: " and ")
    let chinese = there.map(\.chinese).joined(separator: " 和 ")
    switch there.count {
    case 0:
      return Phrase(
        walks.count == 2
          ? "Neither reaches \(goal.english)"
          : "None of the \(Self.words(walks.count)) reaches \(goal.english)",
        zh: "\(walks.count == 2 ? "两" : "\(walks.count) ")种优化器都没有走到\(goal.chinese)")
    case walks.count:
      return Phrase(
        walks.count == 2
          ? "Both reach \(goal.english)" : "All \(Self.words(walks.count)) reach \(goal.english)",
        zh: "\(walks.count == 2 ? "两" : "\(walks.count) ")种优化器都走到了\(goal.chinese)")
    case 1:
      return Phrase(
        "Only \(english) reaches \(goal.english)", zh: "只有 \(chinese) 走到了\(goal.chinese)")
    case 2 where english.count <= 30:
      return Phrase("Only \(english) reach \(goal.english)", zh: "只有 \(chinese) 走到了\(goal.chinese)")
    default:
      return Phrase(
        "\(there.count) of \(walks.count) rules reach \(goal.english)",
        zh: "\(walks.count) 种优化器中有 \(there.count) 种走到了\(goal.chinese)")
    }
  }

  private func finding(_ walk: Walk, _ name: Phrase) -> Phrase {
    let (english, chinese) = (name.english, name.chinese)
    if let step = walk.divergedAt {
      let number = Digits.count(step)
      return Phrase("\(english) diverges at step \(number)", zh: "\(chinese) 在第 \(number) 步发散")
    }
    guard hasArrived(walk),
      let first = targets.compactMap({ walk.firstStep(within: reach, of: $0) }).min()
    else {
      let away = Digits.text(distance(of: walk), digits: 2)
      let taken = Digits.count(steps)
      return Phrase(
        "After \(Digits.count(steps, of: "step")) \(english) is \(away) from \(goal.english)",
        zh: "走了 \(taken) 步，\(chinese) 离\(goal.chinese)还有 \(away)")
    }
    let number = Digits.count(first)
    return Phrase(
      "\(english) comes within \(Digits.text(reach)) of \(goal.english) in \(Digits.count(first, of: "step"))",
      zh: "\(chinese) 用 \(number) 步走到\(goal.chinese)附近 \(Digits.text(reach)) 以内")
  }

  /// How far from the minimum each walk ended.
  public var distances: Phrase {
    let english = zip(walks, names).map { walk, name in
      walk.divergedAt.map { "\(name.english) diverges at step \(Digits.count($0))" }
        ?? "\(name.english) \(away(walk))"
    }
    let chinese = zip(walks, names).map { walk, name in
      walk.divergedAt.map { "\(name.chinese) 在第 \(Digits.count($0)) 步发散" }
        ?? "\(name.chinese) \(away(walk))"
    }
    return Phrase(
      "Final distance to the minimum: \(english.joined(separator: ", ")).",
      zh: "最终到最小值点的距离：\(chinese.joined(separator: "，"))。")
  }

  private func away(_ walk: Walk) -> String { Digits.text(distance(of: walk), digits: 2) }

  private static func words(_ count: Int) -> String {
    let names = ["zero", "one", "two", "three", "four", "five", "six"]
    return count < names.count ? names[count] : String(count)
  }
}
