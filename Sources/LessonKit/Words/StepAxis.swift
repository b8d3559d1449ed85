extension Axis {
  /// The steps of a run, from the first to the last.
  public static let step = Axis(Phrase("step", zh: "步数"), padding: .tight).with(\.countsWholes, true)
}
