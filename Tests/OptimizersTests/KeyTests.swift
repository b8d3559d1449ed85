import Foundation
import Optimizers
import Tensors
import Testing

/// Settings that few people know, held against PyTorch's own steps.
@Suite("PyTorch's rarer settings") struct KeyTests {
  static let file = try! PaperTests.File("keys")

  @Test("twelve steps are PyTorch's", arguments: file.cases.keys.sorted()) func equal(text: String) throws {
    let rows = Self.file.walk(try Rule(parsing: text).makeOptimizer())
    let expected = try #require(Self.file.cases[text])
    #expect(rows.count == 12 && expected.count == 12)
    for (ours, theirs) in zip(rows, expected) {
      for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-9 * max(1, abs(b))) }
    }
  }

  @Test("every rule climbs when asked to", arguments: RuleKind.all.map(\.name)) func climbs(name: String) throws {
    let rule = try Rule(parsing: "\(name):maximize")
    #expect(rule.spelling == "\(name):maximize=true")
    #expect(try Rule(parsing: rule.spelling) == rule)
    let (up, down) = (Self.file.walk(rule.makeOptimizer()), Self.file.walk(Rule(known: name).makeOptimizer()))
    #expect(up != down)
    // Along turned gradients it goes down.
    #expect(Self.file.walk(rule.makeOptimizer(), turned: true) == down)
  }

  @Test(
    "rules under two names that take the same steps are found out",
    arguments: [
      ("adam:weight_decay=0.01:decoupled_weight_decay", "adamw", true), ("adamw:weight_decay=0", "adam", true),
      ("adam:decoupled_weight_decay", "adam", true), ("nadam:decoupled_weight_decay", "nadam", true),
      ("radam:weight_decay=0.1:decoupled_weight_decay", "radam:weight_decay=0.1", false),
      ("adam:weight_decay=0.01", "adamw", false), ("adam:maximize", "adam", false),
      ("adagrad:initial_accumulator_value=0.1", "adagrad", false),
      ("adagrad:initial_accumulator_value=0", "adagrad", true),
    ]) func same(_ first: String, _ second: String, _ isSame: Bool) throws
  { #expect(try Rule(parsing: first).takesSameSteps(as: Rule(parsing: second)) == isSame) }

  @Test("what PyTorch refuses is refused") func refused() {
    #expect(throws: RuleError.self) { try Rule(parsing: "adagrad:initial_accumulator_value=-1") }
    #expect(throws: RuleError.self) { try Rule(parsing: "sgd:decoupled_weight_decay") }
  }
}
