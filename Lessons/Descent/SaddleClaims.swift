import LessonKit

/// What the notes say of saddles, and the steps that it takes to leave one, measured.
struct SaddleClaims {
  private let beside = Point(1, 1e-6)
  private let rate = 0.01
  private static let averaged = Rule.momentum.with("ema", 1)

  var all: [Claim] { [shape, closedForm, rushPast, equalRate, ownRate, bothForms, ridge] }

  private func steps(_ rule: Rule, from start: Point) -> Double {
    let escape = SaddleEscape(rule.with(learningRate: rate), from: start, steps: 10_000)
    return escape.step.map(Double.init) ?? .nan
  }

  /// Lowest one way, highest the other, level in the middle.
  private var shape: Claim {
    let middle = Vector2(0, 0)
    let curvature = Landscape.saddle.hessian(at: middle).eigenvalues
    return Claim(
      "saddle.shape", code: "C6", source: "S0",
      Phrase(
        "At a saddle the gradient is 0, lowest one way and highest the other",
        zh: "鞍点处梯度为零：一个方向上最低，另一个方向上最高"),
      cases: [
        Measurement(
          Landscape.saddle.gradient(at: middle).length, .equal(to: 0, within: .absolute(0)),
          when: Phrase("length of the gradient at (0, 0)", zh: "(0, 0) 处梯度的长度")),
        Measurement(
          curvature.largest, .greater(than: 0), when: Phrase("larger curvature", zh: "较大的曲率")),
        Measurement(
          curvature.smallest, .less(than: 0), when: Phrase("smaller curvature", zh: "较小的曲率")),
      ], how: Phrase("x² − y², gradient and Hessian", zh: "x² − y² 的梯度与 Hessian"), recorded: .holds)
  }

  /// Walks against ⌈ln(1/y₀)/ln(1 + 2η)⌉.
  private var closedForm: Claim {
    let starts = [(1e-3, 349.0, "10⁻³"), (1e-6, 698, "10⁻⁶")]
    return Claim(
      "saddle.closed-form", code: "C6", source: Claim.unstated,
      Phrase(
        "Gradient descent leaves the saddle after ln(1/y₀)/ln(1 + 2η) steps: 349 and 698",
        zh: "梯度下降经 ln(1/y₀)/ln(1 + 2η) 步离开鞍点：349 步与 698 步"),
      cases: starts.flatMap { y, count, name in
        [
          Measurement(
            steps(.sgd, from: Point(1, y)), .equal(to: count, within: .absolute(0)),
            when: Phrase("walked, y₀ = \(name)", zh: "实际行走，y₀ = \(name)")),
          Measurement(
            SaddleEscape.closedForm(from: y, rate: rate).rounded(.up),
            .equal(to: count, within: .absolute(0)),
            when: Phrase("formula, y₀ = \(name)", zh: "公式，y₀ = \(name)")),
        ]
      },
      how: Phrase(
        "x² − y², η = 0.01, first step with |y| > 1", zh: "x² − y²，η = 0.01，首次 |y| > 1 的步数"),
      recorded: .holds)
  }

  /// The notes' sentence at one rate; S2 says the same of momentum, in its averaged form.
  private var rushPast: Claim {
    let plain = steps(.sgd, from: beside)
    let rules: [(Rule, Phrase)] = [
      (Self.averaged, Phrase("averaged momentum, the notes’ own form", zh: "平均式动量（讲义的写法）")),
      (.momentum, Phrase("summed momentum, PyTorch’s form", zh: "累加式动量（PyTorch 的写法）")),
      (.adam, "Adam"), (.rmsprop, "RMSprop"),
    ]
    return Claim(
      "saddle.rush-past", code: "C7", source: "S0",
      Phrase(
        "Where gradient descent gets stuck, momentum and Adam rush past the saddle",
        zh: "梯度下降会卡在鞍点附近，而 Momentum、Adam 能冲过去"),
      cases: rules.map { rule, name in
        Measurement(steps(rule, from: beside), .less(than: plain), when: name)
      },
      how: Phrase(
        "steps until |y| > 1 on x² − y² from (1, 10⁻⁶), all rates 0.01, against gradient descent’s",
        zh: "x² − y² 上从 (1, 10⁻⁶) 走到 |y| > 1 的步数，学习率同为 0.01，与梯度下降比较"),
      recorded: .depends(
        on: Phrase(
          "the form and the rate: at one rate averaged momentum is slower; near its own limit it is faster too",
          zh: "写法与学习率：学习率相同时平均式动量更慢；各取自己的上限附近时它也更快")))
  }

