import Plot
import Testing

@Suite("Room among points") struct FreeRoomTests {
  private static let (left, right) = (View(x: 0...1, y: 0...1), View(x: 2...3, y: 0...1))

  @Test(
    "is the first part of the plane without a point, its edge included",
    arguments: [
      ([Point](), left), ([Point(0.5, 0.5)], right), ([Point(1, 1)], right), ([Point(1.5, 0.5)], left),
      ([Point(2.5, 0.5)], left), ([Point(0.5, .nan)], left), ([Point(0.5, 0.5), Point(3, 0)], nil),
    ] as [([Point], View?)]) func first(points: [Point], part: View?)
  { #expect(View.first(of: [Self.left, Self.right], without: points) == part) }
}
