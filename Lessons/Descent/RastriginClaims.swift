import LessonKit

/// What the notes say of walks on Rastrigin's function, measured.
struct RastriginClaims {
  let context: Context
  /// What the figure found of rules at their defaults, by name.
  let shares: [String: Double]
  private let steps = 1000

  /// Claims that take from a figure's study what it has of plain rules at 1,000 steps.
  init(context: Context, study: EggBoxStudy? = nil, rules: [Rule] = []) {
    self.context = context
    var shares: [String: Double] = [:]
    for (i, rule) in rules.enumerated() {
      let isPlain = rule == Rule(rule.name).with(learningRate: rule["lr"] ?? 1)
      if let study, isPlain { shares[rule.name] = study.share(i) }
    }
    self.shares = shares
  }

  var all: [Claim] { [dips, basin] + stuckOrFree }

  /// How many local minima there are.
  private var dips: Claim {
    let axis = Double(EggBoxStudy.minimaPerAxis)
    return Claim(
      "rastrigin.minima", code: "C13", source: "S2",
      Phrase(
        "Rastrigin’s function is full of local minima: 121 in [−5.12, 5.12]²",
        zh: "Rastrigin 函数布满局部最小值：[−5.12, 5.12]² 内有 121 个"),
      states: 121, measured: axis * axis, within: .absolute(0),
      how: Phrase(
        "places on the x axis where the slope turns from down to up, of 100,000; squared, since f is a sum of a function of x and the same of y",
        zh: "x 轴 100,000 个点上斜率由负变正的次数；因 f 是 x 与 y 的同一函数之和，再平方"))
  }

  /// How large the deepest dip is: what a rule without any memory gets for nothing.
  ///
  /// 1 in 121 is 0.83 %, but the dips at the rim are cut off by it: the others are larger than that.
  private var basin: Claim {
    return Claim(
      "rastrigin.basin", code: "D10", source: "S2",
      Phrase(
        "The deepest dip takes up about a hundredth of the view", zh: "最深的凹坑约占视野的百分之一"),
      states: 0.01, measured: insideShare, within: .absolute(0.001),
      how: Phrase(
        "the square between the ridges next to the minimum, \(Digits.text(side, digits: 5)) a side, against 10.24 a side",
        zh: "最小值点两侧山脊之间的正方形（边长 \(Digits.text(side, digits: 5))）与边长 10.24 的视野之比"))
  }

  private var side: Double { 2 * EggBoxStudy.halfWidth }

  /// The share of the view that lies in the deepest dip.
  private var insideShare: Double {
    let view = EggBoxStudy.box.view.x
    let share = side / (view.upperBound - view.lowerBound)
    return share * share
  }

  /// Who ends in the deepest dip. At full budget each rule has the rate that suits it best on the very starts that are
  /// counted, as favourable as can be; otherwise the figure's own shares, or those of a hundred starts.
  private var stuckOrFree: [Claim] {
    let starts = EggBoxStudy.starts(context.count(figure: 100, full: 2000), seed: context.seed)
    let sweep = EggBoxStudy.sweep(starts, steps: steps)
    let isFull = context.budget == .full
    func share(_ rule: Rule) -> Double {
      if !isFull, let share = shares[rule.name] { return share }
      return sweep.run(rule, on: EggBoxStudy.box).best(within: EggBoxStudy.floor).share
    }
    let balls = isFull ? [0.9, 0.95, 0.99] : [0.9]
    let rolled = balls.map { share(.momentum.with("momentum", $0)) }
    let adagrad = share(.adagrad)
    let spread = 3 * (adagrad * (1 - adagrad) / Double(starts.count)).squareRoot()
    return [
      Claim(
        "rastrigin.rmsprop-stuck", code: "D10", source: "S2",
        Phrase("RMSprop gets stuck in a local minimum", zh: "RMSprop 会陷入局部最小值"),
        cases: [
          Measurement(
            share(.rmsprop), .less(than: 0.02),
            when: Phrase("share that ends in the deepest dip", zh: "落入最深凹坑的比例"))
        ], how: how, recorded: .holds),
      Claim(
        "rastrigin.momentum-settles", code: "D10", source: "S2",
        Phrase(
          "Momentum climbs hill after hill and settles near the global optimum",
          zh: "动量法能翻越一个又一个山丘，最终在全局最优附近稳定"),
        cases: zip(balls, rolled).map { momentum, share in
          Measurement(
            share, .greater(than: 0.5), when: Phrase(same: "β = \(Digits.text(momentum))"))
        } + (isFull ? [tunedPerStart(sweep)] : []),
        how: how, recorded: .fails(correct: correct(rolled), source: "measured here")),
      Claim(
        "rastrigin.adagrad", code: "D10", source: "S2",
        Phrase(
          "At a rate far beyond the usual, Adagrad ends in the deepest dip from 46.5 % of starts",
          zh: "学习率远超常用值时，Adagrad 从 46.5% 的起点落入最深的凹坑"),
        states: 0.465, measured: adagrad, within: .absolute(max(0.03, spread)), how: how),
    ]
  }

  /// Momentum with a rate of its own for every start.
  private func tunedPerStart(_ sweep: Sweep) -> Measurement {
    let ends = sweep.run(.momentum, on: EggBoxStudy.box).endsTunedPerStart
    let share = Double(ends.count { $0 < EggBoxStudy.floor }) / Double(ends.count)
    return Measurement(
      share, .greater(than: 0.5),
      when: Phrase("β = 0.9, each start at its own best rate", zh: "β = 0.9，每个起点各取最佳学习率"))
  }

  private var how: Phrase {
    Phrase(
      "share of 2,000 starts, uniform in [−5.12, 5.12]², that end at f < 0.5 after 1,000 steps; each rule at the best of 25 rates from 1e-5 to 10",
      zh: "[−5.12, 5.12]² 内均匀抽取的 2,000 个起点，1,000 步后 f < 0.5 的比例；各规则从 1e-5 到 10 的 25 档学习率取最佳")
  }

  private func correct(_ rolled: [Double]) -> Phrase {
    let inside = RastriginWords.percent(insideShare)
    let (least, most) = (rolled.min() ?? .nan, rolled.max() ?? .nan)
    let low = Digits.text(100 * least, digits: 2)
    let range =
      least == most
      ? RastriginWords.percent(least)
      : Phrase("\(low) to ", zh: "\(low)% 到 ") + RastriginWords.percent(most)
    return Phrase(
      "it does so from \(range.english) of starts, and \(inside.english) of the view is that dip: one run is no property",
      zh: "只有 \(range.chinese) 的起点如此，而该坑本就占视野的 \(inside.chinese)：一次运行不能当作性质")
  }
}
