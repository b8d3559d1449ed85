import Raster

/// Chooses the steps of a trail that carry their number: 1, 2 or 5 times a power of ten, well apart.
enum Milestones {
  /// Steps for a trail given in pixels, ascending.
  static func choose(_ pixels: [Point], in space: Space) -> [Int] {
    let apart = 6.5 * space.style.unit
    let last = pixels.count - 1
    guard last >= 2 else { return [] }
    var chosen: [Int] = []
    let ends = [pixels[0], pixels[last]]
    for step in candidates(upTo: last) where chosen.count < 6 {
      let p = pixels[step]
      guard space.frame.inset(by: 1.5 * space.style.unit).contains(p) else { continue }
      let others = ends + chosen.map { pixels[$0] }
      if others.allSatisfy({ $0.distance(to: p) >= apart }) { chosen.append(step) }
    }
    return chosen.sorted()
  }

  /// Powers of ten from the largest down, then their fivefold, then their double.
  private static func candidates(upTo last: Int) -> [Int] {
    var powers: [Int] = []
    var power = 1
    while power < last {
      powers.append(power)
      power *= 10
    }
    powers.reverse()
    return [1, 5, 2].flatMap { factor in powers.map { $0 * factor } }.filter { $0 >= 5 && $0 < last }
  }
}
