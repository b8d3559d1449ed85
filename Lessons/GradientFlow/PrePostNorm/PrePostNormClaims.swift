import LessonKit

extension PrePostNorm {
  func findings(_ run: Run) throws -> [Finding] {
    let stacks = Self.kinds.map { kind in
      Study(
        NormPlacement(kind.activation, gain: kind.gain, width: 128, batch: 64, depths: [2, 32]), seeds: Self.seeds,
        from: run.seed)
    }
    return [multipliers(stacks), stable(stacks), stream(run), last(stacks[0]), imitates(run), attention(run)]
  }

  private static let seeds = 10
  private static let kinds: [(activation: Activation, gain: Double, name: Phrase)] = [
    (.relu, 2.0.squareRoot(), "ReLU"), (.gelu, 2.0.squareRoot(), "GELU"), (.tanh, 1, "tanh"),
    (.tanh, 4, Phrase("tanh at gain 4", zh: "tanh，增益 4")),
  ]
  private static let how = Phrase(
    "blocks of 128 units before training, weights of variance 1/n, gain √2 for ReLU and GELU, a normal gradient at the top; medians of \(seeds) seeds",
    zh: "每层 128 个单元，训练之前，权重方差 1/n，ReLU 与 GELU 的增益为 √2，顶端为正态梯度；\(seeds) 个种子的中位数")

  /// What a post-norm block multiplies a gradient by, from the first block's at 2 and at 32 blocks.
  private func multipliers(_ stacks: [Study]) -> Finding {
    let stated: [Measurement.Expectation] = [
      .equal(to: 1, within: .absolute(0.01)), .inside(1.005...1.025), .equal(to: 1.025, within: .absolute(0.005)),
      .equal(to: 1.31, within: .absolute(0.02)),
    ]
    let growth = stacks[3].first(.after)[1].median
    return Finding(
      "pre-post-norm.explodes",
      stacks.indices.map { index in
        Measurement(
          pow(stacks[index].first(.after)[1].median, 1 / 30.0), stated[index],
          when: "factor of a block, \(Self.kinds[index].name)", zh: "每块的倍数，\(Self.kinds[index].name)")
      } + [
        Measurement(
          growth, .equal(to: 4.0e3 / 1.3, within: .relative(0.3)), when: "from 2 to 32 blocks, \(Self.kinds[3].name)",
          zh: "2 到 32 块，\(Self.kinds[3].name)")
      ], how: "gradient of the first block under post-norm; \(Self.how)", zh: "后归一化下第一块的梯度；\(Self.how)")
  }

  /// How the first block's gradient grows from 2 to 32 blocks under pre-norm.
  private func stable(_ stacks: [Study]) -> Finding {
    Finding(
      "pre-post-norm.stable",
      stacks.indices.map { index in
        Measurement(stacks[index].first(.before)[1].median, .inside(0.5...10), when: Self.kinds[index].name)
      }, how: "gradient of the first of 32 blocks over that of the first of 2 under pre-norm; \(Self.how)",
      zh: "前归一化下，32 块与 2 块时第一块的梯度之比；\(Self.how)")
  }

  /// The variance of the stream after 2, 4, 8, 16 and 32 blocks.
  private func stream(_ run: Run) -> Finding {
    func variances(_ activation: Activation) -> [Double] {
      let stack = NormPlacement(activation, width: 256, batch: 64, depths: [32])
      return Study(stack, seeds: 3, from: run.seed, measuresGradients: false).variances(.before).map(\.median)
    }
    let (relu, tanh) = (variances(.relu), variances(.tanh))
    let stated = [(2, 3.0), (4, 5.0), (8, 9.1), (16, 16.9), (32, 33.2)]
    return Finding(
      "pre-post-norm.stream",
      stated.map { blocks, variance in
        Measurement(
          relu[blocks], .equal(to: variance, within: .relative(0.08)), when: "ReLU, \(blocks) blocks",
          zh: "ReLU，\(blocks) 块")
      } + [Measurement(tanh[32], .equal(to: 13.9, within: .relative(0.08)), when: "tanh, 32 blocks", zh: "tanh，32 块")],
      how: "variance of the stream with pre-norm, 256 units, 64 normal inputs, median of 3 seeds",
      zh: "前归一化的主干方差，256 个单元，64 个正态输入，3 个种子的中位数")
  }

  /// The last block's gradient at 32 blocks over that at 2, ReLU.
  private func last(_ study: Study) -> Finding {
    Finding(
      "pre-post-norm.last",
      [
        Measurement(
          study.last(.before)[1].median, .equal(to: (3.0 / 33).squareRoot(), within: .relative(0.1)),
          when: "pre-norm, against √(3/33)", zh: "前归一化，对照 √(3/33)"),
        Measurement(
          study.last(.after)[1].median, .equal(to: 0.91, within: .relative(0.2)), when: "post-norm", zh: "后归一化"),
      ], how: "gradient of the last of 32 blocks over that of the last of 2, ReLU; \(Self.how)",
      zh: "32 块与 2 块时最后一块的梯度之比，ReLU；\(Self.how)")
  }

  /// How far a pre-norm block made to imitate post-norm is from it, by the scale of its input.
  private func imitates(_ run: Run) -> Finding {
    Finding(
      "pre-post-norm.imitates",
      [1, 2, 10].map { scale in
        Measurement(
          NormPlacement.imitationError(scale: scale, width: 64, rows: 64, seed: run.seed), .less(than: 0.01),
          when: "input \(scale, digits: 2) times a normalised one", zh: "输入为归一化后的 \(scale, digits: 2) 倍")
      },
      how:
        "relative difference of x + F(LN(x)) with F(u) = LN(u + G(u)) − u from LN(x + G(x)), G one tanh layer of 64 units",
      zh: "取 F(u) = LN(u + G(u)) − u，x + F(LN(x)) 与 LN(x + G(x)) 的相对差，G 为 64 个单元的一层 tanh")
  }

  /// How much further attention on the path stretches a small change than attention in the branch.
  private func attention(_ run: Run) -> Finding {
    let sizes = [
      (1 / 3.0.squareRoot(), Phrase("PyTorch’s size", zh: "PyTorch 默认")),
      (2.0.squareRoot(), Phrase("He’s size", zh: "He 初始化")),
    ]
    let spreads = sizes.map { size, name in
      Measurement(
        AttentionPlacement(size: size).ratio(blocks: 1, seeds: 7, from: run.seed) { $0[0] / $0[$0.count - 1] },
        .greater(than: 1), when: "condition number, one block, \(name)", zh: "条件数，单块，\(name)")
    }
    let largest = [1, 32].map { blocks in
      Measurement(
        AttentionPlacement(size: 1).ratio(blocks: blocks, seeds: 7, from: run.seed) { $0[0] }, .greater(than: 1),
        when: "largest singular value, \(blocks, "block"), LeCun’s size", zh: "最大奇异值，\(blocks) 块，LeCun 初始化")
    }
    return Finding(
      "pre-post-norm.attention", spreads + largest,
      how:
        "Jacobian of Attn(x) + F(x) against that of x + F(Attn(x)): ratio of their singular values, 8 tokens of 8 numbers, one head, F of two ReLU layers, no normalisation, median of 7 seeds",
      zh: "Attn(x) + F(x) 与 x + F(Attn(x)) 的雅可比矩阵奇异值之比，8 个词元、每个 8 维，单头，F 为两层 ReLU，无归一化，7 个种子的中位数")
  }
}
