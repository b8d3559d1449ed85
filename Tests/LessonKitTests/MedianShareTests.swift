import LessonKit
import Testing

@Suite("Seeds below a median") struct MedianShareTests {
  @Test(
    "so many seeds below a median are within chance",
    arguments: [(1, 0...1), (5, 0...5), (6, 1...5), (12, 3...9), (100, 40...60)] as [(Int, ClosedRange<Int>)])
  func chance(count: Int, expected: ClosedRange<Int>) {
    let range = MedianShare.range(of: count)
    #expect((range.lowerBound * Double(count)).rounded() == Double(expected.lowerBound))
    #expect((range.upperBound * Double(count)).rounded() == Double(expected.upperBound))
  }
}
