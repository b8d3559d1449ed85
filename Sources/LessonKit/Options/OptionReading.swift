/// Reads the parts that several kinds of option share.
public enum OptionReading {
  /// A finite number in an interval; `option` is how the user spelled the option.
  public static func number(_ text: String, _ option: String, in interval: Interval = .finite) throws(UsageError)
    -> Double
  {
    guard let value = Typed.number(text) else {
      throw UsageError(
        "\(option) wants a number, not '\(text)'", zh: "\(option) 应为一个数，不能是“\(text)”", hints: interval.hints)
    }
    guard interval.contains(value) else {
      throw UsageError("\(option) \(text) is out of range", zh: "\(option) \(text) 超出范围", hints: interval.hints)
    }
    return value
  }

  /// Two numbers `A:B`, the first smaller.
  public static func span(_ text: String, _ option: String, in interval: Interval = .finite) throws(UsageError)
    -> ClosedRange<Double>
  {
    let parts = Typed.list(text, separator: ":")
    guard parts.count == 2 else {
      throw UsageError(
        "\(option) wants two numbers A:B such as -2:2, not '\(text)'", zh: "\(option) 应为两个数 A:B，如 -2:2，不能是“\(text)”")
    }
    let lower = try number(parts[0], option, in: interval)
    let upper = try number(parts[1], option, in: interval)
    guard lower < upper else {
      throw UsageError("\(option) wants the smaller number first, not '\(text)'", zh: "\(option) 应先写较小的数，不能是“\(text)”")
    }
    return lower...upper
  }
}
