import Tensors
import Testing

@Suite("Quantiles") struct QuantileTests {
  static let sample = [1.764, 0.4, 0.979, 2.241, 1.868, -0.977, 0.95, -0.151, -0.103, 0.411, 0.144]

  @Test(
    "quantiles equal NumPy's default",
    arguments: [(0, -0.977), (0.1, -0.151), (0.25, 0.02049999999999999), (0.5, 0.411), (0.83, 1.7952), (1, 2.241)])
  func numpy(share: Double, expected: Double) { #expect(abs(Self.sample.quantile(share) - expected) < 1e-15) }

  @Test("the median of an even number of elements is the mean of the middle two") func median() {
    #expect([4, 1, 3, 2].median() == 2.5)
    #expect([4.0, 1, 3, 2].quantile(0.3) == 1.9)
    #expect([3.0, 1].median() == 2)
    #expect([7.0].median() == 7)
    #expect([7.0].quantile(0.9) == 7)
    #expect([5.0, 1, 2, 3].dropFirst().median() == 2)
  }

  @Test("there is no median of nothing, nor of NaN") func undefined() {
    #expect([Double]().median().isNaN)
    #expect([1, .nan, 2].median().isNaN)
  }

  @Test("infinite elements count as what they are") func infinite() {
    #expect([1, .infinity, 2].median() == 2)
    #expect([1, .infinity, .infinity].median() == .infinity)
    #expect([1, 2, .infinity, .infinity].median() == .infinity)
    #expect([Double.infinity, .infinity].median() == .infinity)
    #expect([-.infinity, 1].quantile(0) == -.infinity)
  }

  @Test("a share outside 0...1 stops the program") func wrongShare() async {
    await #expect(processExitsWith: .failure) { _ = [1.0].quantile(1.5) }
  }
}
