/// Labels of ticks: the same number of decimals along an axis, no offsets, markup for powers of ten.
enum TickLabels {
  /// Labels of a linear axis.
  static func linear(_ ticks: LinearTicks) -> [String] {
    let largest = ticks.values.map(abs).max() ?? 0
    let step = ticks.step > 0 ? ticks.step : largest
    guard largest > 0 else { return ticks.values.map { _ in "0" } }
    let order = Int(floor(log10(largest) + 1e-9))
    let power = order >= 7 || order < -4 ? order : 0
    let unit = pow(10, Double(power))
    let decimals = Self.decimals(step: step / unit)
    return ticks.values.map { value in
      guard value != 0 else { return "0" }
      let digits = Digits.fixed(value / unit, decimals: decimals)
      guard power != 0 else { return digits }
      return "$\(digits)×10^{\(power)}$"
    }
  }

  /// Labels of a log axis: powers of ten, or plain numbers when all lie between 0.001 and 1 000.
  static func log(_ ticks: LogTicks) -> [String] {
    if let even = ticks.even { return linear(even) }
    let plain = ticks.values.allSatisfy { $0 > 0.00099 && $0 < 1001 }
    return ticks.values.map { value in
      let power = log10(value)
      guard !plain, abs(power - power.rounded()) < 1e-6 else { return Digits.text(value, digits: 4) }
      return Self.power(Int(power.rounded()))
    }
  }

  /// A power of ten; the first two as the numbers that they are.
  private static func power(_ exponent: Int) -> String {
    exponent == 0 ? "1" : exponent == 1 ? "10" : "$10^{\(exponent)}$"
  }

  /// The label of one value: a power of ten, plain between 0.001 and 1000.
  static func log(_ value: Double) -> String {
    let exponent = log10(value)
    let isPlain = value > 0.00099 && value < 1001
    guard !isPlain, abs(exponent - exponent.rounded()) < 1e-6 else { return Digits.text(value, digits: 4) }
    return power(Int(exponent.rounded()))
  }

  /// The label of one value as a factor: ×10 for 10, ÷10 for 0.1.
  static func factor(_ value: Double) -> String {
    let size = value < 1 ? 1 / value : value
    let isPower = abs(log10(size) - log10(size).rounded()) < 1e-6
    let words = isPower && size > 1e5 ? power(Int(log10(size).rounded())) : Digits.text(size, digits: 6)
    return value < 1 ? "÷\(words)" : "×\(words)"
  }

  /// Decimals that a step needs to be told exactly, at most 12.
  private static func decimals(step: Double) -> Int {
    (0...12).first { places in
      let scaled = step * pow(10, Double(places))
      return scaled > 0.5 && abs(scaled - scaled.rounded()) < 1e-6 * max(1, scaled)
    } ?? 12
  }
}
