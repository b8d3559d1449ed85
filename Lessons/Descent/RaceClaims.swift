import LessonKit

/// What the notes say of which rule is better, each under the same terms.
struct RaceClaims {
  let context: Context
  private let study: RaceStudy

  /// The rules that the claims speak of, by their place in the study.
  private enum Place {
    static let (sgd, momentum, adagrad, rmsprop, quickRMSprop, adam) = (0, 1, 2, 3, 4, 5)
  }

  init(context: Context) {
    self.context = context
    let starts = RaceStudy.starts(context.count(figure: 40, full: 500), seed: context.seed)
    study = RaceStudy(
      [.sgd, .momentum, .adagrad, .rmsprop, .rmsprop.with("alpha", 0.9), .adam], starts: starts,
      steps: 1000)
  }

  var all: [Claim] {
    [farther, arrives] + (context.budget == .full ? [outOfDips] : []) + [best, width]
  }

  private var terms: String {
    "\(Digits.count(study.starts.count)) starts uniform in [−2, 2] × [−1, 3], 1,000 steps, 25 rates from 1e-5 to 10; median distance over the last 100 steps"
  }
  private var how: Phrase {
    Phrase(
      terms,
      zh:
        "\(Digits.count(study.starts.count)) 个起点均匀取自 [−2, 2] × [−1, 3]，1,000 步，1e-5 到 10 共 25 档学习率；最后 100 步距离的中位数"
    )
  }

  /// The median of a rule at the rate 0.01.
  private func slow(_ rule: Int) -> Double {
    study.fan(rule, rate: 0.01).settled
  }

  /// Share of starts from which one rule ends nearer than another, each at its best common rate.
  private func wins(_ rule: Int, over other: Int) -> Double {
    let (own, others) = (study.results[rule], study.results[other])
    let pairs = zip(own.ends(atRate: own.best.index), others.ends(atRate: others.best.index))
    return Double(pairs.count { $0 < $1 }) / Double(study.starts.count)
  }

  private let tuned = Phrase("each at its best rate", zh: "各取最佳学习率")
  private let equal = Phrase("all at 0.01", zh: "学习率同为 0.01")

  private var farther: Claim {
    let adagrad = study.tuned(Place.adagrad)
    return Claim(
      "race.rmsprop-farther", code: "D8", source: "S2",
      Phrase(
        "In 1,000 steps RMSprop gets farther along the valley than Adagrad",
        zh: "1,000 步内 RMSprop 比 Adagrad 走得更远"),
      cases: [
        Measurement(study.tuned(Place.rmsprop), .less(than: adagrad), when: tuned),
        Measurement(
          study.tuned(Place.quickRMSprop), .less(than: adagrad), when: tuned + ", α = 0.9"),
        Measurement(
          wins(Place.rmsprop, over: Place.adagrad), .greater(than: 0.5),
          when: Phrase("share of starts, each tuned", zh: "起点比例，各自调优")),
        Measurement(slow(Place.rmsprop), .less(than: slow(Place.adagrad)), when: equal),
      ], how: how, recorded: .holds)
  }

  private var arrives: Claim {
    Claim(
      "race.adam-arrives", code: "D9", source: "S2",
      Phrase(
        "In 1,000 steps Adam reaches the minimum, RMSprop cannot",
        zh: "1,000 步内 Adam 能走到最小值，RMSprop 不能"),
      cases: [
        Measurement(study.tuned(Place.adam), .less(than: Arrivals.reach), when: tuned),
        Measurement(
          study.arrived(Place.adam), .greater(than: 0.5),
          when: Phrase("share of Adam’s starts that arrive", zh: "Adam 到达的起点比例")),
        Measurement(
          study.tuned(Place.rmsprop), .greater(than: Arrivals.reach), when: "RMSprop: " + tuned),
        Measurement(
          study.tuned(Place.quickRMSprop), .greater(than: Arrivals.reach),
          when: "RMSprop: " + tuned + ", α = 0.9"),
        Measurement(slow(Place.adam), .less(than: slow(Place.rmsprop)), when: equal),
      ], how: how,
      recorded: .depends(
        on: Phrase(
          "the rate: true when tuned (momentum arrives too, at a median of \(Digits.text(study.tuned(Place.momentum), digits: 2))), false at an equal small rate",
          zh:
            "学习率：调优后成立（动量法也能到达，中位数 \(Digits.text(study.tuned(Place.momentum), digits: 2))）；同用小学习率时不成立"
        )))
  }

  private func share(_ rule: Rule, _ sweep: Sweep) -> Double {
    sweep.run(rule, on: EggBoxStudy.box).best(within: EggBoxStudy.floor).share
  }

  private var dips: Sweep {
    EggBoxStudy.sweep(EggBoxStudy.starts(1000, seed: context.seed), steps: 1000)
  }

