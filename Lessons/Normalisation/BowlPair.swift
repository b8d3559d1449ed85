import LessonKit

/// The notes' two features, raw and standardised, and descent on both from the same model: numbers and sentences.
struct BowlPair: Sendable {
  /// The notes' variances.
  static let variances = (16.0, 4.0)

  let raw: Bowl
  let even: Bowl
  /// Descent on both; the start is the same model, hence the same loss.
  let walks: [Walk]

  /// Features of the notes' variances and a correlation; `start` is in raw weights.
  init(correlation: Double, start: Vector2) {
    raw = Bowl(covariance: Covariance(variances: Self.variances, correlation: correlation))
    even = Bowl(covariance: raw.covariance.standardised)
    let deviations = raw.covariance.deviations
    let scaled = Vector2(start.x * deviations[0], start.y * deviations[1])
    walks = [raw.walk(from: start), even.walk(from: scaled)]
  }

  var bowls: [Bowl] { [raw, even] }

  /// Whole steps that each descent took to a millionth of its distance.
  var steps: [Int] { walks.map { Bowl.arrival($0) ?? $0.steps } }

  /// The sentence for the title.
  var finding: Phrase {
    let (before, after) = (steps[0], steps[1])
    let word = after < before ? "instead of" : "as against"
    return Phrase(
      "Standardised, descent needs \(Digits.count(after, of: "step")) \(word) \(before)",
      zh: "标准化后，梯度下降由 \(before) 步变为 \(after) 步")
  }

  var subtitle: Phrase {
    let c = raw.covariance
    let (x, y, shared) = (Digits.text(c[0, 0]), Digits.text(c[1, 1]), Digits.text(c[0, 1]))
    return Phrase(
      "Variances \(x) and \(y), covariance \(shared); loss $L = w^{T}C\\,w/2$; descent at 2/($\\lambda_1 + \\lambda_2$) to 10⁻⁶ of the distance",
      zh:
        "方差 \(x) 与 \(y)，协方差 \(shared)；损失 $L = w^{T}C\\,w/2$；学习率 2/($\\lambda_1 + \\lambda_2$)，步数计到距离的 10⁻⁶"
    )
  }

  /// What is the same in both maps.
  var notes: [Phrase] {
    let loss = Digits.text(walks[0].losses[0])
    return [
      Phrase(
        "Both maps: the same model at the start, loss \(loss), the same levels; each map scaled to its own units.",
        zh: "两图：起点为同一模型，损失 \(loss)，等高线相同；每图按各自的单位缩放。")
    ]
  }

  /// Both bowls in words.
  var results: Phrase {
    let texts = zip(bowls, steps).map { bowl, steps in
      let (most, least) = bowl.hessian.eigenvalues
      return (
        "λ = \(Digits.text(most)), \(Digits.text(least)), κ = \(Digits.text(bowl.conditionNumber))",
        Digits.count(steps, of: "step"), steps
      )
    }
    return Phrase(
      "Raw: \(texts[0].0), \(texts[0].1); standardised: \(texts[1].0), \(texts[1].1).",
      zh: "原始：\(texts[0].0)，\(texts[0].2) 步；标准化：\(texts[1].0)，\(texts[1].2) 步。")
  }

  /// Both descents in numbers.
  var tables: [Series] { zip(["raw", "standardised"], walks).map { $1.table(named: $0) } }
}

extension Standardising {
  /// How covariances are drawn, for under the figure.
  var protocolNote: Phrase {
    let count = Digits.count(draws)
    return Phrase(
      "Right, \(count) covariances a dot. Random eigenvalues: 1 to 100; few samples: computed from $d$ samples; + random units: each feature in a unit of its own.",
      zh: "右图：每点 \(count) 个随机协方差。特征值随机：在 1 至 100 间抽取；样本少：仅由 $d$ 个 $d$ 维样本算出；＋随机单位：再给每个特征换一个随机单位。")
  }

  /// The shares in words.
  var results: Phrase {
    func list(_ size: Int, _ language: Language) -> String {
      let shares = Way.allCases.map { Digits.text(100 * share($0, size).share, digits: 2) }
      return language == .english
        ? shares.map { $0 + " %" }.joined(separator: ", ")
        : shares.map { $0 + "%" }.joined(separator: "、")
    }
    let worst = shares.joined().map(\.worst).max() ?? .nan
    return Phrase(
      "Standardising makes κ worse in three dimensions for \(list(3, .english)) of random covariances (random eigenvalues, few samples, few samples in random units), in two for \(list(2, .english)); at most ×\(Digits.text(worst, digits: 2)).",
      zh:
        "标准化使 κ 变差的比例：三维 \(list(3, .chinese))（特征值随机、样本少、样本少且单位随机），二维 \(list(2, .chinese))；最多 ×\(Digits.text(worst, digits: 2))。"
    )
  }

  /// The shares in numbers.
  var table: Series {
    Series(
      "worse", columns: ["dimension", "spectrum", "samples", "units", "worst_factor"],
      rows: Self.dimensions.map { size in
        [Double(size)] + Way.allCases.map { share($0, size).share }
          + [Way.allCases.map { share($0, size).worst }.max() ?? .nan]
      })
  }
}
