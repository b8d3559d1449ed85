import LessonKit

extension NormBatchSize {
  private func conditions(_ errors: VarianceErrors) -> Phrase {
    Phrase(
      "Standard deviation of unbiased variances over their mean; maps of 16 × 16 normal values, group norm over \(VarianceErrors.groupChannels) channels, layer norm over \(VarianceErrors.channels); \(errors.runs.condition), \(errors.maps) maps each.",
      zh:
        "无偏方差估计的标准差与其均值之比；16 × 16 的特征图，数值服从正态分布，组归一化取 \(VarianceErrors.groupChannels) 个通道，层归一化取 \(VarianceErrors.channels) 个；\(errors.runs.condition)，各 \(errors.maps) 张图。"
    )
  }

  /// Batch norm's error falls with the batch, the others' do not.
  func batchFigure(_ run: Run) -> Figure {
    let errors = VarianceErrors(of: [.independent], seeds: seeds, from: run.seed, maps: 2048)
    let sizes = VarianceErrors.batchSizes
    let (batch, group, layer) = (errors.batch(.independent), errors.group(.independent), errors.layer(.independent))
    let (one, most) = (batch[0].median, batch[sizes.count - 1].median)
    return Figure(
      headline: [
        .init(
          "Only batch norm suffers from small batches", zh: "只有批归一化受小批量之害",
          if: one > 2 * group.median && most < group.median)
      ], setting: Phrase("How wrong the variance is that each one estimates", zh: "各种归一化估计的方差有多不准"),
      talk: Phrase(
        "Batch norm measures its variance over the batch: with one sample it is \(percent: one) off, with thirty-two \(percent: most). Group and layer norm measure theirs within a sample, so the batch does not matter.",
        zh: "批归一化的方差取自整个批量：一个样本时误差为 \(percent: one)，32 个样本时为 \(percent: most)。组归一化和层归一化的方差取自样本内部，与批量大小无关。"),
      ask: Phrase(
        "You must train with two images a batch. Which normalisation still works?", zh: "如果每批只能放两张图，哪种归一化还可靠？"),
      protocol: conditions(errors)
    ) {
      Panel(
        x: Axis(categories: sizes.map { .init("\($0)") }, name: Phrase("batch size (samples)", zh: "批量大小（样本数）")),
        y: Axis(Phrase("error of the variance (%, log scale)", zh: "方差的相对误差（%，对数坐标）"), .log), frame: .open
      ) {
        Fan(percentOf: batch, as: .batchNorm, hasDots: true)
        Fan(percentOf: sizes.map { _ in group }, as: .groupNorm)
        Fan(percentOf: sizes.map { _ in layer }, as: .layerNorm)
      }
    }
  }

  /// A batch as a table of samples and channels, three times, each with what one variance takes in.
  var blocksFigure: Figure {
    let (samples, channels) = (4, 8)
    let pools: [(Identity, samples: ClosedRange<Int>, channels: ClosedRange<Int>)] = [
      (.batchNorm, 0...(samples - 1), 2...2), (.groupNorm, 1...1, 0...(channels / 2 - 1)),
      (.layerNorm, 1...1, 0...(channels - 1)),
    ]
    return Figure(
      headline: [.init("Batch norm mixes samples, the others stay within one", zh: "批归一化跨样本统计，其余只在一个样本内")],
      setting: Phrase(
        "Each square is one channel of one sample; the coloured ones share a mean and a variance",
        zh: "每个方格是一个样本的一个通道；着色的方格共用一个均值和方差"),
      talk: Phrase(
        "The table is a batch: a row for each sample, a column for each channel. What is coloured is normalised together. Only batch norm’s block runs through several samples.",
        zh: "这张表是一个批量：每行一个样本，每列一个通道。着色部分一起归一化。只有批归一化的区域跨越多个样本。"),
      ask: Phrase("Which values share one mean and one variance?", zh: "哪些值共用一个均值和方差？"),
      protocol: Phrase("Y. Wu and K. He, Group Normalization, 2018.", zh: "Y. Wu、K. He，Group Normalization，2018。"),
      panels: pools.map { name, ownSamples, ownChannels in
        Panel(
          x: Axis(categories: (1...channels).map { .init("\($0)") }, name: Phrase("channel", zh: "通道")),
          y: Axis(categories: (1...samples).map { .init("\($0)") }, name: Phrase("sample", zh: "样本")), frame: .box,
          heading: name.name, as: name
        ) {
          for row in 0..<samples {
            for column in 0..<channels {
              Region(cells: column...column, row...row, as: nil, shade: 0.12, hasEdge: false, air: 0.06)
            }
          }
          Region(cells: ownChannels, ownSamples, as: name, shade: 0.45)
        }
      })
  }

