import Dispatch
import Groundwork
import Typography

/// A number of cases, tried by workers that may crash, and what was found.
struct FuzzRun: Sendable {
  let seed: UInt64
  let only: FuzzKind?

  private func fuzzCase(_ number: Int) -> FuzzCase { FuzzCase(number, seed: seed, only: only) }

  // MARK: A worker

  /// Tries cases one by one, and says before each which it is, so that a crash or a hang has a number.
  func work(_ numbers: some Sequence<Int>) {
    let folder = Self.makeFolder()
    for number in numbers {
      _ = FuzzChild.write("\(number)\n", to: 1)
      switch fuzzCase(number).run(in: folder) {
      case .accepted: _ = FuzzChild.write("+\n", to: 1)
      case .refused: break
      case .fault(let problem):
        _ = FuzzChild.write("!\(problem.split(separator: "\n").joined(separator: " | "))\n", to: 1)
      }
    }
    Self.removeFolder(folder)
  }

  /// Tries one case here, so that a debugger sees it.
  func repeatCase(_ number: Int) {
    print("case \(number): \(fuzzCase(number).kind.rawValue): \(fuzzCase(number).subject)")
    let folder = Self.makeFolder()
    print("\(fuzzCase(number).run(in: folder)), in \(folder)")
  }

  private static func makeFolder() -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(parent)/plumbline-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { fail("no folder in \(parent): \(errno)") }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func removeFolder(_ folder: String) {
    _ = FuzzChild.run("/bin/rm", ["-rf", folder], in: "/", seconds: 10)
  }

  // MARK: The watch

  /// How many cases of a kind there were, and how many were not refused.
  private struct Tally {
    var tried: [FuzzKind: Int] = [:]
    var accepted: [FuzzKind: Int] = [:]
    var faults = 0
  }

  /// Tries cases on several workers; prints what is found and at what rate. Whether nothing was found.
  func watch(cases: Int, jobs: Int) -> Bool {
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    let start = ContinuousClock.now
    let shared = Guarded(Tally())
    DispatchQueue.concurrentPerform(iterations: jobs) { first in
      var next = first
      while next < cases { next = follow(from: next, to: cases, step: jobs, shared) }
    }
    let seconds = (.now - start) / .seconds(1)
    let tally = shared.withLock { $0 }
    for kind in FuzzKind.allCases {
      guard let tried = tally.tried[kind] else { continue }
      print("\(kind.rawValue): \(tried), of which \(tally.accepted[kind] ?? 0) were not refused")
    }
    let rate = Numeral.short(Double(cases) / seconds, digits: 3)
    let result = tally.faults == 0 ? "no crash, no hang, no undocumented exit code" : "\(tally.faults) faults"
    print("\(cases) cases in \(Numeral.short(seconds, digits: 3)) s, \(rate) a second, seed \(seed): \(result)")
    return tally.faults == 0
  }

  /// Starts a worker and follows it to its end; returns the case to go on with.
  private func follow(from first: Int, to last: Int, step: Int, _ tally: Guarded<Tally>) -> Int {
    let range = ["--seed", "\(seed)", "--from", "\(first)", "--to", "\(last)", "--step", "\(step)"]
    let kind = only.map { ["--kind", $0.rawValue] } ?? []
    let (id, pipe) = FuzzChild.start(FuzzChild.itself, range + kind, in: ".", reading: 1)
    defer { close(pipe) }
    var (number, line) = (first, [UInt8]())
    // A case has 10 s; a command line is stopped by its worker.
    while let bytes = FuzzChild.next(pipe, before: .now + .seconds(15)) {
      if bytes.isEmpty {
        switch FuzzChild.end(of: id, "") {
        case .exit(0, _): return last
        case .exit(let code, _): fail("a worker ended with \(code) at case \(number): try --case \(number)")
        case .signal(let signal): tell("ended by signal \(signal)", number, tally)
        case .hang: break
        }
        return number + step
      }
      for byte in bytes {
        if byte == UInt8(ascii: "\n") {
          take(String(decoding: line, as: UTF8.self), &number, tally)
          line = []
        } else {
          line.append(byte)
        }
      }
    }
    kill(id, SIGKILL)
    _ = FuzzChild.end(of: id, "")
    tell("no end after 10 s", number, tally)
    return number + step
  }

  /// Takes what a worker says: the number of a case, or what came of it.
  private func take(_ text: String, _ number: inout Int, _ tally: Guarded<Tally>) {
    if text.hasPrefix("!") { return tell(String(text.dropFirst()), number, tally) }
    if text != "+", let next = Int(text) { number = next }
    let kind = fuzzCase(number).kind
    tally.withLock { $0[keyPath: text == "+" ? \Tally.accepted : \Tally.tried][kind, default: 0] += 1 }
  }

  private func tell(_ problem: String, _ number: Int, _ tally: Guarded<Tally>) {
    tally.withLock { $0.faults += 1 }
    let one = fuzzCase(number)
    print("case \(number), \(one.kind.rawValue): \(problem)\n  \(one.subject.prefix(500))")
    print("  again: fuzz --seed \(seed) --case \(number)\(only.map { " --kind \($0.rawValue)" } ?? "")")
  }
}
