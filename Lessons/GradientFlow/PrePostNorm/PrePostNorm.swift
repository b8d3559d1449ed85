import LessonKit

/// # Pre-norm and post-norm
///
/// Layer normalisation can stand on the stream, LN(x + F(x)), or in the branch, x + F(LN(x)). What does its place do to the
/// gradients of a deep network, and what does it cost?
struct PrePostNorm: Lesson {
  static let page = Page(
    "pre-post-norm", in: .gradientFlow, title: Phrase("Pre-norm and post-norm", zh: "前归一化与后归一化"),
    question: Phrase(
      "Where should layer norm stand in a residual block: before the branch or after the sum?",
      zh: "残差块里的层归一化应放在哪里：支路之前，还是相加之后？"),
    examples: [
      .init("--gain 1", shows: Phrase("weights of LeCun’s size", zh: "LeCun 初始化的权重")),
      .init("--act relu --gain 1.41", shows: Phrase("ReLU with He’s weights", zh: "ReLU 与 He 初始化")),
      .init("--figure stream --depth 64", shows: Phrase("a deeper stream", zh: "更深的主干")),
    ])

  @Option("depth", in: 2...64, unit: "blocks", help: Phrase("how many blocks at most", zh: "最多多少个残差块")) var depth = 32
  @Option("act", help: Phrase("the activation in the branch", zh: "支路里的激活函数")) var activation = Activation.tanh
  @Option("gain", in: 0.1...20, help: Phrase("the first weights against LeCun’s size", zh: "第一层权重相对 LeCun 初始化的倍数"))
  var gain = 4.0
  @Option("width", in: 2...256, unit: "units", help: Phrase("units of each layer", zh: "每层的单元数")) var width = 64
  @Option("seeds", in: 1...20) var seeds = 3

  var figures: [LessonFigure] {
    [
      LessonFigure("depth", "The first block’s gradient, by depth", zh: "第一个残差块的梯度与深度", needsOpenBLAS: true) {
        depthFigure(Study(self, $0))
      },
      LessonFigure("stream", "The variance of the stream, block by block", zh: "主干的方差，逐块变化", needsOpenBLAS: true) {
        streamFigure(Study(self, $0, measuresGradients: false))
      },
      LessonFigure("last", "The last block’s gradient, by depth", zh: "最后一个残差块的梯度与深度", needsOpenBLAS: true) {
        lastFigure(Study(self, $0))
      },
    ]
  }

  /// A few of the first depths, then quarters of the one that was asked for.
  fileprivate var depths: [Int] {
    let quarters = [1, 2, 3, 4].map { $0 * depth / 4 }.filter { $0 > 4 }
    return ([1, 2, 4].filter { $0 < depth } + quarters + [depth]).reduce(into: []) { depths, next in
      if depths.last != next { depths.append(next) }
    }
  }
}

extension PrePostNorm {
  /// Stacks of blocks with the norm in either place, of several seeds.
  struct Study: Sendable {
    let depths: [Int]
    /// By seed, first pre-norm, then post-norm.
    let runs: Repeated<[NormPlacement.Outcome]>

    init(_ stack: NormPlacement, seeds: Int, from first: Int, measuresGradients: Bool = true) {
      depths = stack.depths
      runs = Repeated(seeds, from: first) { seed in
        [.before, .after].map { stack.run($0, seed: seed, measuresGradients: measuresGradients) }
      }
    }

    init(_ lesson: PrePostNorm, _ run: Run, measuresGradients: Bool = true) {
      let stack = NormPlacement(
        lesson.activation, gain: lesson.gain, width: lesson.width, batch: lesson.width, depths: lesson.depths)
      self.init(stack, seeds: lesson.seeds, from: run.seed, measuresGradients: measuresGradients)
    }

    /// The first block's gradient by depth, over that at the least depth.
    func first(_ place: NormPlacement.Place) -> [Spread] { growth(place, \.first) }
    /// The last block's gradient by depth, over that at the least depth.
    func last(_ place: NormPlacement.Place) -> [Spread] { growth(place, \.last) }
    /// The variance of the stream after 0, 1, … blocks.
    func variances(_ place: NormPlacement.Place) -> [Spread] { runs.spreads { $0[Self.index(place)].variances } }

    private func growth(_ place: NormPlacement.Place, _ norms: (NormPlacement.Outcome) -> [Double]) -> [Spread] {
      runs.spreads { outcomes in
        let norms = norms(outcomes[Self.index(place)])
        return norms.map { $0 / norms[0] }
      }
    }

    private static func index(_ place: NormPlacement.Place) -> Int { place == .before ? 0 : 1 }
  }
}
