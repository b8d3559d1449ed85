import Foundation
import Optimizers
import Tensors
import Testing

/// Rules that PyTorch lacks, held against the papers' algorithms written down in NumPy.
@Suite("Rules against their papers") struct PaperTests {
  struct File: Decodable {
    let start: [Double]
    let gradients: [[Double]]
    let shape: [Int]
    let cases: [String: [[Double]]]

    init(_ name: String) throws {
      let url = try #require(Bundle.module.url(forResource: "Reference/\(name)", withExtension: "json"))
      self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
    }

    /// Where a rule goes along the gradients of the file, or against them.
    func walk<Recipe: Optimizer>(_ recipe: Recipe, turned: Bool = false) -> [[Double]] {
      var parameter = Tensor(start, shape: shape)
      var state = recipe.initialState(for: shape)
      return gradients.map { gradient in
        let gradient = Tensor(gradient, shape: shape)
        recipe.update(&parameter, along: turned ? -gradient : gradient, state: &state)
        return parameter.elements
      }
    }
  }

  static let file = try! File("papers")

  @Test("twelve steps are the algorithm's", arguments: file.cases.keys.sorted()) func equal(text: String) throws {
    let rows = Self.file.walk(try Rule(parsing: text).makeOptimizer())
    let expected = try #require(Self.file.cases[text])
    #expect(rows.count == 12 && expected.count == 12)
    for (ours, theirs) in zip(rows, expected) {
      for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-12 * max(1, abs(b))) }
    }
  }

  @Test("LAMB's step is the rate's share of the norm, whatever the layer's scale") func share() {
    for scale in [1e-3, 1, 1e3] {
      let recipe = LAMB(learningRate: 0.01)
      var parameter = Tensor([3 * scale, 4 * scale])
      var state = recipe.initialState(for: [2])
      recipe.update(&parameter, along: Tensor([1, -7]), state: &state)
      let (dx, dy) = (parameter[0] - 3 * scale, parameter[1] - 4 * scale)
      let share = (dx * dx + dy * dy).squareRoot() / (5 * scale)
      #expect(abs(share - 0.01) < 1e-9)
      #expect(abs(dx + dy) < 1e-6 * scale)
    }
  }

  @Test("the inverted form's share goes with the inverse square of the layer's scale") func inverted() {
    let recipe = LAMB(learningRate: 0.01, isInverted: true)
    var parameter = Tensor([3, 4])
    var state = recipe.initialState(for: [2])
    recipe.update(&parameter, along: Tensor([1, -7]), state: &state)
    #expect(abs(parameter[0] - (3 - 0.002)) < 1e-8)
    #expect(abs(parameter[1] - (4 + 0.002)) < 1e-8)
  }

  @Test("LAMB moves a layer of zeros as Adam would, and rests where the gradient is zero") func zeros() {
    let recipe = LAMB(learningRate: 0.1)
    var parameter = Tensor([0, 0])
    var state = recipe.initialState(for: [2])
    recipe.update(&parameter, along: Tensor([0, 0]), state: &state)
    #expect(parameter == Tensor([0, 0]))
    recipe.update(&parameter, along: Tensor([2, 2]), state: &state)
    #expect(parameter[0] < -0.01 && parameter[0] == parameter[1])
  }

  @Test("every coordinate of Lion moves by the rate, or rests at a zero gradient") func lion() {
    let recipe = Lion(learningRate: 0.5)
    var (parameter, state) = (Tensor([1, 1, 1]), recipe.initialState(for: [3]))
    recipe.update(&parameter, along: Tensor([1e-9, -1e9, 0]), state: &state)
    #expect(parameter == Tensor([0.5, 1.5, 1]))
  }

  @Test("the notes' LAMB is known by name, and not offered") func unlisted() throws {
    #expect(try Rule(parsing: "lamb-notes") == .lambNotes)
    #expect(!RuleKind.all.contains { $0.name == "lamb-notes" })
    #expect(Rule.lambNotes.makeOptimizer() as? LAMB == LAMB(isInverted: true))
  }
}
