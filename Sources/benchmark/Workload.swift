/// Something to be timed.
struct Workload: Sendable {
  /// What it is called on the command line, such as `raster-triangles`.
  let name: String
  /// What is measured, in a few words.
  let measures: String
  /// Runs that are timed, after none to warm up; the best counts.
  let runs: Int
  /// Makes what a run works on; the time it takes is not counted. The result is the run.
  let prepare: @Sendable () -> () -> Void

  /// A workload whose runs share what `prepare` makes.
  init(
    _ name: String, measures: String, runs: Int = 5,
    prepare: @escaping @Sendable () -> () -> Void
  ) {
    (self.name, self.measures, self.runs, self.prepare) = (name, measures, runs, prepare)
  }

  /// Times the workload.
  func measure() -> Measurement {
    let run = prepare()
    let clock = ContinuousClock()
    let times = (0..<runs).map { _ in clock.measure(run) / .milliseconds(1) }
    return Measurement(name: name, measures: measures, milliseconds: times)
  }
}
