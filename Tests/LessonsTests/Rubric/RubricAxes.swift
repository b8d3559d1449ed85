import Foundation
import LessonKit

extension Rubric {
  private var linearAxes: [AxesRecord.Axis] {
    drawnAxes.map(\.element).flatMap { [$0.x, $0.y] }.filter { $0.scale == .linear }
  }

  /// The axes of every panel, with its number, but for diagrams, which have none.
  private var drawnAxes: [(offset: Int, element: AxesRecord)] {
    record.axes.enumerated().filter { i, axes in
      let isDiagram = figure.panels.indices.contains(i) && figure.panels[i].kind == Graph(nodes: [], edges: []).kind
      return !isDiagram || !axes.x.name.isEmpty || !axes.y.name.isEmpty
    }
  }

  private var logAxes: [AxesRecord.Axis] { record.axes.flatMap { [$0.x, $0.y] }.filter { $0.scale == .log } }

  /// 15: 3 to 8 ticks at whole multiples of 1, 2, 2.5, 3, 4 or 5 times a power of ten; equal decimals, true minus.
  var linearTicks: [String] {
    linearAxes.flatMap { axis in
      var sentences: [String] = []
      let ticks = axis.ticks
      // An axis that counts, over a step or two, has no more whole numbers than that.
      let areAllWholes = ticks.count == 2 && ticks[1] == ticks[0] + 1 && axis.max - axis.min < 3
      if !(3...8).contains(ticks.count) && !areAllWholes { sentences.append("\(ticks.count) ticks: \(ticks)") }
      sentences += ticks.filter { $0 < axis.min || $0 > axis.max }.map { "\($0) is out of view" }
      sentences += axis.isMarked ? Self.marked(ticks) : Self.steps(ticks)
      sentences += Self.labels(axis)
      return sentences.map { "axis '\(axis.name)': \($0)" }
    }
  }

  /// Ticks at what the figure speaks of are whole numbers in order.
  private static func marked(_ ticks: [Double]) -> [String] {
    let areInOrder = zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 }
    let areWhole = ticks.allSatisfy { $0 == $0.rounded() }
    return areInOrder && areWhole ? [] : ["marked at \(ticks)"]
  }

  private static func steps(_ ticks: [Double]) -> [String] {
    guard ticks.count > 1 else { return [] }
    let step = (ticks[ticks.count - 1] - ticks[0]) / Double(ticks.count - 1)
    let isNice = [1, 2, 2.5, 3, 4, 5].contains { q in
      let power = log10(step / q)
      return abs(power - power.rounded()) < 1e-6
    }
    var sentences = isNice ? [] : ["a step of \(step)"]
    for (a, b) in zip(ticks, ticks.dropFirst()) where abs(b - a - step) > 1e-6 * step {
      sentences.append("uneven ticks \(a) and \(b)")
    }
    for tick in ticks where abs(tick / step - (tick / step).rounded()) > 1e-5 {
      sentences.append("\(tick) is no multiple of \(step)")
    }
    return sentences
  }

  private static func labels(_ axis: AxesRecord.Axis) -> [String] {
    var sentences: [String] = []
    if axis.labels.count != axis.ticks.count || Set(axis.labels).count != axis.labels.count {
      sentences.append("labels do not tell the ticks apart: \(axis.labels)")
    }
    let decimals = axis.labels.filter { $0 != "0" }.map { label in
      label.prefix { $0 != "×" }.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    }
    if Set(decimals).count > 1 { sentences.append("uneven decimals: \(axis.labels)") }
    for (label, tick) in zip(axis.labels, axis.ticks) {
      if label.contains("-") { sentences.append("'\(label)' has a hyphen for a minus") }
      let read = Numbers.value(label) ?? .nan
      if !(abs(read - tick) <= 1e-6 * abs(axis.max - axis.min)) { sentences.append("'\(label)' stands at \(tick)") }
    }
    return sentences
  }

  /// 16: log axes have decades as powers of ten, minor ticks at 2…9 while there are at most six, and no 0.0.
  var logTicks: [String] {
    logAxes.flatMap { axis in
      var sentences: [String] = []
      if axis.ticks.count < 2 || axis.ticks.count > 8 {
        sentences.append("\(axis.ticks.count) labelled ticks: \(axis.labels)")
      }
      for (label, tick) in zip(axis.labels, axis.ticks) {
        let read = Numbers.factor(label) ?? .nan
        if !(abs(read / tick - 1) < 1e-3) { sentences.append("'\(label)' stands at \(tick)") }
        if label.contains("-") { sentences.append("'\(label)' has a hyphen for a minus") }
      }
      if Set(axis.labels).count != axis.labels.count {
        sentences.append("labels do not tell the ticks apart: \(axis.labels)")
      }
      return (sentences + Self.decades(axis)).map { "axis '\(axis.name)': \($0)" }
    }
  }

  private static func decades(_ axis: AxesRecord.Axis) -> [String] {
    let powers = axis.ticks.map { log10($0) }
    let (low, high) = (log10(axis.min), log10(axis.max))
    guard high - low >= 2 else { return [] }
    var sentences: [String] = []
    if !powers.allSatisfy({ abs($0 - $0.rounded()) < 1e-6 }) {
      sentences.append("ticks beside the decades: \(axis.labels)")
    }
    // Labels that tell factors need no minor ticks.
    guard high - low <= 6, !axis.labels.contains(where: { $0.hasPrefix("×") || $0.hasPrefix("÷") }) else {
      return sentences
    }
    let wanted = (Int(low.rounded(.down))...Int(high.rounded(.up))).flatMap { power in
      (2...9).map { Double($0) * pow(10, Double(power)) }
    }.filter { $0 >= axis.min && $0 <= axis.max }
    let missing = wanted.filter { value in !axis.minor.contains { abs($0 / value - 1) < 1e-6 } }
    if !missing.isEmpty { sentences.append("no minor ticks at \(missing)") }
    return sentences
  }

  /// 17: both axes of every panel have a name; where names stand for numbers, these are enough.
  var namelessAxes: [String] {
    drawnAxes.flatMap { i, axes in
      [("x", axes.x), ("y", axes.y)].filter { $0.1.name.isEmpty && $0.1.scale != .category }.map {
        "the \($0.0) axis of panel \(i) has no name"
      }
    }
  }

  /// 20: where geometry is the message, units are equally long on both axes.
  var unequalAspect: [String] {
    record.axes.filter(\.equalAspect).compactMap { axes in
      let x = axes.box.width / (axes.x.max - axes.x.min)
      let y = axes.box.height / (axes.y.max - axes.y.min)
      return abs(x / y - 1) < 0.01 ? nil : "a unit of x is \(x) pixels long, one of y \(y)"
    }
  }

  /// 21: panels of the same two quantities show the same part of the plane.
  var unequalLimits: [String] {
    var sentences: [String] = []
    for (i, a) in record.axes.enumerated() {
      for b in record.axes.dropFirst(i + 1) where (a.x.name, a.y.name) == (b.x.name, b.y.name) {
        // Views that grow with their frames may differ by a pixel.
        func isSame(_ a: AxesRecord.Axis, _ b: AxesRecord.Axis) -> Bool {
          max(abs(a.min - b.min), abs(a.max - b.max)) <= 0.02 * abs(a.max - a.min)
        }
        if !isSame(a.x, b.x) || !isSame(a.y, b.y) {
          sentences.append("panels of \(a.x.name) and \(a.y.name) differ in limits")
        }
      }
    }
    return sentences
  }
}
