import LessonKit

extension GradientClipping {
  /// Measured at its own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] { [direction, safety] }

  /// The gradient (30, 4) under both kinds of clipping, bound 5.
  private var direction: Finding {
    let gradient = Point(30, 4)
    let norm = Self.clipped(gradient, by: .norm(5))
    let value = Self.clipped(gradient, by: .value(5))
    return Finding(
      "clipping.direction",
      [
        Measurement(
          norm.turn, .equal(to: 0, within: .absolute(1e-6)), when: "degrees that clipping by norm turns",
          zh: "按范数裁剪转过的角度"),
        Measurement(
          value.turn, .equal(to: 0, within: .absolute(0.05)), when: "degrees that clipping by value turns",
          zh: "按值裁剪转过的角度"),
      ], how: "the gradient (30, 4) with bound 5", zh: "梯度 (30, 4)，上限 5")
  }

  /// A hundred walks at the cliff, without and with a bound.
  private var safety: Finding {
    let (unit, rate, bound) = (RecurrentUnit(length: 15), 0.01, 5.0)
    let walks = [nil, Clipping.norm(bound)].map {
      unit.walks(from: Study.starts, count: 100, rate: rate, steps: 60, clipping: $0)
    }
    let jumps = walks.map { $0.map(\.longest) }
    let ends = walks.map { $0.map(\.end) }
    return Finding(
      "clipping.safety",
      [
        Measurement(jumps[0].median(), .greater(than: 1), when: "longest step without clipping", zh: "不裁剪时最长的一步"),
        Measurement(
          jumps[1].max() ?? .nan, .less(than: rate * bound * 1.0001),
          when: "longest step with clipping, the most of all", zh: "裁剪后最长的一步，全部起点的最大值"),
        Measurement(
          ends[1].median() / ends[0].median(), .less(than: 0.5),
          when: "loss after 60 steps with clipping over that without", zh: "60 步后裁剪与不裁剪的损失之比"),
      ],
      how:
        "a recurrent unit of 15 steps, rate \(rate), bound \(bound), medians of 100 starts from \(Study.starts.lowerBound) to \(Study.starts.upperBound)",
      zh: "15 步的循环单元，学习率 \(rate)，上限 \(bound)，从 \(Study.starts.lowerBound) 到 \(Study.starts.upperBound) 的 100 个起点的中位数")
  }
}
