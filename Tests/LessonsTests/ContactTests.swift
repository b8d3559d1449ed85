import LessonKit
import Testing

@testable import Lessons

/// The contact of contour and ball in pixels, drawn by the marks of the lesson at the size of a slide.
@Suite("Contact in pixels")
struct ContactTests {
  /// A shape alone on a page, filled: how much of each pixel it covers.
  private struct Coverage {
    let width: Int
    let shares: [Double]
    let space: (Point) -> Point

    init(_ region: Region) throws {
      var filled = region
      (filled.shade, filled.hasEdge, filled.series) = (1, false, 0)
      var panel = Panel(x: Axis("$w_1$"), y: Axis("$w_2$"), frame: .box) { filled }
      panel.equalAspect = true
      panel.show(View(x: -1.7...2.5, y: -1.8...2.2))
      let figure = Figure("Contact", subtitle: "coverage", panels: [panel])
      let drawing = try figure.draw(Format(), with: Pictures.typesetter)
      let axes = drawing.record.axes[0]
      let (box, x, y) = (axes.box, axes.x, axes.y)
      space = { p in
        Point(
          box.minX + (p.x - x.min) / (x.max - x.min) * box.width,
          box.maxY - (p.y - y.min) / (y.max - y.min) * box.height)
      }
      width = drawing.bitmap.width
      let (paper, ink) = (255.0, Double(Theme.light.series[0].bytes.red))
      let inner = box.inset(by: 4)
      let width = width
      shares = drawing.bitmap.pixels.withUnsafeBufferPointer { bytes in
        (0..<(bytes.count / 4)).map { i in
          let p = Point(Double(i % width) + 0.5, Double(i / width) + 0.5)
          return inner.contains(p) ? (paper - Double(bytes[4 * i])) / (paper - ink) : 0
        }
      }
    }

    /// What each of the nine pixels around a point holds of this shape and of another.
    func around(_ p: Point, _ other: Coverage) -> [(own: Double, other: Double)] {
      let (column, row) = (Int(p.x), Int(p.y))
      return (-1...1).flatMap { dy in
        (-1...1).map { dx in
          let place = (row + dy) * width + column + dx
          return (shares[place], other.shares[place])
        }
      }
    }

    /// The area, in pixels, that two shapes share at least.
    func overlap(_ other: Coverage) -> Double {
      zip(shares, other.shares).reduce(0) { $0 + max(0, $1.0 + $1.1 - 1) }
    }
  }

  private static let touch = Touch(bowl: PenalisedBowl(), lambda: 0.5)

  private static func ball(_ penalty: PenalisedBowl.Penalty) -> Region {
    TouchPanels(touch: touch).ball(penalty, 0)
  }

  /// The contour moved along the pull of the loss, by pixels of a slide.
  private static func contour(_ penalty: PenalisedBowl.Penalty, movedBy pixels: Double) -> Region {
    let pull = touch.bowl.pull(touch.solution(penalty))
    let unit = pixels / 190 / pull.length
    let (a, b) = touch.bowl.contour(through: touch.solution(penalty))
    let center = Point(touch.bowl.optimum) + Point(pull) * unit
    return Region(ellipse: center, a, b, series: 0)
  }

  @Test(
    "contour and ball share no area, and no gap is between them",
    arguments: PenalisedBowl.Penalty.allCases)
  func contact(penalty: PenalisedBowl.Penalty) throws {
    let ball = try Coverage(Self.ball(penalty))
    let contour = try Coverage(Self.contour(penalty, movedBy: 0))
    let place = ball.space(Point(Self.touch.solution(penalty)))
    #expect(ball.shares.reduce(0, +) > 1e4 && contour.shares.reduce(0, +) > 1e4)
    #expect(ball.overlap(contour) < 1, "\(ball.overlap(contour))")
    let pixels = ball.around(place, contour)
    // Where both are smooth, every pixel between them is full; a corner shares at least one pixel.
    switch penalty {
    case .l1: #expect(pixels.contains { $0.own > 0.05 && $0.other > 0.05 })
    case .l2: #expect(pixels.allSatisfy { $0.own + $0.other > 0.9 }, "\(pixels)")
    }
  }

  @Test("half a pixel off is noticed, in either direction")
  func control() throws {
    let ball = try Coverage(Self.ball(.l2))
    let place = ball.space(Point(Self.touch.solution(.l2)))
    let inward = try Coverage(Self.contour(.l2, movedBy: -0.5))
    #expect(ball.overlap(inward) > 2, "\(ball.overlap(inward))")
    let outward = try Coverage(Self.contour(.l2, movedBy: 0.5))
    let pixels = ball.around(place, outward)
    #expect(pixels.contains { $0.own + $0.other < 0.8 }, "\(pixels)")
  }
}
