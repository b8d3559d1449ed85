/// How coverage is turned into opacity: raised to 1/gamma.
struct Tone: Sendable {
  /// 1 takes coverage as it is, more makes thin shapes stronger.
  let gamma: Double
  /// The opacity of each coverage, both 0…255.
  private let table: [UInt8]

  /// Coverage as it is.
  static let linear = Tone(gamma: 1)

  /// A tone; a gamma that is not positive and finite counts as 1.
  init(gamma: Double) {
    self.gamma = gamma
    let exponent = gamma > 0 && gamma.isFinite ? 1 / gamma : 1
    table = (0...255).map { byte in
      let share = Power.power(Double(byte) / 255, exponent)
      return UInt8((share * 255).rounded())
    }
  }

  /// The opacity of a coverage, both 0…255.
  @inline(__always) func opacity(of coverage: UInt32) -> UInt32 { UInt32(table[Int(coverage)]) }
}
