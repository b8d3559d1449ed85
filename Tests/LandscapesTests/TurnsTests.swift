import Foundation
import Tensors
import Testing

@testable import Landscapes

@Suite("Sine and cosine of turns")
struct TurnsTests {
  @Test("quarters of a turn are exact", arguments: [-1e15, -3.0, 0, 1, 7, 1e6, 4e15])
  func quarters(whole: Double) {
    let corners = [(0.0, 0.0, 1.0), (0.25, 1, 0), (0.5, 0, -1), (0.75, -1, 0)]
    for (part, sine, cosine) in corners where whole + part - whole == part {
      let value = Turns.sineAndCosine(whole + part)
      #expect(value.sine == sine && value.cosine == cosine, "\(whole) + \(part)")
    }
  }

  @Test("a thousand places agree with the C library within two units in the last place")
  func library() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<1000 {
      // Multiples of 2⁻⁴⁰, so that whole turns are taken off without rounding.
      let x = generator.uniform(in: -0.5...0.5).rounded(toward: 0x1p-40)
      let value = Turns.sineAndCosine(x + 300)
      let (sine, cosine) = (sin(2 * .pi * x), cos(2 * .pi * x))
      // 2πx itself is rounded once on either side, which counts where the function is steep.
      #expect(abs(value.sine - sine) <= 3 * max(sine.ulp, 0x1p-53 * abs(x)), "\(x)")
      #expect(abs(value.cosine - cosine) <= 3 * max(cosine.ulp, 0x1p-53), "\(x)")
    }
  }

  @Test("what is not finite gives NaN", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(x: Double) {
    let value = Turns.sineAndCosine(x)
    #expect(value.sine.isNaN && value.cosine.isNaN)
  }

  @Test("beyond 2⁵¹ turns every number counts as whole")
  func far() {
    let value = Turns.sineAndCosine(0x1p60)
    #expect(value.sine == 0 && value.cosine == 1)
  }
}

extension Double {
  fileprivate func rounded(toward step: Double) -> Double { (self / step).rounded() * step }
}
