import LessonKit

/// What the notes say of a covariance before and after normalisation, and of the bowl it makes, measured.
struct BNConditioningClaims {
  let trials: Standardising
  let seed: Int
  private let pair = BowlPair(correlation: 0.5, start: Vector2(-0.4, 0.5))

  var all: [Claim] { [eigenvalues, steps, rounder, often] }

  private var eigenvalues: Claim {
    let (raw, even) = (pair.raw.hessian.eigenvalues, pair.even.hessian.eigenvalues)
    let before = Phrase("raw", zh: "原始"), after = Phrase("standardised", zh: "标准化后")
    func near(_ value: Double, _ stated: Double, _ when: Phrase) -> Measurement {
      Measurement(value, .equal(to: stated, within: .absolute(0.05)), when: when)
    }
    return Claim(
      "bn-conditioning.eigenvalues", code: "C3", source: "S4",
      Phrase(
        "Eigenvalues 17.2 and 2.8, more than 6 apart, become 1.5 and 0.5, a ratio of 3",
        zh: "特征值由 17.2 和 2.8（比率超过 6）变为 1.5 和 0.5，条件数降至 3"),
      cases: [
        near(raw.largest, 17.2, before + ", λ₁"), near(raw.smallest, 2.8, before + ", λ₂"),
        Measurement(pair.raw.conditionNumber, .greater(than: 6), when: before + ", κ"),
        near(even.largest, 1.5, after + ", λ₁"), near(even.smallest, 0.5, after + ", λ₂"),
        near(pair.even.conditionNumber, 3, after + ", κ"),
      ],
      how: Phrase(
        "covariance [[16, 4], [4, 4]]: the notes’ variances, and the correlation 0.5 that gives their eigenvalues",
        zh: "协方差 [[16, 4], [4, 4]]：讲义的方差，以及得出其特征值的相关系数 0.5"),
      recorded: .holds)
  }

  private var steps: Claim {
    Claim(
      "bn-conditioning.steps", code: "C3", source: "S4",
      Phrase(
        "Descent is faster: 42.3 steps to a millionth of the distance become 19.9",
        zh: "训练更快：距离缩到百万分之一由 42.3 步变为 19.9 步"),
      cases: zip([42.3, 19.9], pair.bowls.indices).flatMap { stated, index in
        let name = Phrase(index == 0 ? "raw" : "standardised", zh: index == 0 ? "原始" : "标准化后")
        return [
          Measurement(
            pair.bowls[index].lawfulSteps, .equal(to: stated, within: .absolute(0.05)),
            when: name + Phrase(", by the law", zh: "，按公式")),
          Measurement(
            Double(pair.steps[index]), .equal(to: stated.rounded(.up), within: .absolute(0)),
            when: name + Phrase(", whole steps walked", zh: "，实际走的整步数")),
        ]
      },
      how: Phrase(
        "gradient descent at 2/(λ₁ + λ₂) from the same model; the distance shrinks by (κ − 1)/(κ + 1) a step from any start",
        zh: "梯度下降，学习率 2/(λ₁ + λ₂)，起点为同一模型；从任意起点出发，每步距离缩为 (κ − 1)/(κ + 1)"),
      recorded: .holds)
  }

  private var rounder: Claim {
    let cases = Standardising.Way.allCases.flatMap { way in
      Standardising.dimensions.map { size in
        Measurement(
          trials.share(way, size).share, .equal(to: 0, within: .absolute(0)),
          when: Phrase("\(way), d = \(size)", zh: "\(Self.name(way))，d = \(size)"))
      }
    }
    return Claim(
      "bn-conditioning.rounder", code: "C4", source: "S4",
      Phrase(
        "Standardising reshapes the landscape into a sphere: it gets rounder",
        zh: "标准化对损失景观做“球化”重塑：变得更圆"),
      cases: cases,
      how: Phrase(
        "share of \(Digits.count(trials.draws)) random covariances whose condition number standardising raises; random eigenvalues: log-uniform over 2 decades, axes uniform; few samples: XᵀX of d samples of d normals; random units: the same with log-normal units, σ = 1",
        zh:
          "\(Digits.count(trials.draws)) 个随机协方差中标准化使条件数变大的比例；特征值随机：在两个数量级内对数均匀、方向均匀；样本少：d 个 d 维正态样本的 XᵀX；单位随机：再乘对数正态单位，σ = 1"
      ),
      recorded: .depends(
        on: Phrase(
          "the dimension: never worse for two features; from three on sometimes, by a factor that is bounded (van der Sluis 1969)",
          zh: "维数：两个特征时从不变差；三个起有时变差，但倍数有界（van der Sluis 1969）")))
  }

  /// How often, in three dimensions, against the shares of the list of claims: within three standard errors.
  private var often: Claim {
    func near(_ share: Standardising.Share, _ stated: Double, _ when: Phrase) -> Measurement {
      let error = (stated * (1 - stated) / Double(share.draws)).squareRoot()
      return Measurement(
        share.share, .equal(to: stated, within: .absolute(0.0015 + 3 * error)), when: when)
    }
    let wishart = zip([3, 5, 10], [0.05, 0.039, 0.032]).map { samples, stated in
      near(
        Standardising.share(ofSamples: samples, size: 3, draws: trials.draws, seed: seed), stated,
        Phrase("\(samples) samples", zh: "\(samples) 个样本"))
    }
    return Claim(
      "bn-conditioning.often", code: "C4", source: "S4",
      Phrase(
        "In three dimensions standardising worsens some 3 to 8 % of covariances, few where units differ",
        zh: "三维时，标准化使约 3% 至 8% 的协方差变差；单位相差悬殊时很少变差"),
      cases: wishart + [
        near(trials.share(.spectrum, 3), 0.085, Phrase("log-uniform spectrum", zh: "对数均匀谱")),
        Measurement(
          trials.share(.units, 3).share, .inside(0.003...0.02),
          when: Phrase("random units", zh: "单位随机")),
      ],
      how: Phrase(
        "\(Digits.count(trials.draws)) draws each; shares as counted, within three standard errors",
        zh: "各抽取 \(Digits.count(trials.draws)) 次；比例在三倍标准误内"), recorded: .holds)
  }

  private static func name(_ way: Standardising.Way) -> String {
    switch way {
    case .spectrum: "特征值随机"
    case .samples: "样本少"
    case .units: "单位随机"
    }
  }
}
