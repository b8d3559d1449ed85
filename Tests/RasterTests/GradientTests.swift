import Testing

@testable import Raster

@Suite struct GradientTests {
  private let ramp = [Gradient.Stop(0, .black), Gradient.Stop(1, .white)]

  private func reds(_ gradient: Gradient, width: Int = 8, transform: Transform = .identity, background: Color = .white)
    -> [Int]
  {
    var canvas = Canvas(width: width, height: 1, background: background)
    canvas.transform = transform
    canvas.fill(.rect(Rect(x: -99, y: -99, width: 200, height: 200)), with: .gradient(gradient))
    return (0..<width).map { Int(canvas.bitmap.pixels[4 * $0]) }
  }

  @Test("a linear gradient has at each pixel the colour of its centre") func linear() {
    let reds = reds(Gradient(.linear(from: .zero, to: Point(8, 0)), stops: ramp))
    for (x, red) in reds.enumerated() { #expect(abs(Double(red) - (Double(x) + 0.5) / 8 * 255) <= 1) }
  }

  @Test("the end colours go on beyond the ends") func beyond() {
    let reds = reds(Gradient(.linear(from: Point(2, 0), to: Point(6, 0)), stops: ramp))
    #expect(reds[0] == 0 && reds[1] == 0 && reds[6] == 255 && reds[7] == 255)
    #expect(abs(reds[3] - 96) <= 1)
  }

  @Test("a gradient runs across its direction without change") func across() {
    let reds = reds(Gradient(.linear(from: Point(0, -0.5), to: Point(0, 1.5)), stops: ramp))
    #expect(Set(reds) == [128])
  }

  @Test("a radial gradient depends on the distance alone") func radial() {
    let reds = reds(Gradient(.radial(center: Point(4, 0.5), radius: 4), stops: ramp))
    for (x, red) in reds.enumerated() {
      let distance = abs(Double(x) + 0.5 - 4)
      #expect(abs(Double(red) - distance / 4 * 255) <= 1)
    }
  }

  @Test("a gradient is moved and scaled by the transform") func transform() {
    let gradient = Gradient(.linear(from: .zero, to: Point(2, 0)), stops: ramp)
    let map = Transform.scale(4, 1).then(.translation(0, 0))
    let expected = reds(Gradient(.linear(from: .zero, to: Point(8, 0)), stops: ramp))
    #expect(reds(gradient, transform: map) == expected)
  }

  @Test("stops in the middle, twice at one place, and before 0 count") func stops() {
    let steps = [
      Gradient.Stop(-1, .white), Gradient.Stop(0.5, .white), Gradient.Stop(0.5, .black), Gradient.Stop(0.75, .black),
    ]
    let reds = reds(Gradient(.linear(from: .zero, to: Point(8, 0)), stops: steps))
    #expect(reds == [255, 255, 255, 255, 0, 0, 0, 0])
  }

  @Test("towards clear a colour fades and does not darken") func fade() {
    let stops = [Gradient.Stop(0, .white), Gradient.Stop(1, .clear)]
    let fade = Gradient(.linear(from: .zero, to: Point(8, 0)), stops: stops)
    #expect(Set(reds(fade, background: .white)) == [255])
    let onBlack = reds(fade, background: .black)
    for (x, red) in onBlack.enumerated() { #expect(abs(Double(red) - (1 - (Double(x) + 0.5) / 8) * 255) <= 2) }
  }

  @Test(
    "a gradient without extent, or with numbers that are none, still paints",
    arguments: [
      Gradient.Shape.linear(from: Point(3, 3), to: Point(3, 3)), .linear(from: Point(.nan, 0), to: Point(1, .infinity)),
      .radial(center: Point(3, 3), radius: 0), .radial(center: Point(.nan, 3), radius: .nan),
      .radial(center: .zero, radius: -.infinity),
    ]) func degenerate(shape: Gradient.Shape)
  {
    let grey = Color(hex: 0x808080)
    let gradient = Gradient(shape, stops: [.init(.nan, grey), .init(1, grey)])
    #expect(Set(reds(gradient)) == [128])
  }
}
