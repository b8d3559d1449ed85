import Raster

extension Line {
  /// What is said of a curve that ends at exactly zero where zero has no place of its own: on a log axis. Nil of any other.
  func zero(x: Axis, y: Axis) -> Phrase? {
    let sound = points.filter(\.isFinite)
    guard y.scale == .log || y.showsZeroAlone, divergedAt == nil, let last = sound.last, last.y == 0 else { return nil }
    guard let before = sound.lastIndex(where: { $0.y != 0 }) else {
      return Phrase("exactly 0 throughout", zh: "始终恰为 0")
    }
    let (number, name) = (Digits.text(sound[before + 1].x), x.countsWholes ? x.name : "")
    return Phrase("exactly 0 from \(name) \(number) on", zh: "自\(name) \(number) 起恰为 0").plain
  }

  /// The second line under the name: its own, and that the curve is exactly zero.
  func fullDetail(x: Axis, y: Axis) -> Phrase? {
    let parts = [detail, zero(x: x, y: y)].compactMap { $0 }
    return parts.isEmpty ? nil : .joined(parts, by: "\n")
  }
}
