import Foundation
import Testing

@testable import Plot

/// A domain and how many ticks are asked for.
struct TickCase: Sendable, CustomTestStringConvertible {
  var low: Double
  var high: Double
  var target = 5.0
  var limit = 8

  var domain: ClosedRange<Double> { low...high }
  var testDescription: String { "[\(low), \(high)], target \(target), limit \(limit)" }

  init(_ low: Double, _ high: Double, target: Double = 5, limit: Int = 8) {
    (self.low, self.high, self.target, self.limit) = (low, high, target, limit)
  }

  static let hard: [TickCase] = [
    TickCase(0, 1), TickCase(-2, 2), TickCase(0, 97.3), TickCase(1e-7, 3e-7), TickCase(-1234, 56789),
    TickCase(0.1, 0.100004), TickCase(-5e9, 2e10), TickCase(3, 3.5), TickCase(-1, 4.06), TickCase(-2.06, 2),
    TickCase(0, 1000), TickCase(0, 7), TickCase(-0.3, 0.3), TickCase(-1e300, 1e300), TickCase(1e-300, 3e-300),
    TickCase(999_999, 1_000_001), TickCase(1e9, 1e9 + 3), TickCase(-7, -6.2), TickCase(0.999, 1.001),
    TickCase(17, 23.1), TickCase(-1e-12, 1e-12),
  ]

  /// Ranges of many widths and places, the same in every run.
  static let many: [TickCase] = {
    var state: UInt64 = 88_172_645_463_325_252
    func random() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(1 << 53)
    }
    return (0..<400).map { i in
      let width = pow(10, 16 * random() - 8)
      let low = (random() - 0.6) * width * pow(10, 4 * random())
      return TickCase(low, low + width, target: 2.5 + 3.5 * random(), limit: 4 + i % 5)
    }
  }()
}

@Suite("Ticks of linear axes") struct LinearTickTests {
  private struct Reference: Decodable {
    struct Row: Decodable {
      var range: [Double]
      var matplotlibTicks: [Double]

      enum CodingKeys: String, CodingKey {
        case range
        case matplotlibTicks = "matplotlib_max9"
      }
    }
    var linear: [Row]
  }

  private static let peers = ReferenceFile.read("ticks.json", as: Reference.self).linear

  /// The mantissa q of q × 10^k that a step has, nil if it is none of those asked for.
  private func mantissa(_ step: Double) -> Double? {
    [1, 2, 2.5, 3, 4, 5].first { q in
      let power = log10(step / q)
      return abs(power - power.rounded()) < 1e-7
    }
  }

