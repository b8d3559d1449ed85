extension Message {
  /// An option that takes less time than the one given: "--steps 40 is within reach, or fewer seeds".
  public static func reach(_ option: String, or other: Message.Text = "fewer seeds", zh chinese: Message.Text = "减少种子")
    -> Message
  {
    let other = Message(other, zh: chinese)
    return Message("\(option) is within reach, or \(other)", zh: "可用 \(option)，或\(other)")
  }

  /// How many are needed: "at least 9 are needed".
  public static func needed(_ count: Int) -> Message { Message("at least \(count) are needed", zh: "至少需要 \(count) 个") }

  /// An option that asks for as much as there is: "take --samples 40 or fewer".
  public static func fewer(_ option: String) -> Message { Message("take \(option) or fewer", zh: "用 \(option) 或更少") }

  /// Where an option means something: "it does in: lesson rosenbrock --figure valley".
  public static func used(_ command: String) -> Message { Message("it does in: \(command)", zh: "它在此起作用：\(command)") }
}
