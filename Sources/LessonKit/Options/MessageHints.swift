extension Message {
  /// An option that takes less time than the one given: "--steps 40 is within reach, or fewer seeds".
  public static func reach(_ option: String) -> Message {
    Message("\(option) is within reach, or fewer seeds", zh: "可用 \(option)，或减少种子")
  }

  /// Where an option means something: "it does in: lesson rosenbrock --figure valley".
  public static func used(_ command: String) -> Message { Message("it does in: \(command)", zh: "它在此起作用：\(command)") }
}
