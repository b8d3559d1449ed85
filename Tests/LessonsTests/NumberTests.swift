import Foundation
import LessonKit
import Testing

@testable import Lessons

/// What the rows behind the curved valley say, computed anew: distances, arrivals, divergence.
struct Facts {
  var steps: Int
  var start: Point
  var names: [String]
  /// Final distance to (1, 1) of each run.
  var distances: [Double]
  /// Whether a run ended with a row that is lost.
  var hasDiverged: [Bool]
  /// The rows that each run has after its start.
  var taken: [Int]
  /// Whether a run is near the minimum: the median distance of its last 100 rows is at most 0.05.
  var isThere: [Bool]
  /// The first row within 0.05 of the minimum.
  var firstThere: [Int?]
  var finalLosses: [Double]

  init(_ outcome: Outcome, steps: Int) {
    self.steps = steps
    let tables = outcome.series.map(\.rows)
    start = Point(tables[0][0][1], tables[0][0][2])
    names = outcome.series.map(\.name)
    let all = tables.map { $0.map { hypot($0[1] - 1, $0[2] - 1) } }
    distances = all.map { $0[$0.count - 1] }
    taken = tables.map { $0.count - 1 }
    let diverged = taken.map { $0 < steps }
    hasDiverged = diverged
    isThere = zip(all, diverged).map { distances, isLost in
      let last = distances.dropFirst().suffix(100).sorted()
      guard !isLost, !last.isEmpty else { return false }
      let middle = last.count / 2
      let median = last.count % 2 == 1 ? last[middle] : (last[middle] + last[middle - 1]) / 2
      return median <= 0.05
    }
    firstThere = all.map { $0.firstIndex { $0 <= 0.05 } }
    finalLosses = tables.map { $0[$0.count - 1][3] }
  }

  /// Numbers that may stand in a sentence on these runs, besides settings of the rules.
  var numbers: [Double] {
    let counts = [0, 1, 2, 3, 4, 5, 6].map { Double($0) }
    let steps = [Double(steps)] + taken.flatMap { [Double($0), Double($0 + 1)] }
    let first = firstThere.compactMap { $0.map { Double($0) } }
    return counts + steps + first + distances + [start.x, start.y, 0.05]
  }
}

@Suite("Numbers in texts")
struct NumberTests {
  /// Settings of the rules, or one of them.
  private func settings(_ variant: Variant, only key: String? = nil) throws -> [Double] {
    let rules = try variant.recipe.json["opt"]
    guard case .array(let values)? = rules else { return [] }
    return try values.flatMap { value -> [Double] in
      guard case .string(let spelling) = value else { return [] }
      let rule = try Rule(parsing: spelling)
      return rule.kind.keys.filter { key == nil || $0.name == key }.compactMap { rule[$0.name] }
    }
  }

  private func steps(_ variant: Variant) -> Int {
    variant.options.first { $0.0 == "steps" }.flatMap { Int($0.1) } ?? 1000
  }

  @Test(
    "every number in title, caption and alternative text is one of the run's",
    arguments: Variant.rosenbrock, Language.allCases)
  func texts(variant: Variant, language: Language) throws {
    let outcome = try variant.recipe.run(.figure)
    let facts = Facts(outcome, steps: steps(variant))
    let known = facts.numbers + (try settings(variant))
    let texts = [outcome.figure.title, outcome.caption, outcome.alt].map { $0[language] }
    var count = 0
    for text in texts {
      for number in Numbers.all(in: text) {
        count += 1
        let isKnown = known.contains { abs($0 - number.value) <= number.slack * 1.0001 }
        #expect(isKnown, "\(number.text) in: \(text)")
      }
    }
    #expect(count >= 4)
  }

  @Test("the alternative text gives each run its own distance", arguments: Variant.rosenbrock)
  func distances(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let facts = Facts(outcome, steps: steps(variant))
    let sentence = outcome.alt.english.components(separatedBy: ": ").last ?? ""
    let parts = sentence.components(separatedBy: ", ")
    #expect(parts.count == facts.names.count, "\(sentence)")
    for (i, part) in parts.enumerated() where i < facts.names.count {
      let number = try #require(Numbers.all(in: part).last, "\(part)")
      let expected = facts.hasDiverged[i] ? Double(facts.taken[i] + 1) : facts.distances[i]
      #expect(abs(number.value - expected) <= number.slack * 1.0001, "\(part), really \(expected)")
      #expect(part.contains("diverges") == facts.hasDiverged[i], "\(part)")
    }
  }

  @Test("the title names those and only those who arrive", arguments: Variant.rosenbrock)
  func arrivals(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let facts = Facts(outcome, steps: steps(variant))
    let title = outcome.figure.title.english
    let there = facts.isThere.count { $0 }
    if facts.names.count == 1 {
      if facts.hasDiverged[0] {
        #expect(title.contains("diverges at step \(facts.taken[0] + 1)"), "\(title)")
      } else if facts.isThere[0], let first = facts.firstThere[0] {
        let number = Numbers.all(in: title).last?.value
        #expect(number == Double(first), "\(title)")
      } else {
        let number = try #require(Numbers.all(in: title).last)
        #expect(abs(number.value - facts.distances[0]) <= number.slack * 1.0001, "\(title)")
      }
      return
    }
    let words = ["zero", "one", "two", "three", "four", "five", "six"]
    switch there {
    case 0: #expect(title.contains("None of the \(words[facts.names.count])"), "\(title)")
    case facts.names.count: #expect(title.contains("All") || title.contains("Both"), "\(title)")
    case 1, 2:
      for (name, isThere) in zip(facts.names, facts.isThere) {
        let isNamed = title.lowercased().contains(name.lowercased() + " ")
        #expect(isNamed == isThere || title.contains("\(there) of "), "\(name): \(title)")
      }
    default: #expect(title.contains("\(there) of \(facts.names.count)"), "\(title)")
    }
  }

  @Test(
    "numbers on the figure are the run's: last losses, numbered steps", arguments: Language.allCases
  )
  func figure(language: Language) throws {
    let variant = Variant(options: [("opt", "adam")])
    let outcome = try variant.recipe.run(.figure)
    let facts = Facts(outcome, steps: 1000)
    var format = Format()
    format.language = language
    let record = try outcome.figure.draw(format, with: Pictures.typesetter).record
    let labels = record.texts.filter { $0.role == .label }.compactMap {
      Numbers.all(in: $0.text).first
    }
    #expect(labels.count == 1)
    for label in labels { #expect(abs(label.value - facts.finalLosses[0]) <= label.slack * 1.0001) }
    let milestones = record.texts.filter { $0.role == .milestone }
      .compactMap { Numbers.all(in: $0.text).first?.value }
    #expect(milestones.count >= 2)
    let known = record.series.flatMap(\.milestones).map { Double($0) } + [1000]
    for milestone in milestones { #expect(known.contains(milestone)) }
  }

  @Test("the note states the rates that the runs took")
  func note() throws {
    let variant = Variant()
    let outcome = try variant.recipe.run(.figure)
    let note = outcome.figure.notes.map(\.english).joined(separator: " ")
    let numbers = Numbers.all(in: note)
    for rate in try settings(variant, only: "lr") {
      #expect(numbers.contains { abs($0.value - rate) <= $0.slack * 1.0001 }, "\(rate) in: \(note)")
    }
  }
}
