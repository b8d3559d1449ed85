/// Which units of a network a dropout layer keeps, pass after pass.
public struct UnitMasks: Sendable, Hashable {
  /// By pass, layer and unit: whether the unit is kept.
  public let kept: [[[Bool]]]

  /// Draws the masks of so many passes, layer after layer of each.
  ///
  /// - Parameters:
  ///   - layers: How many units each layer has.
  ///   - drop: The probability that a unit is dropped, at least 0 and less than 1.
  ///   - passes: How many passes.
  ///   - seed: Draws the masks.
  public init(layers: [Int], drop: Double, passes: Int, seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let layer = Network(Dropout(drop), using: &random)
    let units = layers.reduce(0, +)
    let outputs = layer.trainingOutputs(for: Tensor(repeating: 1, shape: [units]), passes: passes, using: &random)
    kept = outputs.map { output in
      var rest = output.elements.map { $0 > 0 }[...]
      return layers.map { count in
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
    }
  }

  /// How many units are kept, pass by pass.
  public var counts: [Int] { kept.map { $0.joined().count { $0 } } }
  /// How many different networks the passes trained.
  public var differentCount: Int { Set(kept).count }
  /// Whether some pass lost all units of a layer, so that nothing came through.
  public var isCut: Bool { kept.contains { pass in pass.contains { !$0.contains(true) } } }
  /// How many networks so many units make, each unit in or out.
  public static func networks(of units: Int) -> Double { pow(2, Double(units)) }
}
