/// What a run of a lesson is told besides its options.
public struct Context: Sendable {
  /// How much work measuring may take.
  public enum Budget: String, Sendable {
    /// Milliseconds: enough for the figure.
    case figure
    /// As long as the verdicts need.
    case full
  }

  /// How much work measuring may take.
  public let budget: Budget
  /// The seed of every random draw.
  public let seed: Int

  /// A context.
  public init(budget: Budget = .figure, seed: Int = 0) {
    (self.budget, self.seed) = (budget, seed)
  }

  /// A number of repetitions: the first for a figure, the second for verdicts.
  public func count(figure: Int, full: Int) -> Int {
    switch budget {
    case .figure: figure
    case .full: full
    }
  }
}
