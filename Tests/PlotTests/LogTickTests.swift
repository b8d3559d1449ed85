import Foundation
import Testing

@testable import Plot

@Suite("Ticks of log axes") struct LogTickTests {
  private struct Reference: Decodable {
    struct Row: Decodable {
      var range: [Double]
      var matplotlib: [Double]
    }
    var log: [Row]
  }

  @Test("up to seven decades are all labelled", arguments: [2, 3, 4, 5, 6]) func allDecades(decades: Int) {
    let ticks = LogTicks(1e-3...pow(10, Double(decades - 3)), limit: 7)
    #expect(ticks.values.count == decades + 1)
    for (i, value) in ticks.values.enumerated() { #expect(abs(value / pow(10, Double(i - 3)) - 1) < 1e-12) }
  }

  @Test("a decade or so is labelled at 1, 2 and 5 too") func oneDecade() {
    #expect(LogTicks(1...10, limit: 7).values == [1, 2, 5, 10])
    #expect(LogTicks(1...10, limit: 3).values == [1, 10])
    #expect(LogTicks(3...60, limit: 7).values == [5, 10, 20, 50])
  }

  @Test("beyond the limit every second, third, … decade is labelled", arguments: [8, 12, 16, 24, 40, 120, 600])
  func fewer(decades: Int) {
    let low = -Double(decades) / 2
    let ticks = LogTicks(pow(10, low)...pow(10, low + Double(decades)), limit: 7)
    #expect((2...7).contains(ticks.values.count), "\(ticks.values)")
    let powers = ticks.values.map { log10($0).rounded() }
    let every = powers[1] - powers[0]
    #expect(every >= 2)
    for power in powers { #expect(power.truncatingRemainder(dividingBy: every) == 0) }
    for (a, b) in zip(powers, powers.dropFirst()) { #expect(b - a == every) }
  }

  @Test("minor ticks stand at 2…9 while there are at most six decades", arguments: 2...6) func minor(decades: Int) {
    let ticks = LogTicks(1...pow(10, Double(decades)), limit: 7)
    #expect(ticks.minor.count == 8 * decades)
    for value in ticks.minor {
      let digit = value / pow(10, floor(log10(value) + 1e-9))
      #expect(abs(digit - digit.rounded()) < 1e-9 && digit.rounded() >= 2, "\(value)")
    }
  }

  @Test("minor ticks of more decades stand at the decades without label") func manyDecades() {
    let ticks = LogTicks(1e-10...1e2, limit: 7)
    let all = (ticks.values + ticks.minor).map { log10($0).rounded() }.sorted()
    #expect(all == (-10...2).map { Double($0) })
  }

  private static let oddDomains: [(Double, Double)] = {
    let (least, tiny) = (Double.leastNonzeroMagnitude, Double.leastNormalMagnitude / 64)
    return [
      (-3, 3), (0, 1), (-1, 0), (-2, -1), (0, 0), (0, least), (least, least), (tiny, 2 * tiny), (tiny, 1e-300),
      (1, .infinity), (-.infinity, .infinity), (.infinity, .infinity), (1e308, .greatestFiniteMagnitude),
    ]
  }()

  @Test(
    "a domain with zero, lost digits or infinity has the ticks of its sound part, or none", arguments: oddDomains,
    [1, 2, 7]) func odd(domain: (Double, Double), limit: Int)
  {
    let ticks = LogTicks(domain.0...domain.1, limit: limit)
    for value in ticks.values + ticks.minor {
      #expect(value > 0 && value.isFinite)
      #expect(value >= domain.0 * (1 - 1e-6) && value <= domain.1 * (1 + 1e-6), "\(value)")
    }
    #expect(ticks.values.isEmpty == (domain.1 < 1e-307 || domain.0 == .infinity))
    #expect(TickLabels.log(ticks).count == ticks.values.count)
    let linear = LinearTicks(domain.0...domain.1, target: 4).values
    #expect(linear.allSatisfy { $0.isFinite })
  }

  @Test(
    "no tick lies outside of the domain",
    arguments: [
      (1e-3, 1e4), (1.0, 50.0), (1e-12, 1e12), (0.2, 7.0), (2e-11, 3448.1), (3.0, 4.0), (0.9, 11.0), (1e-300, 1e300),
      (Double.leastNonzeroMagnitude, 1e-300), (1.0, 1.000001), (0.04, 15.0),
    ]) func inside(low: Double, high: Double)
  {
    let ticks = LogTicks(low...high, limit: 7)
    #expect((1...9).contains(ticks.values.count), "\(ticks.values)")
    for value in ticks.values + ticks.minor {
      #expect(value >= low * (1 - 1e-6) && value <= high * (1 + 1e-6), "\(value)")
    }
    #expect(ticks.values == ticks.values.sorted())
    #expect(Set(ticks.values).isDisjoint(with: ticks.minor))
  }

  @Test(
    "less than two decades are labelled at 1, 2 and 5, a narrow range evenly",
    arguments: [(0.2, 7.0, [0.2, 0.5, 1, 2, 5]), (1.0, 8.0, [1, 2, 5]), (30.0, 600.0, [50, 100, 200, 500])]) func short(
      low: Double, high: Double, values: [Double]
    )
  {
    let found = LogTicks(low...high, limit: 7).values
    #expect(found.count == values.count)
    for (a, b) in zip(found, values) { #expect(abs(a / b - 1) < 1e-12) }
  }

  @Test("a range without 1, 2 or 5 still has two ticks", arguments: [(3.0, 4.0), (6.0, 9.0), (0.21, 0.29)]) func narrow(
    low: Double, high: Double
  ) { #expect(LogTicks(low...high, limit: 7).values.count >= 2) }

  @Test("decades are those of matplotlib inside the domain; ours add 1-2-5 where those are too few") func peers() {
    for row in ReferenceFile.read("ticks.json", as: Reference.self).log {
      let (low, high) = (row.range[0], row.range[1])
      // matplotlib adds a decade at each end, outside of the domain.
      let theirs = row.matplotlib.filter { $0 >= low * 0.999 && $0 <= high * 1.001 }
      let ours = LogTicks(low...high, limit: 9).values
      if theirs.count >= 3 {
        #expect(ours.count == theirs.count, "\(row.range): \(ours)")
        for (a, b) in zip(ours, theirs) { #expect(abs(a / b - 1) < 1e-9) }
      } else {
        #expect(theirs.allSatisfy { value in ours.contains { abs($0 / value - 1) < 1e-9 } })
        #expect(ours.count >= 3, "\(row.range): \(ours)")
      }
    }
  }

  @Test(
    "labels are powers of ten, plain between a hundredth and a thousand",
    arguments: [
      (
        LogTicks(1e-10...1e2, limit: 7),
        ["$10^{-10}$", "$10^{-8}$", "$10^{-6}$", "$10^{-4}$", "$10^{-2}$", "1", "$10^{2}$"]
      ), (LogTicks(0.01...1000, limit: 7), ["0.01", "0.1", "1", "10", "100", "1000"]),
      (LogTicks(1...1e4, limit: 7), ["1", "10", "$10^{2}$", "$10^{3}$", "$10^{4}$"]),
      (LogTicks(0.2...7, limit: 7), ["0.2", "0.5", "1", "2", "5"]),
    ]) func labels(ticks: LogTicks, labels: [String])
  { #expect(TickLabels.log(ticks) == labels) }

  @Test(
    "no label says 0.0 or stands twice",
    arguments: [(1e-3, 1e4), (1e-12, 1e12), (0.2, 7.0), (3e-5, 4e-5), (1e-300, 1e300), (1.0, 1.001)]) func distinct(
      low: Double, high: Double
    )
  {
    let ticks = LogTicks(low...high, limit: 7)
    let labels = TickLabels.log(ticks)
    #expect(Set(labels).count == labels.count, "\(labels)")
    for (label, value) in zip(labels, ticks.values) {
      #expect(abs((ReadNumber.value(label) ?? .nan) / value - 1) < 1e-3, "\(label) for \(value)")
    }
  }

  @Test(
    "a label told as a factor says how often the value is 1, or 1 the value",
    arguments: [
      (1, "×1"), (10, "×10"), (0.1, "÷10"), (0.01, "÷100"), (1000, "×1000"), (1e5, "×100,000"), (1e7, "×$10^{7}$"),
      (1e-9, "÷$10^{9}$"), (0.5, "÷2"), (20, "×20"),
    ]) func factors(value: Double, label: String)
  { #expect(TickLabels.factor(value) == label) }

  @Test("as many decades are labelled as fit, counted by the labels that stand there") func decades() {
    #expect(LogTicks(7.5e-6...13.3, limit: 3).values == [1e-4, 1e-2, 1])
    #expect(LogTicks(7.5e-6...13.3, limit: 2).values == [1e-3, 1])
  }
}