  private func check(_ tick: TickCase) {
    let ticks = LinearTicks(tick.domain, target: tick.target, limit: tick.limit)
    let (values, step) = (ticks.values, ticks.step)
    #expect((2...tick.limit).contains(values.count), "\(values)")
    #expect(mantissa(step) != nil, "step \(step)")
    let slack = 1e-9 * (tick.high - tick.low)
    for value in values {
      #expect(value >= tick.low - slack && value <= tick.high + slack, "\(value)")
      let multiple = value / step
      #expect(abs(multiple - multiple.rounded()) < 1e-5, "\(value) is no multiple of \(step)")
    }
    for (a, b) in zip(values, values.dropFirst()) { #expect(abs(b - a - step) <= 1e-6 * step, "from \(a) to \(b)") }
  }

  @Test("ticks stand at whole multiples of q × 10^k, inside the domain", arguments: TickCase.hard) func hard(
    tick: TickCase
  ) { check(tick) }

  @Test("ticks of any range are as they should be", arguments: TickCase.many) func any(tick: TickCase) { check(tick) }

  @Test(
    "a range across zero has a tick at zero",
    arguments: [
      TickCase(-2, 2), TickCase(-1234, 56789), TickCase(-5e9, 2e10), TickCase(-0.3, 0.3), TickCase(-1, 4.06),
      TickCase(-1e300, 1e300),
    ]) func zero(tick: TickCase)
  { #expect(LinearTicks(tick.domain, target: 5).values.contains(0)) }

  @Test("no tick is minus zero") func minusZero() {
    for value in LinearTicks(-2...2, target: 5).values where value == 0 { #expect(value.sign == .plus) }
  }

  @Test(
    "ticks with few digits are the numbers that one would type",
    arguments: [
      (TickCase(0, 1), [0, 0.25, 0.5, 0.75, 1], [0, 0.2, 0.4, 0.6, 0.8, 1]), (TickCase(-2, 2), [-2, -1, 0, 1, 2], []),
      (TickCase(0, 1000), [0, 250, 500, 750, 1000], [0, 200, 400, 600, 800, 1000]),
      (TickCase(3, 3.5), [3, 3.1, 3.2, 3.3, 3.4, 3.5], []),
      (TickCase(0.1, 0.7), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], [0.1, 0.3, 0.5, 0.7]),
    ]) func exact(tick: TickCase, typed: [Double], orElse: [Double])
  {
    let values = LinearTicks(tick.domain, target: tick.target).values
    #expect(values == typed || values == orElse)
  }

  @Test("an empty domain has its one value as its only tick", arguments: [0.0, 5, -1e300]) func empty(value: Double) {
    #expect(LinearTicks(value...value, target: 5).values == [value])
  }

  @Test("a domain without end has no more ticks than it has finite bounds") func infinite() {
    #expect(LinearTicks(0...Double.infinity, target: 5).values == [0])
    #expect(LinearTicks(-Double.infinity...Double.infinity, target: 5).values.isEmpty)
  }

  @Test(
    "a domain too narrow for numbers to tell apart still has a tick, inside of it",
    arguments: [1...1.0.nextUp, 1e15...(1e15 + 8), 0...(1e10 * .leastNonzeroMagnitude)]) func narrow(
      domain: ClosedRange<Double>
    )
  {
    let values = LinearTicks(domain, target: 5).values
    #expect(!values.isEmpty && values.allSatisfy { domain.contains($0) })
  }

  @Test("a larger target gives no fewer ticks") func target() {
    let counts = [2.5, 4, 6, 9].map { LinearTicks(0...97.3, target: $0, limit: 12).values.count }
    #expect(counts == counts.sorted())
    #expect(counts.last! > counts.first!)
  }

  @Test("labels tell all ticks apart and give back their values", arguments: TickCase.hard) func labels(tick: TickCase)
  {
    let ticks = LinearTicks(tick.domain, target: tick.target)
    let labels = TickLabels.linear(ticks)
    #expect(Set(labels).count == labels.count, "\(labels)")
    for (label, value) in zip(labels, ticks.values) {
      let shown = ReadNumber.value(label)
      #expect(shown != nil, "\(label)")
      #expect(abs((shown ?? .nan) - value) <= 1e-6 * ticks.step, "\(label) for \(value)")
    }
  }

  @Test("ours fill the axis as matplotlib's do, and differ where its rules break ours") func peers() {
    for row in Self.peers {
      let (low, high) = (row.range[0], row.range[1])
      let ours = LinearTicks(low...high, target: 6, limit: 8)
      let slack = 1e-9 * (high - low)
      let theirs = row.matplotlibTicks.filter { $0 >= low - slack && $0 <= high + slack }
      // Covering: our first and last tick leave at most a step free at either end, as theirs do.
      #expect(ours.values.first! - low <= ours.step * (1 + 1e-9), "\(row.range)")
      #expect(high - ours.values.last! <= ours.step * (1 + 1e-9), "\(row.range)")
      // Where both have the same step, the ticks are the same to rounding.
      let theirStep = theirs[1] - theirs[0]
      if abs(theirStep - ours.step) < 1e-6 * theirStep {
        #expect(ours.values.count == theirs.count, "\(row.range)")
        for (a, b) in zip(ours.values, theirs) { #expect(abs(a - b) <= 1e-6 * theirStep) }
      }
    }
  }

  @Test("matplotlib's ticks break four rules that ours keep") func differences() {
    func theirs(_ low: Double) -> [Double] { Self.peers.first { $0.range[0] == low }!.matplotlibTicks }
    // It puts ticks outside of the domain, to be cut by the view.
    #expect(theirs(-1234).first == -10000)
    #expect(LinearTicks(-1234...56789, target: 6).values.first! >= -1234)
    // Its sums are off in the last digit; ours are the nearest numbers to what the label says.
    #expect(theirs(0).contains(0.6000000000000001))
    #expect(theirs(3).first == 3.0000000000000004)
    #expect(LinearTicks(3...3.5, target: 6).values.first == 3)
    #expect(LinearTicks(0...1, target: 6).values.allSatisfy { "\($0)".count <= 4 })
    // It gives nine ticks where so many are allowed; ours come near the number asked for, eight at most.
    #expect(theirs(-2).count == 9)
    #expect(LinearTicks(-2...2, target: 6).values.count <= 8)
    // Its labels at 0.1…0.100004 need an offset; ours are written out.
    #expect(TickLabels.linear(LinearTicks(0.1...0.100004, target: 5)).allSatisfy { $0.hasPrefix("0.1") })
  }

  @Test("where there is hardly room for two ticks, they are still round numbers") func few() {
    let ticks = LinearTicks(0.002...558.429, target: 2, limit: 2)
    #expect(ticks.values == [250, 500])
  }
}
