/// The losses of some walks against the step: the panel beside a map of their trails.
public struct LossStrip: Sendable {
  /// What the curves are measured from, and whether the axis is logarithmic.
  public enum Height: Sendable, Hashable {
    /// The loss itself, on a logarithmic axis.
    case loss
    /// The loss above a floor, on a logarithmic axis.
    case above(Double)
    /// The loss itself, evenly spread, for functions that fall without a floor; at most so high.
    case level(ClosedRange<Double>)
  }

  private let walks: [Walk]
  private let names: [Phrase]
  private let steps: Int
  /// What the curves are measured from.
  public var height = Height.loss
  /// Whether the axis wears the colours of the map.
  public var isColorBar = true

  /// The losses of walks with their names, over at most so many steps.
  public init(_ walks: [Walk], names: [Phrase], steps: Int) {
    (self.walks, self.names, self.steps) = (walks, names, steps)
  }

  private var isAlone: Bool { walks.count == 1 }

  private var axis: Axis {
    switch height {
    case .loss:
      Axis(
        Phrase("loss $f$", zh: "损失 $f$"), .log, limits: walks.lossRange, isColorBar: isColorBar)
    case .above(let floor):
      Axis(
        Phrase("$f$ above its lowest value", zh: "$f$ 高出最低值"), .log,
        limits: walks.lossRange(above: floor), isColorBar: isColorBar)
    case .level(let range):
      Axis(Phrase("loss $f$", zh: "损失 $f$"), limits: range, isColorBar: isColorBar)
    }
  }

  private var floor: Double { if case .above(let floor) = height { floor } else { 0 } }

  /// The panel.
  public var panel: Panel {
    var panel = Panel(
      x: Axis(Phrase("step", zh: "步数"), domain: 0...shownSteps), y: axis, frame: .open
    ) {
      for (i, walk) in walks.enumerated() { curve(walk, i) }
    }
    panel.x.countsWholes = true
    panel.isEssential = false
    return panel
  }

  /// The losses of a walk; one that ends beyond the axis leaves the panel with an arrowhead, and has no mark of an end.
  private func curve(_ walk: Walk, _ i: Int) -> Line {
    var line = walk.lossCurve(
      names[i], label: endLabel(walk, isAlone ? nil : names[i]),
      series: i + (isAlone ? 1 : 0), above: floor)
    let last = walk.losses[walk.steps] - floor
    if let limits = axis.limits, !(limits.lowerBound...limits.upperBound).contains(last) {
      (line.hasExits, line.hasEndMarker) = (true, false)
    }
    return line
  }

  /// How far the step axis goes: to the end, or a little beyond the last walk that was lost if all were.
  private var shownSteps: Double {
    let lost = walks.compactMap(\.divergedAt)
    return lost.count == walks.count
      ? min(Double(steps), max(6, 1.3 * Double(lost.max() ?? 0))).rounded(.up) : Double(steps)
  }

  /// The name of a walk, or its last loss where it needs no name, or that it diverged.
  private func endLabel(_ walk: Walk, _ name: Phrase?) -> Phrase {
    guard walk.hasDiverged else {
      return name ?? Phrase(same: "$f$ = " + Digits.text(walk.losses[walk.steps], digits: 3))
    }
    let diverged = Phrase("diverged", zh: "发散")
    return name.map { $0 + " " + diverged } ?? diverged
  }
}
