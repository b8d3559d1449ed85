import Landscapes
import Tensors
import Testing

@Suite("Narrow bent valleys") struct NarrowValleyTests {
  static let forms: [String] = [
    "1e12*(y-B-(x-A)^2)^2+(x-A)^2", "1e10*(y-B-(x-A)^3)^2+(x-A)^2", "1e9*(y-B-sin(3*(x-A)))^2+(x-A)^2",
    "1e4*abs(y-B-(x-A)^2)+abs(x-A)", "1e6*abs(y-B-sin(x-A))+(x-A)^2",
  ]

  private func number(_ range: ClosedRange<Double>, _ stream: inout SeededGenerator) -> Double {
    (100 * stream.uniform(in: range)).rounded() / 100
  }

  @Test("are followed to their ends", arguments: forms, 0..<4) func end(form: String, seed: Int) throws {
    var stream = SeededGenerator(seed: UInt64(seed))
    let (a, b) = (number(-1...1, &stream), number(-0.6...0.6, &stream))
    let text = form.replacing("A", with: "(\(a))").replacing("B", with: "(\(b))")
    let window = Landscape.Window(reach: 2)
    let floor = Landscape(try Expression(parsing: text), view: window).summary(of: window).floor
    guard case .points(let minima) = floor else {
      Issue.record("\(text): \(floor)")
      return
    }
    #expect(minima.count == 1 && minima[0].point.distance(to: Vector2(a, b)) < 1e-3, "\(text): \(minima)")
  }
}