  /// The numbers behind it.
  private var equalRate: Claim {
    let rules: [(Rule, Double, Phrase)] = [
      (.sgd, 698, "SGD"), (.momentum, 140, Phrase("summed momentum", zh: "累加式动量")),
      (Self.averaged, 811, Phrase("averaged momentum", zh: "平均式动量")), (.adam, 77, "Adam"),
      (.rmsprop, 17, "RMSprop, α 0.99"), (Rule.rmsprop.with("alpha", 0.9), 72, "RMSprop, α 0.9"),
    ]
    return Claim(
      "saddle.equal-rate", code: "C7", source: Claim.unstated,
      Phrase(
        "At rate 0.01 the saddle is left after 698 steps by SGD, 140 and 811 by momentum, 77 by Adam, 17 by RMSprop",
        zh: "学习率 0.01 时离开鞍点：SGD 698 步，动量 140 步与 811 步，Adam 77 步，RMSprop 17 步"),
      cases: rules.map { rule, count, name in
        Measurement(
          steps(rule, from: beside), .equal(to: count, within: .absolute(0)), when: name)
      },
      how: Phrase("steps until |y| > 1 from (1, 10⁻⁶)", zh: "从 (1, 10⁻⁶) 走到 |y| > 1 的步数"),
      recorded: .holds)
  }

  private static let forms: [(Phrase, @Sendable (Double) -> Rule)] = [
    ("SGD", SaddleTuning.descent),
    (Phrase("summed momentum", zh: "累加式动量"), SaddleTuning.summed),
    (Phrase("averaged momentum", zh: "平均式动量"), SaddleTuning.averaged),
  ]

  private var tunedHow: Phrase {
    Phrase(
      "(κx² − y²)/2 from (1, 10⁻⁶), each at 0.9 of its own limit: 2/κ, 2(1 + β)/κ, 2(1 + β)/((1 − β)κ); β = 0.9",
      zh:
        "(κx² − y²)/2，从 (1, 10⁻⁶) 出发，各取自己上限的 0.9：2/κ、2(1 + β)/κ、2(1 + β)/((1 − β)κ)；β = 0.9"
    )
  }

  /// Each near its own limit: the numbers.
  private var ownRate: Claim {
    let stated: [[Double]] = [[84, 27, 27], [775, 99, 99], [7683, 515, 515]]
    return Claim(
      "saddle.own-rate", code: "C7", source: Claim.unstated,
      Phrase(
        "Near its own limit SGD needs 84, 775, 7683 steps for κ = 10, 100, 1000; momentum 27, 99, 515 in either form",
        zh: "κ = 10、100、1000 时，各取上限附近：SGD 需 84、775、7683 步；两种动量均为 27、99、515 步"),
      cases: zip(SaddleTuning.ratios, stated).flatMap { ratio, counts in
        zip(Self.forms, counts).map { form, count in
          Measurement(
            SaddleTuning.steps(form.1, ratio: ratio, from: beside),
            .equal(to: count, within: .absolute(0)),
            when: form.0 + Phrase(same: ", κ = \(Digits.text(ratio))"))
        }
      }, how: tunedHow, recorded: .holds)
  }

  /// Each near its own limit: momentum wins in both forms.
  private var bothForms: Claim {
    Claim(
      "saddle.momentum-tuned", code: "C7", source: Claim.unstated,
      Phrase(
        "Near its own limit momentum is 3 to 15 times as fast as SGD, in both forms",
        zh: "各取上限附近时，两种动量都比 SGD 快 3 到 15 倍"),
      cases: SaddleTuning.ratios.flatMap { ratio in
        let plain = SaddleTuning.steps(SaddleTuning.descent, ratio: ratio, from: beside)
        return Self.forms.dropFirst().map { name, rule in
          Measurement(
            plain / SaddleTuning.steps(rule, ratio: ratio, from: beside), .inside(3...15),
            when: name + Phrase(same: ", κ = \(Digits.text(ratio))"))
        }
      }, how: tunedHow, recorded: .holds)
  }

  /// A start on the ridge itself.
  private var ridge: Claim {
    let rules: [Rule] = [.sgd, .momentum, Self.averaged, .adam, .rmsprop]
    return Claim(
      "saddle.symmetric", code: "C7", source: Claim.unstated,
      Phrase(
        "From y₀ = 0 no rule ever escapes without noise", zh: "若 y₀ = 0，没有噪声时任何优化器都离不开鞍点"),
      cases: zip(rules, rules.distinctNames).map { rule, name in
        let escape = SaddleEscape(
          rule.with(learningRate: rate), from: Point(1, 0), steps: 10_000)
        return Measurement(escape.reach, .equal(to: 0, within: .absolute(0)), when: name)
      },
      how: Phrase(
        "largest |y| in 10,000 steps from (1, 0) (Lee 2016, arXiv 1602.04915; Jin 2017, arXiv 1703.00887)",
        zh: "从 (1, 0) 走 10,000 步中最大的 |y|（Lee 2016，arXiv 1602.04915；Jin 2017，arXiv 1703.00887）"),
      recorded: .holds)
  }
}
