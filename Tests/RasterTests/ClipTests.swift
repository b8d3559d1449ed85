import Testing

@testable import Raster

@Suite struct ClipTests {
  private struct Stop: Error {}
  private let everything = Path.rect(Rect(x: -10, y: -10, width: 100, height: 100))

  private func ink(_ clips: [Path], rule: FillRule = .nonZero) -> Ink {
    Ink(20, 20) { canvas in
      func paint(_ rest: ArraySlice<Path>, _ canvas: inout Canvas) {
        guard let first = rest.first else { return canvas.fill(everything, with: .solid(.black)) }
        canvas.clipped(to: first, rule: rule) { paint(rest.dropFirst(), &$0) }
      }
      paint(clips[...], &canvas)
    }
  }

  private func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Path {
    .rect(Rect(x: x, y: y, width: width, height: height))
  }

  @Test("a rectangle of whole pixels clips to them") func wholePixels() {
    let ink = ink([rect(3, 4, 5, 6)])
    #expect(ink.total == 30)
    #expect(ink.at(3, 4) == 255 && ink.at(7, 9) == 255 && ink.at(8, 9) == 0)
  }

  @Test("what is painted in a clip is what filling the clip would paint") func sameAsFill() {
    for path in [Path.circle(Point(9.3, 10.2), radius: 7), .star(Point(10, 11), radius: 9)] {
      #expect(ink([path]).canvas.bitmap == Ink.fill(20, 20, path).canvas.bitmap)
    }
  }

  @Test("clips nest: whole pixels, parts of pixels, and both") func nested() {
    #expect(ink([rect(2, 2, 10, 10), rect(5, 5, 10, 10)]).total == 49)
    let halves = ink([rect(2.5, 2, 10, 10), rect(2, 2.5, 10, 10)])
    #expect(halves.row(2).prefix(4) == [0, 0, 64, 128])
    #expect(halves.row(3).prefix(4) == [0, 0, 128, 255])
    #expect(ink([rect(2.5, 2, 10, 10), rect(2, 2, 4, 4)]).row(2) == ink([rect(2.5, 2, 3.5, 4)]).row(2))
    #expect(ink([rect(2, 2, 4, 4), rect(2.5, 2, 10, 10)]).row(2) == ink([rect(2.5, 2, 3.5, 4)]).row(2))
  }

  @Test("clips that are apart let nothing through") func apart() {
    #expect(ink([rect(1, 1, 3, 3), rect(10, 10, 3, 3)]).total == 0)
    #expect(ink([.circle(Point(4, 4), radius: 3), .circle(Point(14, 14), radius: 3)]).total == 0)
    #expect(ink([rect(1, 1, 3, 3), rect(10, 10, 3, 3), .circle(Point(4, 4), radius: 3)]).total == 0)
    #expect(ink([rect(30, 30, 3, 3)]).total == 0)
    #expect(ink([Path()]).total == 0)
    #expect(ink([.line((1, 1), (9, 9))]).total == 0)
  }

  @Test("a clip takes a rule") func rule() {
    var frame = rect(2, 2, 10, 10)
    frame.append(rect(4, 4, 2, 2))
    #expect(ink([frame]).total == 100)
    #expect(ink([frame], rule: .evenOdd).total == 96)
  }

  @Test("a clip ends with its body, and when the body throws") func ends() {
    var canvas = Canvas(width: 20, height: 20, background: .white)
    #expect(throws: Stop.self) { try canvas.clipped(to: rect(1, 1, 2, 2)) { _ in throw Stop() } }
    let answer = canvas.clipped(to: .circle(Point(5, 5), radius: 2)) { _ in 42 }
    #expect(answer == 42)
    canvas.fill(everything, with: .solid(.black))
    #expect(Ink(canvas: canvas).total == 400)
  }

  @Test("a clip follows the transform") func transform() {
    let scaled = Ink(20, 20) { canvas in
      canvas.transform = .scale(2, 2)
      canvas.clipped(to: rect(1, 1, 3, 3)) { $0.fill(everything, with: .solid(.black)) }
    }
    #expect(scaled.total == 36)
    let turned = Ink(20, 20) { canvas in
      canvas.transform = Transform.rotation(cosine: 0, sine: 1).then(.translation(12, 0))
      canvas.clipped(to: rect(1, 1, 3, 4)) { $0.fill(everything, with: .solid(.black)) }
    }
    #expect(turned.total == 12)
    #expect(turned.at(7, 1) == 255 && turned.at(10, 3) == 255 && turned.at(11, 3) == 0)
  }

  @Test("lines, gradients and images are clipped as well") func all() {
    let ramp = Gradient(.linear(from: .zero, to: Point(20, 0)), stops: [.init(0, .black), .init(1, .black)])
    let image = Bitmap(width: 20, height: 20, fill: .black)
    for clip in [rect(3, 4, 5, 6), rect(3.5, 4, 5, 6)] {
      let painters: [@Sendable (inout Canvas) -> Void] = [
        { $0.fill(.rect(Rect(x: 0, y: 0, width: 20, height: 20)), with: .gradient(ramp)) },
        { $0.stroke(.line((0, 10), (20, 10)), Stroke(width: 40), with: .solid(.black)) },
        { $0.draw(image, x: 0, y: 0) }, { $0.draw(image, in: Rect(x: 0, y: 0, width: 20, height: 20)) },
      ]
      for paint in painters {
        let ink = Ink(20, 20) { $0.clipped(to: clip, paint) }
        #expect(ink.canvas.bitmap == self.ink([clip]).canvas.bitmap)
      }
    }
  }
}
