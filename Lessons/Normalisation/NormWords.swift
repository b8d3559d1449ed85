import LessonKit

/// What the figure of the lesson on normalisation and batch size says.
struct NormWords {
  let study: VarianceStudy

  static let names = [
    Phrase("independent normal values", zh: "独立正态值"),
    Phrase("correlated values", zh: "空间相关的值"), Phrase("values after ReLU", zh: "ReLU 之后的值"),
  ]
  static let shortNames = [
    Phrase("i.i.d.", zh: "独立"), Phrase("correlated", zh: "相关"),
    Phrase("after ReLU", zh: "ReLU 后"),
  ]
  /// What the notes say, in percent: batch norm at b = 2 "more than", group norm at b = 1 "only".
  static let (statedBatch, statedGroup) = (6.0, 3.0)
  static let channel = Phrase(
    "channel; each cell a map of \(VarianceStudy.mapCount) values",
    zh: "通道；每格为 \(VarianceStudy.mapCount) 个值的特征图")
  static let pools = [
    Phrase(same: "BN: $n$ = \(Pooling.batch.count(samples: 1)) $b$"),
    Phrase(same: "GN: $n$ = \(Pooling.group.count(samples: 1))"),
    Phrase(same: "LN: $n$ = \(Pooling.layer.count(samples: 1))"),
  ]

  /// A number in percent: "6.2 %".
  static func percent(_ value: Double) -> String {
    Digits.fixed(value, decimals: 1, trim: true) + "\u{2009}%"
  }
  private func percent(_ value: Double) -> String { Digits.fixed(100 * value, decimals: 1) }

  /// The measured errors that the notes speak of, for one kind of values.
  func measured(_ kind: VarianceStudy.Values) -> Phrase {
    let (batch, group) = (percent(study.batch(kind, 2).median), percent(study.group(kind).median))
    return Phrase("BN \(batch) %, GN \(group) %", zh: "BN \(batch)%，GN \(group)%")
  }

  var finding: Phrase {
    let (free, bound) = (study.batch(.independent, 2).median, study.batch(.correlated, 2).median)
    return Phrase(
      "BN at batch size 2: variance \(percent(free)) % off, \(percent(bound)) % if correlated",
      zh: "批量为 2 时 BN 的方差误差：独立 \(percent(free))%，相关时 \(percent(bound))%")
  }

  var subtitle: Phrase {
    let (side, channels) = (VarianceStudy.side, VarianceStudy.channels)
    let group = VarianceStudy.groupChannels
    return Phrase(
      "Maps of \(side) × \(side), \(channels) channels, groups of \(group); error: deviation of estimates over mean",
      zh: "\(side) × \(side) 的特征图，\(channels) 个通道，每组 \(group) 个；误差：方差估计的标准差与均值之比")
  }

  var notes: [Phrase] {
    let maps = Digits.count(study.maps)
    let spread =
      study.seeds > 1
      ? Phrase(
        "Medians and ranges of \(study.seeds) seeds of \(maps) maps.",
        zh: "\(study.seeds) 个种子、各 \(maps) 张图的中位数与范围。")
      : Phrase("One seed of \(maps) maps.", zh: "一个种子，\(maps) 张图。")
    return [
      Phrase(
        "BN, GN, LN: batch, group and layer norm; $b$: batch size. Stated: in the lecture notes.",
        zh: "BN、GN、LN：批归一化、组归一化、层归一化；$b$：批量大小。"),
      spread,
      Phrase(
        "Dashed: $\\sqrt{2/(n-1)}$, the law for independent normal values. Correlated: blurred by a Gaussian, σ = 1 pixel.",
        zh: "虚线：独立正态值的公式 $\\sqrt{2/(n-1)}$。相关：以 σ = 1 像素的高斯核平滑。"),
    ]
  }

  private func list(_ language: Language) -> String {
    VarianceStudy.Values.allCases.map { kind in
      Self.names[kind.rawValue][language] + " " + measured(kind)[language]
    }.joined(separator: language == .english ? "; " : "；")
  }

  var caption: Phrase {
    Phrase(
      "Relative error of the variance, BN with two samples and GN with one: \(list(.english)). Maps of \(VarianceStudy.side) × \(VarianceStudy.side); \(Digits.count(study.seeds, of: "seed")) of \(Digits.count(study.maps)) maps.",
      zh:
        "方差的相对误差，BN 两个样本，GN 一个样本：\(list(.chinese))。\(VarianceStudy.side) × \(VarianceStudy.side) 的特征图；\(study.seeds) 个种子，各 \(Digits.count(study.maps)) 张图。"
    )
  }

  var alt: Phrase {
    Phrase(
      "Plot of curves: the error of the variance against batch size; BN falls, GN and LN are flat. Error for BN at 2, GN at 1: \(list(.english)).",
      zh: "方差误差随批量大小变化的曲线：BN 下降，GN 与 LN 持平。BN（批量 2）与 GN（批量 1）：\(list(.chinese))。")
  }

  /// The numbers behind the figure.
  var tables: [Series] {
    VarianceStudy.Values.allCases.map { kind in
      let errors = study.errors[kind.rawValue]
      let rows = zip(VarianceStudy.batchSizes, errors.batch).map { size, spread in
        [
          Double(size), VarianceStudy.law(Pooling.batch.count(samples: size)), spread.median,
          spread.range.lowerBound, spread.range.upperBound, errors.group.median,
          errors.layer.median,
        ]
      }
      return Series(
        "\(kind)", columns: ["batch", "law", "bn", "bn_least", "bn_most", "gn", "ln"], rows: rows)
    }
  }
}
