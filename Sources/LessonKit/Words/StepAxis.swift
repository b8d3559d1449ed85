extension Axis {
  /// The steps of a run, from the first to the last.
  public static let step = Axis.counting(Phrase("step", zh: "步数")).with(\.padding, .tight)
}
