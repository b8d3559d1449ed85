extension Schedule {
  /// What a subtitle adds for it, after what stands there: "  ·  schedule cosine"; empty for one rate throughout.
  public var segment: Phrase {
    self == .constant ? "" : Phrase("  ·  schedule \(spelling)", zh: "  ·  学习率调度 \(spelling)")
  }
}
