import LessonKit

/// # x
struct NotesCapacity: Lesson {
  static let page = Page(
    "notes-capacity", in: .fitting, title: Phrase("Four networks", zh: "四"),
    question: Phrase("a", zh: "b"), examples: [])
  var epochs = 300
  var rate = 0.01
  var seeds = 1
  mutating func configure(_ options: inout Options) throws {
    try options.take("epochs", into: &epochs, in: 1...10_000, help: "e")
    try options.take("lr", into: &rate, in: .positive)
    try options.take("seeds", into: &seeds, in: 1...100)
  }
  func run(_ context: Context) throws -> Outcome {
    let jobs = (0..<seeds).flatMap { CapacityRun.all(seed: $0) }
    let runs = Array(jobs.reversed()).concurrentMap { $0.trained(epochs: epochs, rate: rate) }
    var text = ""
    for k in 0..<4 {
      let all = stride(from: 3 - k, to: runs.count, by: 4).map { runs[$0] }
      let r = all[all.count - 1]
      text += "net \(k): " + [0, 1, 2, 5, 10, 20, 50, 100, 200, 299].filter { $0 < r.losses.count }.map { "\(r.losses[$0])" }.joined(separator: " ") + " err \(r.errors.last ?? -1) n \(r.losses.count)\n"
      let e = all.map { $0.errors.last ?? -1 }
      for n in [99] {
        var g = (-3.0...3.0).evenlySpaced(count: n)
        if n == 99 { g = g.map { $0 * 98 / 99 } }
        let p = r.network(Tensor(g, shape: [n, 1])).elements
        text += "    grid \(n): " + "\(zip(g, p).map { x, y in (y - x*x*(x-1)) * (y - x*x*(x-1)) }.mean)"
      }
      text += "   median \(e.median()) \(e.min()!) \(e.max()!) : \(e)\n"
    }
    throw MissingInput(text)
  }
}