  /// Momentum against RMSprop in the egg box.
  private var outOfDips: Claim {
    let sweep = dips
    let stuck = share(.rmsprop, sweep)
    return Claim(
      "race.momentum-out-of-dips", code: "D10", source: "S2",
      Phrase(
        "Where RMSprop is stuck in local minima, momentum gets out of them",
        zh: "RMSprop 陷入局部最小值之处，动量法能够脱身"),
      cases: [0.9, 0.95].map { momentum in
        Measurement(
          share(.momentum.with("momentum", momentum), sweep) / stuck, .greater(than: 1.5),
          when: Phrase(
            "times RMSprop’s share of Rastrigin’s starts, β = \(Digits.text(momentum))",
            zh: "在 Rastrigin 上成功起点数与 RMSprop 之比，β = \(Digits.text(momentum))"))
      },
      how: Phrase(
        "Rastrigin’s function: share of 1,000 starts that end at f < 0.5 after 1,000 steps, each at the best of 25 rates; RMSprop’s is \(RastriginWords.percent(stuck).english)",
        zh:
          "Rastrigin 函数：1,000 个起点走 1,000 步后 f < 0.5 的比例，各取 25 档学习率中最佳；RMSprop 为 \(RastriginWords.percent(stuck).chinese)"
      ),
      recorded: .depends(
        on: Phrase(
          "the ball’s weight: at β = 0.9 hardly more often, at 0.95 twice as often, of a share of about one in a hundred",
          zh: "动量系数：β = 0.9 时几乎没有差别，0.95 时约为两倍，而比例本身仅约百分之一")))
  }

  /// Whether Adam is best, here and there.
  private var best: Claim {
    let others = [Place.sgd, Place.momentum, Place.adagrad, Place.rmsprop, Place.quickRMSprop]
    func least(_ distance: (Int) -> Double) -> Double { others.map(distance).min() ?? .nan }
    var cases = [
      Measurement(
        study.tuned(Place.adam), .less(than: least(study.tuned)), when: "Rosenbrock, " + tuned),
      Measurement(slow(Place.adam), .less(than: least(slow)), when: "Rosenbrock, " + equal),
    ]
    if context.budget == .full {
      let sweep = dips
      let (adam, adagrad) = (share(.adam, sweep), share(.adagrad, sweep))
      cases.append(
        Measurement(
          adam, .greater(than: adagrad),
          when: Phrase(
            "Rastrigin, share that ends in the deepest dip, against Adagrad",
            zh: "Rastrigin，落入最深凹坑的比例，与 Adagrad 相比")))
    }
    return Claim(
      "race.adam-best", code: "D13", source: "S3",
      Phrase("Adam is the best overall, the default choice", zh: "Adam 综合最佳，是默认选择"),
      cases: cases, how: how,
      recorded: .depends(
        on: Phrase(
          "the rate and the function: on Rosenbrock’s, tuned, Adam is best; at a small rate for all, and on Rastrigin’s, it is not",
          zh: "学习率与函数：在 Rosenbrock 上调优后 Adam 最佳；同用小学习率时，或在 Rastrigin 上，则不然")))
  }

  /// How many rates will do.
  private var width: Claim {
    func count(_ rule: Int) -> Double { Double(study.goodRates(rule)) }
    let others = [Place.sgd, Place.adagrad, Place.rmsprop, Place.quickRMSprop]
    return Claim(
      "race.good-rates", code: "D17", source: "S3",
      Phrase(
        "A rule is chosen by the task: SGD, Adam, AdamW, LAMB. Measured instead: Adam is good at more rates than any other",
        zh: "讲义按任务在 SGD、Adam、AdamW、LAMB 中选择。改为实测：Adam 可用的学习率档数最多"),
      cases: [
        Measurement(
          count(Place.adam), .greater(than: count(Place.momentum)),
          when: Phrase("Adam’s good rates against momentum’s", zh: "Adam 的可用档数与动量法相比")),
        Measurement(
          count(Place.adam), .equal(to: 5, within: .absolute(1)),
          when: Phrase("Adam", zh: "Adam")),
        Measurement(
          count(Place.momentum), .equal(to: 2, within: .absolute(1)),
          when: Phrase("momentum", zh: "动量法")),
        Measurement(
          others.map(count).max() ?? .nan, .equal(to: 0, within: .absolute(0)),
          when: Phrase("the most of the others", zh: "其余规则中最多者")),
      ],
      how: Phrase(
        "rates of 25 with a median within \(Digits.text(RaceStudy.good)); \(terms)",
        zh: "25 档学习率中，中位数在 \(Digits.text(RaceStudy.good)) 以内的档数；\(how.chinese)"), recorded: .holds)
  }
}
