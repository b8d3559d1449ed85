import LessonKit

extension Skips {
  func findings(_ run: Run) throws -> [Finding] { [highway(run), trains(run)] + trio(run) + [stream(run)] + floors }

  private static let seeds = 7

  private func study(_ kinds: [ResidualStack.Kind], _ depths: [Int], _ run: Run) -> Study {
    Study(kinds, depths: depths, width: 128, batch: 64, seeds: Self.seeds, from: run.seed)
  }

  private static let how = Phrase(
    "blocks of two ReLU layers of 128 units, He’s weights, batch of 64 normal inputs, before training; median of \(seeds) seeds",
    zh: "每块两层 ReLU、每层 128 个单元，He 初始化，批量为 64 的正态输入，训练之前；\(seeds) 个种子的中位数")

  /// What comes back through branches that pass on little: with skips and without.
  private func highway(_ run: Run) -> Finding {
    let kinds = [true, false].map { ResidualStack.Kind(hasSkip: $0, hasNorm: false, branch: 1 / 6) }
    let study = study(kinds, [32], run)
    return Finding(
      "residual.highway",
      [
        Measurement(study.share(0), .inside(0.5...4), when: "with skips", zh: "有残差连接"),
        Measurement(study.share(1), .less(than: 1e-20), when: "without", zh: "没有"),
      ],
      how:
        "gradient after the first of 32 blocks over that after the last, branches a sixth of He’s size, as PyTorch’s default weights make them; \(Self.how)",
      zh: "32 个块中第一块与最后一块之后的梯度之比，支路为 He 初始化的 1/6，与 PyTorch 默认权重相当；\(Self.how)")
  }

  /// What 4 and 32 blocks have learned, with skips and without.
  private func trains(_ run: Run) -> Finding {
    let study = ResidualLearning(depths: [4, 32], steps: 40, seeds: Self.seeds, from: run.seed)
    return Finding(
      "residual.trains",
      [
        Measurement(
          study.loss(blocks: 4, hasSkip: true), .less(than: 0.05), when: "with skips, 4 blocks", zh: "有残差连接，4 块"),
        Measurement(
          study.loss(blocks: 32, hasSkip: true), .less(than: 0.05), when: "with skips, 32 blocks", zh: "有残差连接，32 块"),
        Measurement(
          study.loss(blocks: 32, hasSkip: false), .inside(0.95...1.05), when: "without, 32 blocks", zh: "没有残差连接，32 块"),
      ],
      how:
        "mean squared error of a target of variance 1 after \(40) steps of Adam from PyTorch’s default weights, median of \(Self.seeds) seeds",
      zh: "从 PyTorch 默认初始化出发，Adam 训练 \(40) 步之后的均方误差（目标方差为 1），\(Self.seeds) 个种子的中位数")
  }

  /// The gradient at the first block for batch norm alone, skips alone and all three, at 8, 16 and 32 blocks.
  private func trio(_ run: Run) -> [Finding] {
    let depths = [8, 16, 32]
    let kinds: [(ResidualStack.Kind, Phrase, stated: [Double], share: Double)] = [
      (.init(hasSkip: true, hasNorm: true, order: .after), Phrase("all three", zh: "三者合用"), [5.4, 12, 30], 0.15),
      (Study.both, Phrase("all three, norm first", zh: "三者合用，先归一化"), [3.9, 7.4, 15], 0.15),
      (.init(hasSkip: false, hasNorm: true, order: .after), Phrase("no skips", zh: "没有残差连接"), [17, 4e2, 2e5], 0.3),
      (Study.skip, Phrase("no norm", zh: "没有归一化"), [11, 170, 4e4], 0.5),
    ]
    let study = study(kinds.map(\.0), depths, run)
    func cases(_ kinds: Range<Int>, _ wanted: (Int, Int) -> Measurement.Expectation, _ names: [Phrase]) -> [Measurement]
    {
      kinds.flatMap { kind in
        depths.indices.map { index in
          Measurement(
            study.shares(kind)[index].median, wanted(kind, index), when: "\(names[kind]), \(depths[index]) blocks",
            zh: "\(names[kind])，\(depths[index]) 块")
        }
      }
    }
    let names = kinds.map(\.1)
    let how = Phrase(
      "gradient after the first block over that after the last; \(Self.how)", zh: "第一块与最后一块之后的梯度之比；\(Self.how)")
    return [
      Finding("residual.complete", cases(0..<2, { _, _ in .inside(0.5...2) }, names), how: how),
      Finding(
        "residual.trio", cases(0..<4, { .equal(to: kinds[$0].stated[$1], within: .relative(kinds[$0].share)) }, names),
        how: how),
    ]
  }

  /// The variance of the stream after 2, 4, 8, 16 blocks, and with branches of 1/√L.
  private func stream(_ run: Run) -> Finding {
    let root = ResidualStack.Kind(hasSkip: true, hasNorm: false, branch: 1 / 32.0.squareRoot())
    let study = study([Study.skip, root], [32], run)
    let variances = study.variances(0).map(\.median)
    return Finding(
      "residual.stream",
      [2, 4, 8, 16, 32].map { blocks in
        Measurement(
          pow(variances[blocks], 1 / Double(blocks)), .equal(to: 2, within: .relative(0.05)),
          when: "a block, over \(blocks)", zh: "\(blocks) 块平均每块")
      } + [
        Measurement(
          study.variances(1)[32].median, .equal(to: 2.6, within: .relative(0.1)), when: "32 blocks, branches of 1/√32",
          zh: "32 块，支路乘 1/√32")
      ], how: "variance of the stream over that of the input; \(Self.how)", zh: "主干方差与输入方差之比；\(Self.how)")
  }

  /// What a block passes on where its branch cancels the input.
  private var floors: [Finding] {
    ["residual.bound", "residual.floor"].map { id in
      Finding(
        id, [Measurement(ResidualStack.passed(slope: -1), .greater(than: 0), when: "F′ = −1")],
        how: "gradient through a block of two ReLU units whose branch computes −x, by automatic differentiation",
        zh: "支路计算 −x 的残差块（两个 ReLU 单元）的梯度，由自动微分得到")
    }
  }
}
