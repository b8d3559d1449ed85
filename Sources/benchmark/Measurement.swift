/// How long the runs of a workload took.
struct Measurement: Sendable {
  /// Which of several runs is quoted.
  enum Summary: String, Sendable { case best, median }

  let name: String
  let measures: String
  /// The time of each run, in order.
  let milliseconds: [Double]
  /// Which of the times is quoted.
  let summary: Summary
  /// The most memory that a program held, in MiB.
  var peak: Double?
  /// The peer's times, if one was measured in the same sitting.
  var peer: [Double]?

  /// The quoted time.
  var time: Double { Self.summarise(milliseconds, summary) }

  /// How many times as long as this the peer took.
  var ratio: Double? { peer.map { Self.summarise($0, summary) / time } }

  private static func summarise(_ times: [Double], _ summary: Summary) -> Double {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return .nan }
    return summary == .best ? sorted[0] : sorted[sorted.count / 2]
  }

  /// One object of JSON on a line.
  var json: String {
    func list(_ times: [Double]) -> String { "[" + times.map { Self.decimal($0) }.joined(separator: ", ") + "]" }
    var members = [
      #""name": "\#(name)""#, #""measures": "\#(measures)""#, #""milliseconds": \#(list(milliseconds))"#,
      #""summary": "\#(summary.rawValue)""#, #""quoted": \#(Self.decimal(time))"#,
    ]
    if let peak { members.append(#""peak_mib": \#(Self.decimal(peak))"#) }
    if let peer, let ratio { members.append(#""peer_milliseconds": \#(list(peer)), "ratio": \#(Self.decimal(ratio))"#) }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// One row of a table: time, memory, ratio to the peer, name, what is measured.
  func row(nameWidth: Int) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let memory = peak.map { "\(Int($0.rounded())) MiB" } ?? ""
    let gain = ratio.map { "\(Self.decimal($0))×" } ?? ""
    let gap = String(repeating: " ", count: max(0, nameWidth - name.count))
    return padded("\(Self.decimal(time)) ms", 13) + padded(memory, 10) + padded(gain, 12)
      + "  \(name)\(gap)  \(measures), \(summary.rawValue) of \(milliseconds.count)"
  }

  /// A number with three decimals.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite && abs(value) < 1e12 else { return "null" }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(abs(thousandths) % 1000)
    let zeros = String(repeating: "0", count: 3 - digits.count)
    return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(zeros)\(digits)"
  }
}
