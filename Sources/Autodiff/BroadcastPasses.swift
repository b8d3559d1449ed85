import Tensors

/// Passes over two arrays whose shapes are broadcast, forward and back.
extension Broadcast {
  /// Which of the two arrays a gradient is for.
  enum Side { case first, second }

  /// Writes a result for every pair of places in the two arrays.
  @inline(__always) func put(into sink: Sink, _ result: (_ first: Int, _ second: Int) -> Double) {
    if isAligned { return sink.put { result($0, $0) } }
    let target = sink.elements
    let (count, firstStep, secondStep) = (run.count, run.firstStep, run.secondStep)
    if sink.isAdding {
      forEachRun { out, first, second in
        for i in 0..<count { target[out + i] += result(first + i * firstStep, second + i * secondStep) }
      }
    } else {
      forEachRun { out, first, second in
        for i in 0..<count { target[out + i] = result(first + i * firstStep, second + i * secondStep) }
      }
    }
  }

  /// Adds up, for every place of one array, what the results it took part in contribute.
  @inline(__always) func pull(into sink: Sink, side: Side, _ share: (_ out: Int, _ first: Int, _ second: Int) -> Double)
  {
    if isAligned { return sink.put { share($0, $0, $0) } }
    let target = sink.cleared()
    let (count, firstStep, secondStep) = (run.count, run.firstStep, run.secondStep)
    let step = side == .first ? firstStep : secondStep
    forEachRun { out, first, second in
      let start = side == .first ? first : second
      if step == 0 {
        target[start] += Sums.total(count) { i in share(out + i, first + i * firstStep, second + i * secondStep) }
      } else {
        for i in 0..<count {
          target[start + i * step] += share(out + i, first + i * firstStep, second + i * secondStep)
        }
      }
    }
  }
}
