import Foundation
import LessonKit
import Testing

@Suite("Identities") struct IdentityTests {
  @Test("optimizers keep colour, marker and dash in any company and in any order") func orders() {
    let rules = RuleKind.all.map { Rule(known: $0.name) }
    for a in rules {
      for b in rules where a.name != b.name {
        let (first, second) = ([a, b].identities(isRandom: true), [b, a].identities(isRandom: true))
        #expect(first[0] == second[1] && first[1] == second[0], "\(a.name), \(b.name)")
        #expect(first[0] == a.identity, "\(a.name) before \(b.name)")
      }
    }
  }

  @Test("two optimizers of one kind differ in dash and marker") func twins() {
    let pair = [Rule.adam.with(learningRate: 0.1), Rule.adam.with(learningRate: 0.2)].identities(isRandom: true)
    #expect(pair[0].tone == pair[1].tone)
    #expect(pair[0].dash != pair[1].dash && pair[0].marker != pair[1].marker)
    #expect(pair[0].name != pair[1].name)
  }

  @Test(
    "no two things of one kind look the same",
    arguments: [Array(Identities.rules.dropLast()), Activation.allCases.map(\.identity)]) func distinct(
      identities: [Identity]
    )
  {
    for (i, a) in identities.enumerated() {
      for b in identities.dropFirst(i + 1) {
        let isSame = (a.tone, a.marker) == (b.tone, b.marker) && a.dash == b.dash
        #expect(!isSame, "\(a.name.english) and \(b.name.english)")
      }
    }
  }

  @Test("the roles that the tests know are those that the kit has") func roles() throws {
    let url = Sources.root.appending(path: "Sources/LessonKit/Words/Identities.swift")
    let text = try String(contentsOf: url, encoding: .utf8)
    let count = text.matches(of: /public static let (\w+) = Identity\(/).count
    #expect(count == Identities.roles.count + 1)
  }
}
