import Typography

/// Work on several items at a time; the results do not hang on how many.
enum Workers {
  /// As many as the machine has processors.
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The results of `body` for every item, in the order of the items.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let board = Board<Result>(count: items.count)
    let work: @Sendable () -> Void = {
      while let index = board.next() { board.put(body(items[index]), at: index) }
    }
    let threads = (1..<max(1, min(jobs, items.count))).map { _ in Thread.start(work) }
    work()
    for thread in threads { thread.join() }
    return board.results
  }

  private final class Board<Result: Sendable>: Sendable {
    private struct State {
      var next = 0
      var results: [Result?]
    }
    private let state: Guarded<State>

    init(count: Int) {
      state = Guarded(State(results: [Result?](repeating: nil, count: count)))
    }

    func next() -> Int? {
      state.withLock { state in
        guard state.next < state.results.count else { return nil }
        state.next += 1
        return state.next - 1
      }
    }

    func put(_ result: Result, at index: Int) { state.withLock { $0.results[index] = result } }

    var results: [Result] { state.withLock { $0.results.map { $0! } } }
  }
}
