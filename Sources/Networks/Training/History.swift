import Autodiff

/// What happened during training, step by step and epoch by epoch.
public struct History: Sendable {
  /// How training ended.
  public enum Outcome: Sendable, Hashable {
    /// All epochs were run.
    case finished
    /// The validation loss had not improved for as long as was asked.
    case stopped(epoch: Int)
    /// The loss or a parameter was no longer a finite number at this step.
    case diverged(step: Int)
  }

  /// How training ended.
  public internal(set) var outcome = Outcome.finished
  /// The loss of every step's batch, before the step; finite throughout.
  public internal(set) var stepLosses: [Double] = []
  /// The learning rate of every step.
  public internal(set) var rates: [Double] = []
  /// The norm of all gradients at every step, before clipping; empty unless asked for.
  public internal(set) var gradientNorms: [Double] = []
  /// The mean loss over each epoch's examples, as they were seen.
  public internal(set) var epochLosses: [Double] = []
  /// The loss on the validation data after each epoch, in evaluation; empty without.
  public internal(set) var validationLosses: [Double] = []
  /// The epoch with the least validation loss; nil without validation.
  public internal(set) var bestEpoch: Int?
  /// What the tape had allocated at the end, nearly all of it in the first step.
  public internal(set) var memory = Tape.Memory()
}
