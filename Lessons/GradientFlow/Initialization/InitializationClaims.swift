import LessonKit

extension Initialization {
  func findings(_ run: Run) throws -> [Finding] { [signal(run), loss(run), minima] }

  /// The second moment of the activations, a layer, under zero, 0.01, Xavier and He.
  private func signal(_ run: Run) -> Finding {
    let (depth, width) = (10, 256)
    let study = SignalSizes(
      [.normal(deviation: 0), .normal(deviation: 0.01), .xavier, .he], depth: depth, width: width, seeds: 10,
      from: run.seed)
    func factor(_ scheme: Int) -> Double {
      let sizes = study.sizes(scheme).map(\.median)
      return pow(sizes[depth] / sizes[0], 2 / Double(depth))
    }
    let expected = [0, Double(width) * 1e-4 / 2, 0.5, 1]
    return Finding(
      "initialization.signal",
      zip(["0", "0.01", "Xavier", "He"].indices, expected).map { index, value in
        Measurement(
          factor(index), .equal(to: value, within: .relative(0.1)),
          when: [Phrase("weights of 0", zh: "权重为 0"), Phrase("deviation 0.01", zh: "标准差 0.01"), "Xavier", "He"][index])
      },
      how:
        "factor a layer of the mean square over \(depth) ReLU layers of \(width) units, \(SignalSizes.batch) normal inputs; \(study.runs.condition)",
      zh: "均方激活值每层的倍数，\(depth) 层 ReLU、每层 \(width) 个单元，\(SignalSizes.batch) 个正态输入；\(study.runs.condition)")
  }

  /// The loss from He’s weights against that from others.
  private func loss(_ run: Run) -> Finding {
    let study = DigitStarts(Self.schemes + [.pytorch, .normal(deviation: 0)], rate: 0.1, seeds: 5, from: run.seed)
    let names: [Phrase] = [
      "He", "Xavier", Phrase("deviation 0.01", zh: "标准差 0.01"), "PyTorch", Phrase("weights of 0", zh: "权重为 0"),
    ]
    return Finding(
      "initialization.loss",
      (1..<names.count).map { index in
        Measurement(
          study.last(0) / study.last(index), .less(than: 0.5), when: "He against \(names[index])",
          zh: "He 对 \(names[index])")
      },
      how:
        "training loss after \(DigitStarts.steps) full batches at rate 0.1 over that of the other start; \(DigitStarts.hidden) hidden ReLU layers of \(DigitStarts.width) units, \(DigitStarts.digits) digits; median of 5 seeds",
      zh:
        "学习率 0.1 的 \(DigitStarts.steps) 个全批量之后训练损失之比；\(DigitStarts.hidden) 个 ReLU 隐藏层、每层 \(DigitStarts.width) 个单元，\(DigitStarts.digits) 个手写数字；5 个种子的中位数"
    )
  }

  /// The share of starts that the least favoured of four minima draws.
  private var minima: Finding {
    let study = BasinStudy()
    let cells = study.cells
    let shares = BasinStudy.landscape.minima.indices.map { number in
      Double(cells.count { Int($0) == number }) / Double(cells.count)
    }
    return Finding(
      "initialization.minima",
      [Measurement(shares.min() ?? 0, .greater(than: 0.1), when: "least share of four", zh: "四者中最小的占比")],
      how:
        "share of \(cells.count) starts in [−5, 5]² from which gradient descent reaches each minimum of Himmelblau’s function",
      zh: "[−5, 5]² 内 \(cells.count) 个起点中，梯度下降到达 Himmelblau 函数每个极小值点的占比")
  }
}
