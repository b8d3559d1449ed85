import Raster
import Testing
import Typography

@testable import Fields
@testable import Plot

@Suite("Labels at the ends of lines") struct EndLabelTests {
  private func spread(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double] {
    let distances = [Double](repeating: gap, count: max(0, wanted.count - 1))
    return EndLabels.spread(wanted, distances: distances, within: range)
  }

  @Test("positions that are apart stay where they are") func apart() {
    #expect(spread([10, 40, 90], gap: 20, within: 0...100) == [10, 40, 90])
    #expect(spread([], gap: 20, within: 0...100).isEmpty)
    #expect(spread([7], gap: 20, within: 0...100) == [7])
  }

  @Test("two that coincide move apart by the same distance") func pair() {
    #expect(spread([50, 50], gap: 20, within: 0...100) == [40, 60])
  }

  @Test("blocks pushed at an edge stay in the range") func edges() {
    #expect(spread([1, 2, 3], gap: 10, within: 0...100) == [0, 10, 20])
    #expect(spread([97, 98, 99], gap: 10, within: 0...100) == [80, 90, 100])
    #expect(spread([-50, 300], gap: 10, within: 0...100) == [0, 100])
  }

  private static let wishes: [[Double]] = {
    var state: UInt64 = 12345
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    return (0..<60).map { i in (0..<(2 + i % 7)).map { _ in 200 * random() }.sorted() }
  }()

