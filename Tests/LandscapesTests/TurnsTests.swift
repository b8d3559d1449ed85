import Foundation
import Tensors
import Testing

@testable import Landscapes

@Suite("Sine and cosine of turns") struct TurnsTests {
  @Test("quarters of a turn are exact", arguments: [-1e15, -3.0, 0, 1, 7, 1e6, 2e15]) func quarters(whole: Double) {
    let corners = [(0.0, 0.0, 1.0), (0.25, 1, 0), (0.5, 0, -1), (0.75, -1, 0)]
    for (part, sine, cosine) in corners where whole + part - whole == part {
      let value = Turns.sineAndCosine(whole + part)
      #expect(value.sine == sine && value.cosine == cosine, "\(whole) + \(part)")
    }
  }

  @Test("small angles agree with the C library, and other quarters and whole turns with small angles") func library() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<1000 {
      // Multiples of 2⁻⁴⁰, so that quarters and whole turns are taken off without rounding.
      let x = generator.uniform(in: -0.125...0.125).rounded(toward: 0x1p-40)
      let (sine, cosine) = (sin(2 * .pi * x), cos(2 * .pi * x))
      let value = Turns.sineAndCosine(x)
      // 2πx is rounded on either side.
      #expect(abs(value.sine - sine) <= 2 * sine.ulp, "\(x)")
      #expect(abs(value.cosine - cosine) <= 2 * cosine.ulp, "\(x)")
      let turned = [0.25, 0.5, 0.75, 300, -7].map { Turns.sineAndCosine(x + $0) }
      #expect(turned.map(\.sine) == [value.cosine, -value.sine, -value.cosine, value.sine, value.sine])
      #expect(turned.map(\.cosine) == [-value.sine, -value.cosine, value.sine, value.cosine, value.cosine])
    }
  }

  @Test("what is not finite gives NaN", arguments: [Double.nan, .infinity, -.infinity]) func notFinite(x: Double) {
    let value = Turns.sineAndCosine(x)
    #expect(value.sine.isNaN && value.cosine.isNaN)
  }

  @Test("beyond 2⁵¹ turns every number counts as whole") func far() {
    let value = Turns.sineAndCosine(0x1p60)
    #expect(value.sine == 0 && value.cosine == 1)
  }
}

extension Double { fileprivate func rounded(toward step: Double) -> Double { (self / step).rounded() * step } }
