import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("Normalisation and batch size")
struct NormBatchSizeTests {
  private static let variants = [
    [], [("seeds", "1")], [("seeds", "3"), ("seed", "11")],
  ].map { Variant(lesson: NormBatchSize.self, options: $0) }

  @Test("pools take in every cell of a batch exactly once", arguments: Pooling.allCases, [1, 2, 5])
  func partition(pooling: Pooling, samples: Int) {
    var seen: [Int: Int] = [:]
    for pool in pooling.pools(samples: samples) {
      #expect(pool.count == pooling.count(samples: samples))
      for sample in pool.samples {
        for channel in pool.channels { seen[sample * 16 + channel, default: 0] += 1 }
      }
    }
    #expect(seen.count == samples * 16 && seen.values.allSatisfy { $0 == 1 })
  }

  @Test("at the notes' setting the counts are 512, 2048 and 4096")
  func counts() {
    #expect(Pooling.batch.count(samples: 2) == 512)
    #expect(Pooling.group.count(samples: 1) == 2048 && Pooling.group.count(samples: 9) == 2048)
    #expect(Pooling.layer.count(samples: 1) == 4096 && Pooling.layer.count(samples: 9) == 4096)
    #expect(abs(VarianceStudy.law(512) - 0.06256) < 5e-6)
    #expect(abs(VarianceStudy.law(2048) - 0.03126) < 5e-6)
  }

  @Test("every pool comes out with mean 0 and variance 1", arguments: Pooling.allCases)
  func normalised(pooling: Pooling) {
    var stream = SeededGenerator(seed: 5)
    let samples = (0..<3).map { _ in
      stream.normal(mean: 3, deviation: 7, shape: [16 * 256]).elements
    }
    let outputs = pooling.normalised(samples)
    for pool in pooling.pools(samples: 3) {
      let range = (pool.channels.lowerBound * 256)..<((pool.channels.upperBound + 1) * 256)
      let values = pool.samples.flatMap { outputs[$0][range] }
      let mean = values.reduce(0, +) / Double(values.count)
      let square = values.map { $0 * $0 }.reduce(0, +) / Double(values.count)
      #expect(abs(mean) < 1e-12 && abs(square - 1) < 1e-5)
    }
  }

  @Test("the measured errors are those that theory has for each kind of values")
  func theory() {
    let study = VarianceStudy(seed: 3, seeds: 8, maps: 4096)
    // The rectified normal distribution: fourth central moment over the squared second.
    let mean = 1 / (2 * Double.pi).squareRoot()
    let variance = 0.5 - mean * mean
    let central = 1.5 - 4 * mean * (2 * mean) + 6 * mean * mean * 0.5 - 3 * pow(mean, 4)
    for size in [1, 2, 4] {
      let count = Double(256 * size)
      let rectified = ((central / (variance * variance) - 1) / count).squareRoot()
      let wanted = [VarianceStudy.law(256 * size), Self.correlated(size), rectified]
      for kind in VarianceStudy.Values.allCases {
        let error = study.batch(kind, size).median
        #expect(abs(error / wanted[kind.rawValue] - 1) < 0.03, "\(kind), b = \(size): \(error)")
      }
    }
  }

  /// The error for blurred maps with joined edges, from the spectrum of the blur: √(2Σμ²)/Σμ.
  private static func correlated(_ size: Int) -> Double {
    let weights = (-4...4).map { exp(-0.5 * Double($0 * $0)) }
    let sum = weights.reduce(0, +)
    let power = (0..<16).map { k in
      let gain = zip(-4...4, weights).map { $1 / sum * cos(2 * .pi * Double(k * $0) / 16) }
      return pow(gain.reduce(0, +), 2)
    }
    var (first, second) = (0.0, 0.0)
    for (i, a) in power.enumerated() {
      for (j, b) in power.enumerated() {
        // The mean of all maps is taken off: one constant mode fewer.
        let times = Double(i == 0 && j == 0 ? size - 1 : size)
        first += times * a * b
        second += times * a * a * b * b
      }
    }
    return (2 * second).squareRoot() / first
  }

  @Test("a pair comes out as plus and minus d over the root of d² and ε")
  func pair() {
    for (a, b) in [(0.3, -1.2), (5, 5.01), (2.0, 2.0), (1e-9, -1e-9)] {
      let d = (a - b) / 2
      let wanted = d / (d * d + 1e-5).squareRoot()
      let outputs = PairStudy.normalised([a, b])
      #expect(abs(outputs[0] - wanted) < 1e-12 && abs(outputs[1] + wanted) < 1e-12)
    }
  }

  @Test("the same seed measures the same, another seed does not")
  func seeds() {
    let (a, b) = (
      VarianceStudy(seed: 1, seeds: 2, maps: 64), VarianceStudy(seed: 1, seeds: 2, maps: 64)
    )
    #expect(a.batch(.independent, 2).median == b.batch(.independent, 2).median)
    let other = VarianceStudy(seed: 2, seeds: 2, maps: 64)
    #expect(a.batch(.independent, 2).median != other.batch(.independent, 2).median)
  }

  @Test("every claim is as recorded, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    let claims = try Recipe(NormBatchSize.self).run(budget).claims
    #expect(Set(claims.map(\.code)) == ["H5", "H6", "H7", "H9"])
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))") }
  }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    try Pictures.hold(variant.recipe.run(.figure), to: .allWhereThereIsRoom)
  }

  @Test("what is stated stands beside what is measured for all three kinds of values")
  func stated() throws {
    let outcome = try Recipe(NormBatchSize.self).run(.figure)
    for format in Pictures.formats([.slide, .slide43, .notes, .half]) {
      let record = try outcome.figure.draw(format, with: Pictures.typesetter).record
      let texts = record.texts.map(\.text)
      for table in outcome.series {
        for error in [table.rows[1][2], table.rows[0][5]] {
          let number = Digits.fixed(100 * error, decimals: 1, trim: true)
          #expect(texts.contains { $0.hasPrefix(number) }, "\(table.name): \(number)")
        }
      }
      #expect(record.axes.count == (format.preset == .half ? 1 : 4), "\(format.preset.name)")
    }
  }

  @Test("the title's numbers are the run's", arguments: variants)
  func numbers(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let errors = ["independent", "correlated"].map { name in
      100 * (outcome.series.first { $0.name == name }?.rows[1][2] ?? .nan)
    }
    let numbers = Numbers.all(in: outcome.figure.title.english)
    for (number, error) in zip(numbers.dropFirst(), errors) {
      #expect(abs(number.value - error) <= number.slack * 1.0001, "\(outcome.figure.title)")
    }
    #expect(numbers.count == 3)
  }
}
