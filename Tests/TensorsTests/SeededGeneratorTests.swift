import Tensors
import Testing

@Suite("A seeded generator") struct SeededGeneratorTests {
  @Test("the stream is SplitMix64's, by the published numbers of seed 1234567") func published() {
    var generator = SeededGenerator(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test("one seed gives one stream, another seed another") func seeds() {
    var (a, b, c) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1), SeededGenerator(seed: 2))
    let (first, again, other) = (a.next(), b.next(), c.next())
    #expect(first == again)
    #expect(first != other)
  }

  @Test("uniform numbers fill the range evenly, and never leave it") func uniform() {
    var generator = SeededGenerator(seed: 5)
    let drawn = (0..<10_000).map { _ in generator.uniform(in: -2...6) }
    #expect(drawn.allSatisfy { $0 >= -2 && $0 <= 6 })
    let mean = drawn.reduce(0, +) / 10_000
    #expect(abs(mean - 2) < 0.1)
    let share = Double(drawn.count { $0 < 0 }) / 10_000
    #expect(abs(share - 0.25) < 0.02)
    #expect(generator.uniform(in: 3...3) == 3)
  }
}

@Suite("Log spacing") struct LogSpacingTests {
  @Test("numbers keep one ratio between exact ends") func ratio() {
    let rates = (1e-5...10).logSpaced(count: 25)
    #expect(rates.count == 25)
    #expect(rates.first == 1e-5)
    #expect(rates.last == 10)
    for (a, b) in zip(rates, rates.dropFirst()) { #expect(abs(b / a - 1.7782794100389228) < 1e-12) }
    #expect(abs(rates[8] - 1e-3) < 1e-17)
  }

  @Test("none, one, two") func few() {
    #expect((1.0...10).logSpaced(count: 0) == [])
    #expect((1.0...10).logSpaced(count: 1) == [1])
    #expect((1.0...10).logSpaced(count: 2) == [1, 10])
  }

  @Test("a bound of zero stops the program") func zero() async {
    await #expect(processExitsWith: .failure) { _ = (0.0...1).logSpaced(count: 3) }
  }
}

@Suite("Even spacing") struct EvenSpacingTests {
  @Test("none, one, two and many numbers, both bounds exact") func counts() {
    #expect((0.1...0.7).evenlySpaced(count: 0) == [])
    #expect((0.1...0.7).evenlySpaced(count: 1) == [0.1])
    #expect((0.1...0.7).evenlySpaced(count: 2) == [0.1, 0.7])
    #expect((-1.0...1).evenlySpaced(count: 5) == [-1, -0.5, 0, 0.5, 1])
    #expect((0.1...0.7).evenlySpaced(count: 8).last == 0.7)
    #expect((3.0...3).evenlySpaced(count: 3) == [3, 3, 3])
  }
}
