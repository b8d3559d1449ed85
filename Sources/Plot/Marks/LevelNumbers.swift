import Raster

/// The numbers of three contour lines, the uppermost in words, each on its line and well apart from the others.
struct LevelNumbers {
  private let surface: Surface
  private let space: Space
  private let numbers: [(value: Double, places: [Point])]

  init(_ surface: Surface, _ levels: Levels, in space: Space) {
    (self.surface, self.space) = (surface, space)
    let finder = LevelFinder(surface.field, x: space.x, y: space.y, frame: space.frame)
    let values = levels.heavy.isEmpty ? levels.lines : levels.heavy
    let seen = values.reversed().map { (value: $0, places: finder.places(of: $0)) }.filter { $0.places.count > 2 }
    // Decades are few: the upper ones, whose lines run well apart. Of even levels those a third of all apart.
    let step = levels.heavy.isEmpty ? max(1, seen.count / 3) : 1
    let first = levels.heavy.isEmpty ? min(1, max(0, seen.count - 1)) : 0
    numbers = stride(from: first, to: seen.count, by: step).prefix(3).map { seen[$0] }
  }

  /// Asks for the numbers.
  func place(on stage: inout Stage) {
    for (k, number) in numbers.enumerated() {
      let style = space.style
      // Each looks for its place in another part of the picture first.
      let turned = Self.turned(number.places, by: k)
      let text = Phrase(same: Digits.text(number.value))
      let gap = Phrase(same: " ")
      var request = LabelRequest(
        k == 0 ? surface.quantity + gap + text : text, role: .tick, color: style.theme.note,
        at: turned.map { .init($0, clearance: 0) }, rank: .detail)
      request.placement = .centered
      stage.label(request)
    }
  }

  /// The places from some share of them on, then those before.
  private static func turned(_ places: [Point], by k: Int) -> [Point] {
    let start = places.count * k / 3
    return Array(places[start...] + places[..<start])
  }
}
