import LessonKit

extension Vanishing {
  func findings(_ run: Run) throws -> [Finding] { [product(run), derivative(run)] + fiveLayers(run) + [optimizers] }

  private static let networks = 20

  /// The median of what is left after all layers of one activation.
  private func left(_ activation: Activation, depth: Int, width: Int, _ scheme: WeightScheme, _ run: Run) -> Double {
    StackGradients([activation], depth: depth, width: width, scheme: scheme, seeds: Self.networks, from: run.seed).left(
      activation)
  }

  /// Twenty sigmoid layers under three customary weights, and the products behind the sentence.
  private func product(_ run: Run) -> Finding {
    let mean = GaussianMean()
    let slope = { (x: Double) in Sigmoid().slope(x) }
    let schemes: [(WeightScheme, Phrase)] = [(.xavier, "Xavier"), (.he, "He"), (.pytorch, "PyTorch")]
    return Finding(
      "vanishing.product",
      schemes.map { scheme, name in
        Measurement(
          left(.sigmoid, depth: 20, width: 64, scheme, run), .less(than: 1e-6), when: "left after 20 layers, \(name)",
          zh: "20 层后剩余，\(name)")
      } + [
        Measurement(
          mean.of(deviation: 1) { slope($0) }, .equal(to: 0.20662, within: .absolute(1e-5)), when: "mean σ′ at N(0, 1)",
          zh: "N(0, 1) 下 σ′ 的均值"),
        Measurement(
          mean.of(deviation: 1) { slope($0) * slope($0) }.squareRoot(), .equal(to: 0.2117, within: .absolute(1e-4)),
          when: "root mean square of σ′ at N(0, 1)", zh: "N(0, 1) 下 σ′ 的均方根"),
      ], how: "20 layers of 64 units before training, median of \(Self.networks) networks; means by the midpoint rule",
      zh: "20 层、每层 64 个单元，训练之前，\(Self.networks) 个网络的中位数；均值用中点法则计算")
  }

  /// The factor of a layer over the root mean square of the derivatives alone.
  private func derivative(_ run: Run) -> Finding {
    let settings: [(Activation, Double)] = [(.sigmoid, 1), (.sigmoid, 4), (.relu, 2.0.squareRoot())]
    let cases = settings.map { activation, spread in
      let scheme = WeightScheme.normal(deviation: spread / 128.0.squareRoot())
      let measured = pow(left(activation, depth: 10, width: 128, scheme, run), 0.1)
      let alone = GrowthModel(activation).factor(spread: spread, depth: 10) / spread
      return Measurement(
        measured / alone, .equal(to: 1, within: .relative(0.1)), when: "\(activation.name), σ_w = \(spread)")
    }
    return Finding(
      "vanishing.derivative", cases,
      how:
        "factor a layer over 10 layers of 128 units, as a multiple of the root mean square of the derivatives; median of \(Self.networks) networks",
      zh: "10 层、每层 128 个单元，每层的倍数与导数均方根之比；\(Self.networks) 个网络的中位数")
  }

  /// Five layers of rectifiers: the product of the mean derivatives, one layer, and Leaky ReLU against ReLU.
  private func fiveLayers(_ run: Run) -> [Finding] {
    let (networks, width, depth) = (100, 256, 5)
    let schemes = [WeightScheme.he, .lecun]
    let stacks = schemes.map {
      StackGradients([.relu, .leakyrelu], depth: depth, width: width, scheme: $0, seeds: networks, from: run.seed)
    }
    let (plain, leaky) = (stacks.map { $0.ends(.relu).mean }, stacks.map { $0.ends(.leakyrelu).mean })
    let how = Phrase(
      "norm of a normal gradient after \(depth) layers of \(width) units over its norm before them, mean of \(networks) networks before training, \(DeepStack.batch) normal inputs each",
      zh: "正态梯度穿过 \(depth) 层（每层 \(width) 个单元）前后的范数之比，\(networks) 个未训练网络的平均，各取 \(DeepStack.batch) 个正态输入")
    return [
      Finding(
        "vanishing.five-relu",
        zip(schemes, plain).map { Measurement($1, .equal(to: pow(0.5, 5), within: .relative(0.5)), when: $0.name) },
        how: how),
      Finding(
        "vanishing.half",
        zip(schemes, plain).map {
          Measurement(pow($1, 1 / Double(depth)), .equal(to: 0.5, within: .absolute(0.1)), when: $0.name)
        }, how: "\(how), fifth root", zh: "\(how)，再开五次方"),
      Finding(
        "vanishing.leaky",
        [
          Measurement(leaky[1] / plain[1], .greater(than: 2), when: "weights of variance 1/n", zh: "权重方差 1/n"),
          Measurement(leaky[0] / plain[0], .greater(than: 2), when: "He’s, each its own", zh: "各用自己的 He 初始化"),
        ], how: how),
    ]
  }

  /// Whether optimizers beyond gradient descent train what it cannot, each at the best of four rates.
  private var optimizers: Finding {
    let depths = [4, 8]
    let plans: [DepthTraining.Plan] = [
      (.sgd, [0.03, 0.1, 0.3, 1]), (.momentum, [0.01, 0.03, 0.1, 0.3]), (.adam, [0.003, 0.01, 0.03, 0.1]),
    ]
    let runs = depths.map { DepthTraining(depth: $0, seeds: 3, plans: plans) }
    let ratios = Phrase.list(runs.map { "\($0.ratio, digits: 2)" })
    return Finding(
      "vanishing.optimizers",
      zip(depths, runs).flatMap { depth, run in
        zip(plans, run.losses).map { plan, loss in
          Measurement(
            loss, plan.rule == .sgd ? .greater(than: 0.5) : .less(than: 0.1),
            when: "\(plan.rule.displayName), \(depth) × \(DepthTraining.width)")
        }
      },
      how:
        "training error of sigmoid networks (target variance 1) after \(DepthTraining.steps) full batches, best of 4 rates, median of 3 seeds; the first weights’ gradient is \(ratios) of the last’s",
      zh: "sigmoid 网络（目标方差 1）经 \(DepthTraining.steps) 次全批量更新后的训练误差，4 个学习率取最佳，3 个种子的中位数；首层权重的梯度为末层的 \(ratios)")
  }
}
