extension Schedule {
  /// What a subtitle adds for it, after what stands there: "\u{A0}\u{A0}·  schedule cosine"; empty for one rate throughout.
  public var segment: Phrase {
    self == .constant
      ? "" : Phrase("\u{A0}\u{A0}·  schedule \(spelling)", zh: "\u{A0}\u{A0}·  学习率调度 \(spelling)")
  }
}
