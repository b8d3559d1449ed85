/// Something to be timed.
struct Workload: Sendable {
  /// What is run.
  enum Body: Sendable {
    /// Code in this process: makes what a run works on, uncounted, and gives back the run.
    case code(@Sendable () -> () -> Void)
    /// A whole program.
    case program(Program)
  }

  /// What it is called on the command line, such as `raster-triangles`.
  let name: String
  /// What is measured, in a few words.
  let measures: String
  /// Runs that are timed; of code the best counts, of programs the median.
  let runs: Int
  /// What is run.
  let body: Body

  /// A workload in this process, whose runs share what `prepare` makes.
  init(_ name: String, measures: String, runs: Int = 5, prepare: @escaping @Sendable () -> () -> Void) {
    (self.name, self.measures, self.runs, body) = (name, measures, runs, .code(prepare))
  }

  /// A workload that is a whole program.
  init(_ name: String, measures: String, runs: Int = 11, program: Program) {
    (self.name, self.measures, self.runs, body) = (name, measures, runs, .program(program))
  }

  /// Times the workload, and a peer in turn with it where one is given.
  ///
  /// A peer of a program is timed whole; a peer of code prints its own times, of which that at `place` counts.
  func measure(against peer: Program?, place: Int) throws -> Measurement {
    switch body {
    case .code(let prepare):
      let run = prepare()
      let clock = ContinuousClock()
      let printed = try peer.map { try Self.times(in: $0.run().output) }
      let times = (0..<runs).map { _ in clock.measure(run) / .milliseconds(1) }
      let other = printed.map { place < $0.count ? [$0[place]] : [] }
      return Measurement(name: name, measures: measures, milliseconds: times, summary: .best, peer: other)
    case .program(let program):
      _ = try program.run()
      var (own, others, peak) = ([Double](), [Double](), 0.0)
      for i in 0..<runs {
        let run = try program.run()
        own.append(run.milliseconds)
        peak = max(peak, run.peak)
        // Peers are slow: a few runs spread over the others tell enough.
        if let peer, i % 4 == 0 { others.append(try peer.run().milliseconds) }
      }
      return Measurement(
        name: name, measures: measures, milliseconds: own, summary: .median, peak: peak,
        peer: peer == nil ? nil : others)
    }
  }

  /// Numbers that stand before "ms" or "s" in a text, in milliseconds.
  private static func times(in text: String) -> [Double] {
    let words = text.split { $0 == " " || $0 == "\n" }
    return zip(words, words.dropFirst()).compactMap { word, unit in
      let factor = unit == "ms" ? 1.0 : unit == "s" ? 1000 : nil
      return factor.flatMap { factor in Double(word).map { $0 * factor } }
    }
  }
}
