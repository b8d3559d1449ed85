extension [Rule] {
  /// Refuses learning rates of one's own, where all optimizers run at one rate, and then each at its best.
  public func refuseOwnRates() throws(UsageError) {
    guard Set(map(\.learningRate)).count > 1 else { return }
    throw UsageError(
      "here no optimizer has a rate of its own: all run at one rate, or each at its best",
      zh: "这里优化器不能各设学习率：要么都用同一个，要么各取最佳",
      hints: [
        Message(
          "leave out lr= in --opt; the one rate is --lr X, for a figure at one rate",
          zh: "去掉 --opt 中的 lr=；统一的学习率用 --lr X 给出，适用于只用一个学习率的图")
      ])
  }
}
