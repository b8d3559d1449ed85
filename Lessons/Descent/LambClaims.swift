import LessonKit

/// What the notes say of LAMB, measured on one layer in two sizes.
struct LambClaims {
  let study: LambStudy

  /// The first step decides: 500 draws of it cost a few milliseconds.
  init(context: Context) { study = LambStudy(steps: 1, seed: context.seed) }

  var all: [Claim] { [formula, published, sizes, adam] }

  private var how: Phrase {
    Phrase(
      "‖ΔW‖/‖W‖ of the first step, layers of 50 normal weights times 10 and times 0.1, rate 0.01; medians of \(study.draws) draws, the same for both sizes",
      zh:
        "第一步的 ‖ΔW‖/‖W‖；50 个正态权重分别乘 10 与 0.1，学习率 0.01；\(study.draws) 次抽样的中位数，两种大小用同一批抽样")
  }
  private let large = Phrase("large layer", zh: "大层")
  private let small = Phrase("small layer", zh: "小层")

  /// Whether the formula gives each layer the share of its length that LAMB is for.
  private var formula: Claim {
    Claim(
      "lamb.formula", code: "D16", source: "S3",
      Phrase(
        "LAMB is W − (η/‖W‖)·r, a rate adapted layer by layer", zh: "LAMB 为 W − (η/‖W‖)·r，逐层自适应"),
      cases: zip([large, small], 0...).map { name, layer in
        Measurement(
          study.step(0, layer), .equal(to: study.rate, within: .relative(0.01)), when: name)
      }, how: how,
      recorded: .fails(
        correct: Phrase(
          "the norm multiplies: W − η·φ(‖W‖)/‖r + λW‖·(r + λW), a step of η‖W‖ where φ is the identity; dividing makes Adam’s unevenness worse",
          zh: "范数在分子上：W − η·φ(‖W‖)/‖r + λW‖·(r + λW)，φ 为恒等时步长为 η‖W‖；除以范数会加剧 Adam 的不均"),
        source: "You et al. 2020, arXiv 1904.00962, algorithm 2; measured here"))
  }

  /// The published rule on the same layers.
  private var published: Claim {
    Claim(
      "lamb.published", code: "D16", source: "S3",
      Phrase(
        "LAMB as published moves layers of any size by the same share, the rate",
        zh: "论文中的 LAMB 使任意大小的层移动相同的比例，即学习率"),
      cases: zip([large, small], 0...).map { name, layer in
        Measurement(
          study.step(2, layer), .equal(to: 0.01, within: .relative(1e-9)), when: name)
      }, how: how, recorded: .holds)
  }

  /// The notes' formula in numbers: a law of its own, √50·η/‖W‖².
  private var sizes: Claim {
    Claim(
      "lamb.inverted", code: "E4", source: "S3",
      Phrase(
        "Divided by the norm, a large layer moves by 1.46e-5 of itself and one a hundredth its size by 0.144",
        zh: "除以范数时，大层移动自身的 1.46e-5，小 100 倍的层移动 0.144"),
      cases: zip([(1.46e-5, large), (0.144, small)], 0...).map { stated, layer in
        Measurement(
          study.step(0, layer), .equal(to: stated.0, within: .relative(0.05)), when: stated.1)
      }, how: how, recorded: .holds)
  }

  /// Adam, in between.
  private var adam: Claim {
    Claim(
      "lamb.adam", code: "D16", source: "S3",
      Phrase(
        "Adam moves the large layer by 1.02e-3 of itself and the small one by 0.101",
        zh: "Adam 使大层移动自身的 1.02e-3，小层 0.101"),
      cases: zip([(1.02e-3, large), (0.101, small)], 0...).map { stated, layer in
        Measurement(
          study.step(1, layer), .equal(to: stated.0, within: .relative(0.05)), when: stated.1)
      }, how: how, recorded: .holds)
  }
}
