/// One option of a lesson, as it stands after the command line was read.
public struct Declaration: Sendable {
  /// The name without dashes, as in "steps".
  public let key: String
  /// What stands for the value in help, as in `N`; empty for a flag.
  public let placeholder: String
  /// Which values are allowed, as in "1 to 1,000,000"; empty for all.
  public let range: Message
  /// Of what the value counts, as in "steps"; empty for none.
  public let unit: String
  /// What the option does.
  public let help: Phrase
  /// The values to choose from; empty where there is no list.
  public let choices: [String]
  /// The default as one writes it; empty for none.
  public let initial: String
  /// The value as one writes it.
  public let value: String
  /// The value as JSON.
  public let json: JSON
  /// Whether the value differs from the default.
  public let differs: Bool
  /// What a file name says of the value.
  public let filePart: String

  /// Whether the option stands alone, without a value.
  public var isFlag: Bool { placeholder.isEmpty }

  /// What one types to get this value.
  public var words: [String] {
    if isFlag { return value == "true" ? ["--\(key)"] : ["--set", "\(key)=\(value)"] }
    return value.hasPrefix("-") ? ["--\(key)=\(value)"] : ["--\(key)", value]
  }
}
