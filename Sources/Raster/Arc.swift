/// Part of a circle, to be halved again and again.
struct Arc {
  let center: Point
  /// The radius, which is half the width of a line.
  let half: Double
  /// How much further out the corners are put.
  let bulge: Double
  /// 1 for turns towards growing angles, −1 for the others.
  let sense: Double

  /// Gives the corners strictly between two spokes, in order: one if halved once, three if twice.
  func halve(_ start: Point, _ end: Point, _ times: Int, _ give: (Point) -> Void) {
    guard times > 0 else { return }
    let chord = end - start
    let middle = chord.turned * (-sense * half / chord.length)
    halve(start, middle, times - 1, give)
    give(center + middle * bulge)
    halve(middle, end, times - 1, give)
  }
}
