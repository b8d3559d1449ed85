extension [Rule] {
  /// Refuses learning rates of one's own, where all optimizers run at one rate, and then each at its best.
  public func refuseOwnRates() throws(UsageError) {
    guard Set(map(\.learningRate)).count > 1 else { return }
    throw UsageError(
      "here no optimizer has a rate of its own: all run at one rate, or each at its best",
      hints: ["leave out lr= in --opt; the one rate is --lr X, for a figure at one rate"])
  }
}
