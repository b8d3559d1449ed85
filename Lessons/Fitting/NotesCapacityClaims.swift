import LessonKit

/// What the notes say of their four networks, measured at their own settings.
struct NotesCapacityClaims {
  let study: CapacityStudy
  /// How many seeds a full check takes.
  static let seeds = 12

  /// Whether there are so many seeds that a share of them can contradict chance.
  private var canCount: Bool { MedianShare.range(of: study.seeds.count) != 0...1 }

  /// The claims; those on shares of seeds only where there are enough seeds for one to fail.
  var all: [Claim] {
    canCount
      ? [overfits, wins, order, medians, heldOut, mode] : [overfits, order, heldOut, mode]
  }

  private var how: Phrase {
    Phrase(
      "mean square error against x³ − x² at 99 places between the samples, evaluation mode, after 300 epochs; double precision; seeds \(study.seedList.english)",
      zh:
        "300 轮后在评估模式下，样本之间 99 个点对 x³ − x² 的均方误差；双精度；种子 \(study.seedList.chinese)")
  }
  private var median: Phrase {
    let count = study.seeds.count
    return count == 1
      ? Phrase("seed \(study.seeds[0])", zh: "种子 \(study.seeds[0])")
      : Phrase("median of \(count) seeds", zh: "\(count) 个种子的中位数")
  }

  /// Whether the largest network predicts worse than the "normal" one.
  private var overfits: Claim {
    let worse = zip(study.errors(2), study.errors(1)).count { $0 > $1 }
    return Claim(
      "notes-capacity.overfits", code: "A19", source: "S3",
      Phrase(
        "128 units are too many: the network overfits where 32 units do not",
        zh: "128 个单元太大：与 32 个单元的网络不同，它会过拟合"),
      cases: [
        Measurement(study.error(2), .greater(than: 1.25 * study.error(1)), when: median)
      ]
        + (study.seeds.count == 1
          ? []
          : [
            Measurement(
              Double(worse) / Double(study.seeds.count), .greater(than: 0.75),
              when: Phrase("share of seeds on which 128 is worse", zh: "128 个单元更差的种子比例"))
          ]),
      how: how,
      recorded: .fails(
        correct: Phrase(
          "128 units predict as well as 32: \(Numeral.short(study.error(2), digits: 2)) against \(Numeral.short(study.error(1), digits: 2))",
          zh:
            "128 个单元与 32 个预测得一样好：\(Numeral.short(study.error(2), digits: 2)) 对 \(Numeral.short(study.error(1), digits: 2))"
        ), source: "measured here"))
  }

  /// Whether the smallest network underfits, and dropout is normal.
  private var order: Claim {
    let normal = study.error(1)
    return Claim(
      "notes-capacity.order", code: "A19", source: "S3",
      Phrase(
        "4 units underfit; 128 units with dropout are as good as normal",
        zh: "4 个单元欠拟合；128 个单元加 dropout 后恢复正常"),
      cases: [
        Measurement(
          study.error(0), .greater(than: 5 * normal),
          when: Phrase("4 units against 32", zh: "4 个单元对 32 个")),
        Measurement(
          study.error(3), .less(than: 1.25 * normal),
          when: Phrase("128 with dropout against 32", zh: "128 个加 dropout 对 32 个")),
      ], how: how,
      recorded: .depends(
        on: Phrase(
          "which half: 4 units do underfit, but dropout makes the large network several times worse",
          zh: "哪一半：4 个单元确实欠拟合，但 dropout 使大网络差了数倍")))
  }

  /// Whether the largest network predicts better than the "normal" one: it does on some seeds.
  private var wins: Claim {
    let (count, won) = (study.seeds.count, study.wins)
    let chance = MedianShare.range(of: count)
    return Claim(
      "notes-capacity.wins", code: "A19", source: Claim.unstated,
      Phrase(
        "128 units predict better than 32 (PyTorch: on 9 of 12 seeds)",
        zh: "128 个单元比 32 个预测得准（PyTorch：12 个种子中有 9 个）"),
      cases: [
        Measurement(study.error(2), .less(than: study.error(1)), when: median),
        Measurement(
          Double(won) / Double(count), .greater(than: chance.upperBound),
          when: Phrase("share of seeds, beyond chance", zh: "种子比例，超出偶然")),
      ],
      how: how
        + Phrase(
          "; a coin’s share of heads is \(Self.words(chance)) in 95 % of cases or more",
          zh: "；掷硬币时正面的比例至少有 95% 的可能为 \(Self.words(chance))"),
      recorded: .depends(
        on: Phrase(
          "the seed: \(won) of \(count) here, and 9 of 12 is within chance too",
          zh: "种子：此处 \(count) 个中有 \(won) 个，12 个中 9 个也在偶然范围内")))
  }