  @Test("order, gap and range are kept", arguments: wishes) func kept(wanted: [Double]) {
    let found = spread(wanted, gap: 24, within: 10...180)
    for (a, b) in zip(found, found.dropFirst()) { #expect(b - a >= 24 - 1e-9) }
    #expect(found.allSatisfy { $0 >= 10 - 1e-9 && $0 <= 180 + 1e-9 })
  }

  @Test("no other positions come nearer to the wanted ones in squares", arguments: wishes) func leastSquares(
    wanted: [Double]
  ) {
    let (gap, low, high) = (24.0, 10.0, 180.0)
    func cost(_ x: [Double]) -> Double { zip(x, wanted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
    let found = spread(wanted, gap: gap, within: low...high)
    let best = cost(found)
    // A convex problem: if no run of neighbours can be moved to the better, nothing can.
    for first in wanted.indices {
      for last in first..<wanted.count {
        for move in [-0.5, -0.01, 0.01, 0.5] {
          var other = found
          for i in first...last { other[i] += move }
          let fits =
            other.allSatisfy { $0 >= low && $0 <= high } && zip(other, other.dropFirst()).allSatisfy { $1 - $0 >= gap }
          if fits { #expect(cost(other) >= best - 1e-9, "\(first)…\(last) by \(move)") }
        }
      }
    }
  }

  @Test("a range too small for all keeps the gap, and runs over at one end only") func tooMany() {
    let found = spread([5, 5, 5], gap: 20, within: 0...30)
    #expect(found == [0, 20, 40])
  }

  @Test("placed labels do not overlap, begin beside the frame and do not hang below it", arguments: [1, 2, 4, 6])
  func placed(count: Int) throws {
    let style = Workbench.style()
    let frame = Rect(x: 100, y: 100, width: 400, height: 500)
    let labels = (0..<count).map { i in
      EndLabel(
        LabelText(Phrase(same: "Rule \(i)")), color: style.theme.ink, lineColor: style.theme.ink,
        end: Point(frame.maxX, 590 + Double(i)))
    }
    let ends = try EndLabels(labels, frame: frame, limit: 300, style: style)
    #expect(ends.placed.count == count)
    for (i, a) in ends.placed.enumerated() {
      #expect(a.box.minX > frame.maxX)
      #expect(a.box.maxY <= frame.maxY + 0.5 * style.size(.label))
      for b in ends.placed.dropFirst(i + 1) { #expect(!a.box.overlaps(b.box)) }
    }
  }

  @Test("labels stand in the order of their lines' ends") func order() throws {
    let style = Workbench.style()
    let frame = Rect(x: 0, y: 0, width: 400, height: 500)
    let ends = ["c": 300.0, "a": 120.0, "b": 121.0]
    let labels = ends.sorted { $0.key > $1.key }.map { name, y in
      EndLabel(LabelText(Phrase(same: name)), color: style.theme.ink, lineColor: style.theme.ink, end: Point(400, y))
    }
    let placed = try EndLabels(labels, frame: frame, limit: 300, style: style).placed
    #expect(placed.sorted { $0.box.minY < $1.box.minY }.map(\.line.plain) == ["a", "b", "c"])
  }

  @Test("a label that had to move has a line to its end, one that stands level has none") func leaders() throws {
    let style = Workbench.style()
    let frame = Rect(x: 0, y: 0, width: 400, height: 500)
    func label(_ y: Double) -> EndLabel {
      EndLabel(LabelText("a"), color: style.theme.ink, lineColor: style.theme.ink, end: Point(400, y))
    }
    #expect(try EndLabels([label(100), label(300)], frame: frame, limit: 300, style: style).leaders.isEmpty)
    let close = try EndLabels([label(100), label(101)], frame: frame, limit: 300, style: style)
    #expect(close.leaders.count == 2)
  }

  @Test("a name with a second line stands clear of its neighbours, bold over regular") func details() throws {
    let style = Workbench.style()
    let frame = Rect(x: 0, y: 0, width: 400, height: 500)
    let labels = ["SGD", "Adam"].map { name in
      EndLabel(
        LabelText(Phrase(same: name), detail: "rate 0.1"), color: style.theme.ink, lineColor: style.theme.ink,
        end: Point(400, 250))
    }
    let placed = try EndLabels(labels, frame: frame, limit: 300, style: style).placed
    #expect(placed.map(\.line.plain) == ["SGD", "rate 0.1", "Adam", "rate 0.1"])
    #expect(placed.map(\.bold) == [true, false, true, false])
    for (a, b) in zip(placed, placed.dropFirst()) { #expect(a.box.maxY < b.box.minY) }
  }

  @Test("what a line has found is much larger than its name, and level with its end", arguments: [150.0, 300])
  func finding(end: Double) throws {
    let style = Workbench.style()
    let frame = Rect(x: 0, y: 0, width: 400, height: 500)
    var line = Line([Point(0, 0), Point(1, 1)], as: Identity("explodes", .series(1)))
    line.finding = "× 117"
    let words = try #require(line.endTexts(x: Axis("x"), y: Axis("y")).first)
    let label = EndLabel(words, color: style.theme.ink, lineColor: style.theme.ink, end: Point(400, end))
    let placed = try EndLabels([label], frame: frame, limit: 300, style: style).placed
    #expect(placed.map(\.line.plain) == ["× 117", "explodes"] && placed.map(\.bold) == [true, false])
    #expect(placed[1].px == style.size(.label) && placed[0].px == 2 * placed[1].px)
    #expect(abs(placed[0].box.center.y - end) < 0.1 * placed[0].px && placed[0].box.maxY < placed[1].box.minY)
  }

  @Test("at the foot of the frame the name stands over what was found, and the number level with the end") func foot()
    throws
  {
    let style = Workbench.style()
    let frame = Rect(x: 0, y: 0, width: 400, height: 500)
    var words = LabelText("÷ 194", detail: "vanishes")
    words.scale = 2
    let labels = [60.0, 480].map {
      EndLabel(words, color: style.theme.ink, lineColor: style.theme.ink, end: Point(400, $0))
    }
    let placed = try EndLabels(labels, frame: frame, limit: 300, style: style).placed
    #expect(placed.map(\.line.plain) == ["÷ 194", "vanishes", "vanishes", "÷ 194"])
    #expect(abs(placed[3].box.center.y - 480) < 0.1 * placed[3].px && placed[2].box.maxY < placed[3].box.minY)
  }

  @Test("a name too wide for its margin stands in two lines") func broken() throws {
    let style = Workbench.style()
    let words = LabelText("ReLU and Leaky ReLU")
    let whole = try EndLabels.width([words], limit: 1000, style: style)
    let narrow = try EndLabels.width([words], limit: 200, style: style)
    #expect(narrow < 0.7 * whole)
  }
}
