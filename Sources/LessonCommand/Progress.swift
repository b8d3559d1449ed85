import LessonKit
import Typography

/// A line on the terminal that says what is being done, from half a second on; elsewhere nothing.
final class Progress: Sendable {
  private struct State {
    var finished = 0
    var isDone = false
    var shown = ""
  }
  private let state: Guarded<State>
  private let label: Message
  private let total: Int
  private let language: Language
  private let start = ContinuousClock.now

  /// Begins to watch, unless nobody looks; `total` pieces of work are counted if there are several.
  init(_ label: Message, of total: Int = 1, on console: Console) {
    (self.label, self.total, language) = (label, total, console.language)
    state = Guarded(State())
    guard Stream.errors.isTerminal, !console.isQuiet else { return }
    Thread.detached { [self] in while tick() { usleep(100_000) } }
  }

  /// Counts one piece of work as done.
  func advance() { state.withLock { $0.finished += 1 } }

  /// Wipes the line.
  func finish() {
    state.withLock { state in
      state.isDone = true
      if !state.shown.isEmpty { try? Stream.errors.write("\r\u{1B}[K") }
      state.shown = ""
    }
  }

  private func tick() -> Bool {
    state.withLock { state in
      if state.isDone { return false }
      let seconds = (.now - start) / .seconds(1)
      let done = state.finished
      let count = total > 1 ? Message("  \(done) of \(total)", zh: "  \(done)/\(total)") : Message(same: "")
      let line = Message("\(label)\(count)  \(Int(seconds)) s", zh: "\(label)\(count)  \(Int(seconds)) 秒")[language]
      if seconds >= 0.5 && line != state.shown {
        state.shown = line
        try? Stream.errors.write("\r\u{1B}[K\(line)")
      }
      return true
    }
  }
}