  /// The errors that the notes leave out. Errors differ twentyfold from seed to seed, and so the medians of two dozens of
  /// seeds differ too; what can be held against a stated median is how many seeds lie below it.
  private var medians: Claim {
    let stated = [6.8, 0.067, 0.058, 0.37]
    let chance = MedianShare.range(of: study.seeds.count)
    return Claim(
      "notes-capacity.medians", code: "A19", source: Claim.unstated,
      Phrase(
        "The four networks’ median errors against the truth are 6.8, 0.067, 0.058 and 0.37",
        zh: "四个网络与真实曲线误差的中位数为 6.8、0.067、0.058 和 0.37"),
      cases: zip(stated, 0..<4).map { stated, kind in
        let (below, own) = (
          study.errors(kind).count { $0 < stated }, Numeral.short(study.error(kind), digits: 2)
        )
        let number = Numeral.short(stated, digits: 2)
        return Measurement(
          Double(below) / Double(study.seeds.count), .inside(chance),
          when: CapacityStudy.names[kind]
            + Phrase(
              ", median \(own): share of seeds below \(number)",
              zh: "，中位数 \(own)：低于 \(number) 的种子比例"))
      },
      how: how
        + Phrase(
          "; of a true median, \(Self.words(chance)) of the seeds lie below it in 95 % of cases or more",
          zh: "；若所述确为中位数，低于它的种子比例至少有 95% 的可能为 \(Self.words(chance))"), recorded: .holds)
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    "\(Numeral.short(range.lowerBound, digits: 2))–\(Numeral.short(range.upperBound, digits: 2))"
  }

  /// Whether what the notes draw could show overfitting at all.
  private var heldOut: Claim {
    let gap = study.own(2).losses.last.map { $0 / (study.own(1).losses.last ?? .nan) } ?? .nan
    return Claim(
      "notes-capacity.shows", code: "E7", source: "S3",
      Phrase(
        "The drawn training losses tell the overfitting network from the normal one",
        zh: "所画的训练损失能区分过拟合与正常的网络"),
      cases: [
        Measurement(
          gap, .less(than: 0.75),
          when: Phrase("training loss of 128 units over that of 32", zh: "128 与 32 个单元的训练损失之比"))
      ], how: Phrase("after 300 epochs, seed \(study.seeds[0])", zh: "300 轮后，种子 \(study.seeds[0])"),
      recorded: .fails(
        correct: Phrase(
          "the two are alike, and no held-out error is drawn", zh: "两者几乎相同，也没有画出测试误差"),
        source: "the script; measured here"))
  }

  /// What training mode does to the curve that the notes draw.
  private var mode: Claim {
    let count = CapacityStudy.passCount
    let losses = study.seeds.indices.map { study.modes(seed: $0) }
    let (first, seeds) = (losses[0], study.seeds.count)
    let medians = (losses.map(\.training).median(), losses.map(\.evaluation).median())
    let several = Phrase("median of \(seeds) seeds: ", zh: "\(seeds) 个种子的中位数：")
    let isAlone = seeds == 1
    let training = Phrase("training mode", zh: "训练模式")
    let own = Phrase("seed \(study.seeds[0]): ", zh: "种子 \(study.seeds[0])：")
    return Claim(
      "notes-capacity.mode", code: "G7", source: "S3",
      Phrase(
        "The curve with dropout, drawn without eval(), is what the network predicts",
        zh: "未调用 eval() 画出的 dropout 曲线就是网络的预测"),
      cases: [
        Measurement(
          first.training, .less(than: 1.25 * first.evaluation), when: own + training)
      ]
        + (isAlone
          ? []
          : [
            Measurement(
              medians.0, .less(than: 1.25 * medians.1), when: several + training)
          ]),
      how: Phrase(
        "loss on the samples, mean of \(count) passes in training mode; in evaluation mode \(Numeral.short(first.evaluation, digits: 3)), median \(Numeral.short(medians.1, digits: 3))",
        zh:
          "样本上的损失，训练模式下 \(count) 次的平均；评估模式下为 \(Numeral.short(first.evaluation, digits: 3))，中位数 \(Numeral.short(medians.1, digits: 3))"
      ),
      recorded: .fails(
        correct: Phrase(
          "training mode drops units at every pass: the loss is \(Numeral.short(first.training, digits: 3)) there and \(Numeral.short(first.evaluation, digits: 3)) in evaluation mode",
          zh:
            "训练模式每次都随机丢弃单元：损失为 \(Numeral.short(first.training, digits: 3))，评估模式下为 \(Numeral.short(first.evaluation, digits: 3))"
        ), source: "PyTorch’s documentation of eval(); measured here"))
  }
}
