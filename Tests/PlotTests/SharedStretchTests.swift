import Raster
import Testing

@testable import Plot

@Suite("Stretches that two lines share") struct SharedStretchTests {
  private let line = (0...100).map { Point(Double($0), 0) }

  private func parts(of points: [Point], beside other: [Point], of owner: Identity = 1) -> [(
    range: ClosedRange<Int>, isShared: Bool
  )] {
    var stage = Stage()
    stage.avoid(line: other, width: 2, owner: owner)
    return stage.parts(of: points, owner: 2, within: 1)
  }

  @Test("a line that leaves another is cut where it does") func leaving() {
    let way = (0...100).map { Point(Double($0), $0 <= 50 ? 0 : Double($0 - 50)) }
    let parts = parts(of: way, beside: line)
    #expect(parts.map(\.isShared) == [true, false])
    #expect(parts.first?.range == 0...51 && parts.last?.range == 51...100)
  }

  @Test("a line that only crosses another, or that is alone, is whole") func crossing() {
    let across = (0...100).map { Point(50, Double($0) - 50) }
    #expect(parts(of: across, beside: line).map(\.isShared) == [false])
    #expect(parts(of: line, beside: [Point(0, 9), Point(100, 9)]).map(\.range) == [0...100])
    #expect(parts(of: line, beside: line, of: 2).map(\.isShared) == [false])
  }

  @Test("nothing, and a single point, have at most one part") func few() {
    #expect(parts(of: [], beside: line).isEmpty)
    #expect(parts(of: [.zero], beside: line).map(\.isShared) == [false])
  }
}
