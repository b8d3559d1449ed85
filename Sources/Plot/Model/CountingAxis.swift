extension Axis {
  /// An axis of what is counted, with ticks at whole numbers alone: steps, degrees, layers.
  public static func counting(_ name: Phrase, domain: ClosedRange<Double>? = nil) -> Axis {
    Axis(name, domain: domain).with(\.countsWholes, true)
  }
}
