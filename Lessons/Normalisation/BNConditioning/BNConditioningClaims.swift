import LessonKit

extension BNConditioning {
  private static let draws = 20_000

  func findings(_ run: Run) throws -> [Finding] {
    let shares = Standardising.shares(draws: Self.draws, seed: run.seed)
    return [eigenvalues, steps, rounder(shares), often(shares, run)]
  }

  private var bowls: [(name: Phrase, bowl: FeatureBowl)] {
    let raw = FeatureBowl.course
    return [(Phrase("raw", zh: "原始"), raw), (Phrase("standardised", zh: "标准化后"), raw.standardised)]
  }

  private var eigenvalues: Finding {
    let stated = [(17.2, 2.8), (1.5, 0.5)]
    let values = bowls.map(\.bowl.covariance.eigenvalues)
    let cases = zip(bowls, zip(values, stated)).flatMap { item, pair in
      [
        near(pair.0.largest, pair.1.0, within: 0.05, "\(item.name), λ₁"),
        near(pair.0.smallest, pair.1.1, within: 0.05, "\(item.name), λ₂"),
      ]
    }
    let conditions = [
      Measurement(values[0].largest / values[0].smallest, .greater(than: 6), when: "\(bowls[0].name), κ"),
      near(values[1].largest / values[1].smallest, 3, within: 0.05, "\(bowls[1].name), κ"),
    ]
    return Finding(
      "bn-conditioning.eigenvalues", cases + conditions,
      how: "covariance [[16, 4], [4, 4]]: variances 16 and 4, and the correlation 0.5 that gives the eigenvalues",
      zh: "协方差 [[16, 4], [4, 4]]：方差 16 与 4，以及得出这些特征值的相关系数 0.5")
  }

  private func near(_ value: Double, _ stated: Double, within: Double, _ when: Phrase) -> Measurement {
    Measurement(value, .equal(to: stated, within: .absolute(within)), when: when)
  }

  private var steps: Finding {
    let (share, start) = (1e-6, Vector2(-0.4, 0.5))
    let starts = [start, FeatureBowl.course.standardised(start)]
    let cases = zip(zip(bowls, starts), [42.3, 19.9]).flatMap { item, stated in
      let (bowl, start) = (item.0.bowl, item.1)
      let walk = bowl.walk(from: start, to: share)
      let arrival = walk.firstStep(within: share * start.length, of: Vector2(0, 0))
      return [
        near(bowl.lawfulSteps(to: share), stated, within: 0.05, item.0.name + Phrase(", by the law", zh: "，按公式")),
        near(
          arrival.map(Double.init) ?? .nan, stated.rounded(.up), within: 0,
          item.0.name + Phrase(", whole steps walked", zh: "，实际走的整步数")),
      ]
    }
    return Finding(
      "bn-conditioning.steps", cases,
      how:
        "gradient descent at 2/(λ₁ + λ₂) from the same model; the distance shrinks by (κ − 1)/(κ + 1) a step from any start",
      zh: "梯度下降，学习率 2/(λ₁ + λ₂)，起点为同一模型；从任意起点出发，每步距离缩为 (κ − 1)/(κ + 1)")
  }

  private func rounder(_ shares: [[Proportion]]) -> Finding {
    let cases = Standardising.Way.allCases.flatMap { way in
      zip(Standardising.dimensions, shares[way.rawValue]).map { size, found in
        near(found.share, 0, within: 0, Phrase("\(way.name), d = \(size)", zh: "\(way.name)，d = \(size)"))
      }
    }
    return Finding(
      "bn-conditioning.rounder", cases,
      how:
        "share of \(Self.draws) random covariances whose condition number standardising raises; random eigenvalues: log-uniform over 2 decades, axes uniform; few samples: XᵀX of d samples of d normals; random units: the same with log-normal units, σ = 1",
      zh: "\(Self.draws) 个随机协方差中标准化使条件数变大的比例；特征值随机：在两个数量级内对数均匀、方向均匀；样本少：d 个 d 维正态样本的 XᵀX；单位随机：再乘对数正态单位，σ = 1")
  }

  /// How often, in three dimensions, against the shares of the list of claims: within three standard errors.
  private func often(_ shares: [[Proportion]], _ run: Run) -> Finding {
    func near(_ found: Proportion, _ stated: Double, _ when: Phrase) -> Measurement {
      let error = (stated * (1 - stated) / Double(found.trials)).squareRoot()
      return self.near(found.share, stated, within: 0.0015 + 3 * error, when)
    }
    let wishart = zip([3, 5, 10], [0.05, 0.039, 0.032]).map { samples, stated in
      near(
        Standardising.share(ofSamples: samples, size: 3, draws: Self.draws, seed: run.seed), stated,
        Phrase("\(samples) samples", zh: "\(samples) 个样本"))
    }
    return Finding(
      "bn-conditioning.often",
      wishart + [
        near(shares[0][1], 0.085, Phrase("log-uniform spectrum", zh: "对数均匀谱")),
        Measurement(shares[2][1].share, .inside(0.003...0.02), when: "random units", zh: "单位随机"),
      ], how: "\(Self.draws) draws each; shares as counted, within three standard errors",
      zh: "各抽取 \(Self.draws) 次；比例在三倍标准误内")
  }
}
