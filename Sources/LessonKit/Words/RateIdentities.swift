/// What a learning rate does on a parabola, by the factor 1 − ηλ of a step: the same name and colour wherever it is told.
public enum RateKind: Sendable, Hashable {
  /// It comes nearer from one side, by less than half a step.
  case small
  /// It comes nearer by more than half.
  case good
  /// It is there at once, or nearly.
  case ideal
  /// It comes nearer from side to side.
  case oscillating
  /// It neither comes nearer nor goes away.
  case neutral
  /// It goes away.
  case diverging

  /// What a rate does whose steps multiply the distance by a factor.
  public init(factor: Double) {
    let size = abs(factor)
    self =
      abs(size - 1) < 1e-9
      ? .neutral
      : size > 1 ? .diverging : size <= 0.1 ? .ideal : size <= 0.5 ? .good : factor > 0 ? .small : .oscillating
  }

  /// Its name and its colour.
  public var identity: Identity {
    switch self {
    case .small: Identity(Phrase("Too small", zh: "太小"), .series(0), marker: .circle)
    case .good: Identity(Phrase("Good", zh: "合适"), .series(2), marker: .triangle)
    case .ideal: Identity(Phrase("Ideal", zh: "理想"), .series(2), marker: .triangle)
    case .oscillating: Identity(Phrase("Oscillates", zh: "振荡"), .series(1), marker: .diamond)
    case .neutral: Identity(Phrase("Gains nothing", zh: "毫无进展"), .muted, marker: .ring)
    case .diverging: Identity(Phrase("Diverges", zh: "发散"), .series(3), marker: .square)
    }
  }
}
