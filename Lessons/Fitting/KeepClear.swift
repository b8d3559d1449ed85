import LessonKit

/// Points of the plane that no free label should cover; nothing is drawn.
struct KeepClear: Mark {
  let points: [Point]

  /// Asks labels to keep off the points.
  func place(in space: Space, on stage: inout Stage) throws {
    for point in points {
      let p = space(point)
      guard p.isFinite, space.frame.contains(p) else { continue }
      stage.avoid(disc: p, radius: 0.4 * space.style.unit)
    }
  }
}