  /// Batch norm's error at a batch of two, for three kinds of values.
  func correlatedFigure(_ run: Run) -> Figure {
    let study = VarianceErrors(seeds: seeds, from: run.seed, maps: 2048)
    let errors = MapValues.allCases.map { study.batch($0, 2) }
    let times = errors[1].median / errors[0].median
    let dots = NamedDots(
      zip(MapValues.allCases, errors).map { kind, error in
        NamedDots.Row(
          kind.name, error.median * 100, range: (100 * error.lowest)...(100 * error.highest),
          words: "\(percent: error.median)", as: kind == .correlated ? .batchNorm : .batchNorm.greyed)
      })
    return Figure(
      headline: [
        .init(
          "Neighbours that are alike make it \(times, digits: 2) times worse", zh: "相邻值相似使误差扩大到 \(times, digits: 2) 倍",
          if: times > 1.5)
      ], setting: Phrase("Batch norm with a batch of two, by the values in its maps", zh: "批量为 2 的批归一化，取决于特征图中的数值"),
      foot: Phrase("alike: blurred over one pixel", zh: "相邻值相关：以 1 像素平滑"),
      talk: Phrase(
        "The law √(2/(n − 1)) counts independent values. Pixels next to each other say nearly the same, so there are fewer of them than it seems.",
        zh: "公式 √(2/(n − 1)) 数的是相互独立的值。相邻像素几乎相同，所以真正独立的值比看上去少。"),
      ask: Phrase("Is a map of 256 pixels worth 256 independent values?", zh: "256 个像素抵得上 256 个独立的值吗？"),
      protocol: conditions(study)
    ) {
      Panel(x: Axis(Phrase("error of the variance (%)", zh: "方差的相对误差（%）"), domain: 0...20), y: dots.axis, frame: .open)
      {
        dots
        Gap(
          y: 1, from: 100 * errors[0].median, to: 100 * errors[1].median, "",
          strong: Phrase("\(times, digits: 2) times the error", zh: "误差为 \(times, digits: 2) 倍"), takenFrom: 0)
      }
    }
  }

  /// What batch norm puts out where a channel has one value a sample.
  func pairFigure(_ run: Run) -> Figure {
    let edges = (0...25).map { -3.125 + 0.25 * Double($0) }
    let pair = Self.outputs(batch: 2, deviation: 1, seed: run.seed)
    let many = Self.outputs(batch: 32, deviation: 1, seed: run.seed)
    let areSigns = pair.count { abs(abs($0) - 1) < 0.125 } > pair.count * 19 / 20
    return Figure(
      headline: [.init("In a batch of two only the sign survives", zh: "批量为 2 时只剩符号", if: areSigns)],
      setting: Phrase("Outputs of batch norm where a channel has one value a sample", zh: "每个样本每通道只有一个值时批归一化的输出"),
      talk: Phrase(
        "Take two numbers, subtract their mean, divide by their deviation: what is left is plus one and minus one, whatever the numbers were.",
        zh: "取两个数，减去均值再除以标准差：无论原来是什么数，剩下的只有 +1 和 −1。"),
      ask: Phrase(
        "Normalise two numbers by their own mean and deviation. What is left?", zh: "用两个数自身的均值和标准差归一化它们，会剩下什么？"),
      protocol: Phrase(
        "20,000 normal values in batches of 2 and of 32, ε = 10⁻⁵, no scale and shift, seed \(run.seed).",
        zh: "共 20,000 个正态值，批量为 2 与 32，ε = 10⁻⁵，无缩放与平移，种子 \(run.seed)。")
    ) {
      Panel(x: Axis(Phrase("output of batch norm", zh: "批归一化的输出")), y: Axis(Phrase("share", zh: "占比")), frame: .open) {
        Histogram(pair, edges: edges, name: Phrase("batch of 2", zh: "批量 2"), as: .batchNorm)
        Histogram(many, edges: edges, name: Phrase("batch of 32", zh: "批量 32"), as: .noNorm)
        Callout(Phrase("batch of 2", zh: "批量 2"), at: Point(1.125, 0.4), as: .batchNorm, bold: true)
        Callout(Phrase("batch of 32", zh: "批量 32"), at: Point(0.4, 0.1), as: .noNorm, bold: true)
      }
    }
  }
}
