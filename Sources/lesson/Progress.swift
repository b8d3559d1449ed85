import Synchronization

/// A line on the terminal that says what is being done, from half a second on; elsewhere nothing.
final class Progress: Sendable {
  private struct State {
    var label: String
    var isDone = false
    var isShown = false
  }
  private let state: Mutex<State>
  private let start = Clock.now

  /// Begins to watch, unless nobody looks.
  init(_ label: String, on console: Console) {
    state = Mutex(State(label: label))
    guard Stream.errors.isTerminal, !console.isQuiet else { return }
    Thread.start { [self] in
      while tick() { Clock.sleep(milliseconds: 100) }
    }
  }

  /// Says something else from now on.
  func show(_ label: String) { state.withLock { $0.label = label } }

  /// Wipes the line.
  func finish() {
    state.withLock { state in
      state.isDone = true
      if state.isShown { try? Stream.errors.write("\r\u{1B}[K") }
    }
  }

  private func tick() -> Bool {
    state.withLock { state in
      if state.isDone { return false }
      let seconds = Clock.now - start
      if seconds >= 0.5 {
        state.isShown = true
        try? Stream.errors.write("\r\u{1B}[K\(state.label)  \(Int(seconds)) s")
      }
      return true
    }
  }
}
