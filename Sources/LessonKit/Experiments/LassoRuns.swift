/// Random problems of the lasso, and where many steps of both kinds lead their weights.
public struct LassoRuns: Sendable {
  /// The weights of each problem after all steps, by kind of step.
  private let ends: [LassoProblem.Step: [[Double]]]
  /// How far the weights after proximal steps are from the conditions of the minimum, the most of all problems.
  public let imbalance: Double

  /// So many problems, drawn by the seeds from 0 on.
  public init(_ count: Int, strength: Double, rate: Double, steps: Int) {
    let problems = (0..<count).map { LassoProblem(seed: $0) }
    func weights(_ step: LassoProblem.Step) -> [[Double]] {
      problems.map { $0.weights(by: step, strength: strength, rate: rate, steps: steps) }
    }
    let proximal = weights(.proximal)
    ends = [.gradient: weights(.gradient), .proximal: proximal]
    imbalance = zip(problems, proximal).map { $0.imbalance(at: $1, strength: strength) }.max() ?? .nan
  }

  /// How many weights of all problems are exactly zero.
  public func zeros(_ step: LassoProblem.Step) -> Int { (ends[step] ?? []).joined().count { $0 == 0 } }
}
