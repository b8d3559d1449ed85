/// The learning rate of a run in progress: a value that the training loop owns and moves on.
public struct Pace: Sendable {
  /// The rate of the step to come.
  public private(set) var rate: Double
  private var course: Course
  private var step = 0

  /// What decides on the next rate.
  enum Course: Sendable {
    /// Nothing: one rate throughout.
    case constant
    /// The number of the step.
    case curve(@Sendable (_ step: Int) -> Double)
    /// The losses so far.
    case plateau(Plateau, Plateau.State)
  }

  init(_ course: Course, from rate: Double) {
    (self.course, self.rate) = (course, rate)
    if case .curve(let curve) = course { self.rate = curve(0) }
  }

  /// Whether the rate never changes.
  public var isConstant: Bool { if case .constant = course { true } else { false } }

  /// Moves on to the next step, after one that started from a loss.
  public mutating func advance(after loss: Double) {
    step += 1
    switch course {
    case .constant: break
    case .curve(let curve): rate = curve(step)
    case .plateau(let plateau, var state):
      rate = plateau.rate(after: loss, from: rate, state: &state)
      course = .plateau(plateau, state)
    }
  }
}
