import LessonKit
import Testing

@testable import Lessons

@Suite("Dead ReLUs") struct DeadReluTests {
  @Test("a dead unit stays dead, and Leaky ReLU has none", arguments: [0, 1, 2]) func stays(seed: Int) throws {
    let steps = [10, 20, 60]
    let relu = HiddenUnits(.relu, width: 32).census(after: steps, rate: 5, seed: seed).compactMap { $0 }
    let leaky = HiddenUnits(.leakyrelu, width: 32).census(after: steps, rate: 5, seed: seed).compactMap { $0 }
    #expect(relu.count == 3 && leaky.count == 3)
    for (before, after) in zip(relu, relu.dropFirst()) {
      #expect(zip(before.isDead, after.isDead).allSatisfy { !$0 || $1 })
      #expect(before.share(of: \.isDead, stillIn: after) == 1)
    }
    #expect(relu[0].dead > 0.1)
    #expect(leaky.allSatisfy { $0.dead == 0 })
    #expect(leaky.contains { $0.negative > 0 })
    #expect(leaky[0].share(of: \.isDead, stillIn: leaky[1]).isNaN, "none of no units")
  }

  @Test("on raw pixels many ReLU units die at a usual rate, no Leaky ReLU unit does", arguments: 0..<4) func raw(
    seed: Int
  ) throws {
    let dead = try [Activation.relu, .leakyrelu].map { activation in
      let layer = HiddenUnits(activation, width: 100, by: .momentum, on: .rawDigits(1000))
      return try #require(layer.census(after: [4], rate: 0.03, seed: seed)[0]).dead
    }
    #expect(dead[0] > 0.35 && dead[1] == 0)
  }

  @Test("a census in two stretches is that of one") func stretches() {
    let layer = HiddenUnits(.relu, width: 16)
    #expect(layer.census(after: [7, 30], rate: 3, seed: 4)[1] == layer.census(after: [30], rate: 3, seed: 4)[0])
  }

  @Test(
    "the headline is what the run says",
    arguments: [
      ([:], "At rate 0.1, 98\u{2009}% of ReLU units die, but no Leaky ReLU unit"),
      (["highest": "0.03"], "At rate 0.03, 59\u{2009}% of ReLU units die, but no Leaky ReLU unit"),
      (["highest": "0.01"], "At rate 0.01, 12\u{2009}% of ReLU units die, but no Leaky ReLU unit"),
      (["width": "1", "seeds": "1"], "At rate 0.1, 100\u{2009}% of ReLU units die, but no Leaky ReLU unit"),
      (["act": "tanh"], "Dead units after training, by learning rate"),
    ]) func headlines(options: [String: String], title: String) throws
  {
    let recipe = try Recipe(DeadRelu.self, given: options.map { .init($0.key, $0.value) })
    #expect(try recipe.draw(recipe.figures[0]).title.english == title)
  }

  @Test("a rate at which a network diverges ends its curve, and the curve says so") func diverging() throws {
    let recipe = try Recipe(DeadRelu.self, given: [.init("highest", "1000")])
    let fans = try recipe.draw(recipe.figures[0]).panels[0].marks.compactMap { $0 as? Fan }
    let leaky = try #require(fans.first { $0.line.name == Activation.leakyrelu.name })
    #expect(leaky.samples.count < 9)
    #expect(leaky.line.detail?.english == "diverges")
  }

  @Test("what would take minutes is refused, with what would not") func refused() {
    #expect { try Recipe(DeadRelu.self, given: [.init("epochs", "1000"), .init("width", "1024")]) } throws: {
      "\($0)".contains("--epochs")
    }
  }
}
