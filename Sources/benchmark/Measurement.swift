/// How long the runs of a workload took.
struct Measurement: Sendable {
  let name: String
  let measures: String
  /// The time of each run, in order.
  let milliseconds: [Double]

  /// The shortest time: what the work costs when nothing disturbs it.
  var best: Double { milliseconds.min() ?? .nan }

  /// One object of JSON on a line.
  var json: String {
    let times = milliseconds.map { Self.decimal($0) }.joined(separator: ", ")
    return #"{"name": "\#(name)", "measures": "\#(measures)", "milliseconds": [\#(times)]}"#
  }

  /// One row of a table: best time, name, what is measured.
  func row(nameWidth: Int) -> String {
    let time = Self.decimal(best)
    let indent = String(repeating: " ", count: max(0, 10 - time.count))
    let gap = String(repeating: " ", count: max(0, nameWidth - name.count))
    return "\(indent)\(time) ms  \(name)\(gap)  \(measures)"
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
