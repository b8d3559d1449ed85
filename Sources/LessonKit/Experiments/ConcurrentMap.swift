import Dispatch

extension RandomAccessCollection where Self: Sendable, Index == Int {
  /// What `transform` makes of every element, on all processors at once, in the order of the elements.
  ///
  /// The result does not hang on the order of threads, as long as `transform` draws from no common stream.
  public func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    var results = [Result?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Every iteration writes to a place of its own.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: count) { index in places[index] = transform(self[startIndex + index])
      }
    }
    return results.compactMap { $0 }
  }
}
