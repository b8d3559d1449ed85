import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("The vanishing gradient")
struct VanishingTests {
  private static let variants: [Variant] = [
    Variant(lesson: Vanishing.self),
    Variant(lesson: Vanishing.self, options: [("depth", "1"), ("seeds", "1"), ("width", "4")]),
    Variant(lesson: Vanishing.self, options: [("depth", "50"), ("width", "32")]),
    Variant(
      lesson: Vanishing.self,
      options: [("depth", "600"), ("width", "16"), ("act", "sigmoid,relu"), ("seeds", "3")]),
    Variant(
      lesson: Vanishing.self,
      options: [("init", "normal:std=10"), ("depth", "300"), ("width", "32"), ("seeds", "3")]),
    Variant(
      lesson: Vanishing.self,
      options: [
        ("act", "sigmoid,tanh,relu,elu,gelu,silu"), ("init", "pytorch"), ("width", "32"),
      ]),
    Variant(lesson: Vanishing.self, options: [("act", "tanh"), ("init", "orthogonal")]),
    Variant(lesson: Vanishing.self, options: [("width", "1"), ("act", "relu"), ("seeds", "2")]),
  ]

  @Test("gradients through eight layers are PyTorch's", arguments: Activation.allCases)
  func peer(activation: Activation) throws {
    let peer = GradientFlowReference.shared
    func numbers(_ count: Int, _ offset: Double) -> [Double] {
      (0..<count).map { index in
        let k = Double(index)
        let angle: Double = offset + 1.7 * k * k + 0.3 * k
        return sin(angle)
      }
    }
    let (batch, width) = (peer.batch, peer.width)
    let inputs = Tensor(numbers(batch * width, 1), shape: [batch, width])
    let top = Tensor(numbers(batch * width, 2), shape: [batch, width])
    let weights = (0..<peer.depth).map { layer in
      Tensor(numbers(width * width, 3 + Double(layer)), shape: [width, width])
        * (2 / Double(width)).squareRoot()
    }
    let shares = DeepStack.shares(
      DeepStack.Kind(activation: activation, spread: peer.spread), inputs: inputs, top: top,
      weights: weights)
    let wanted = try #require(peer.shares[activation.rawValue])
    #expect(shares.count == wanted.count)
    for (share, number) in zip(shares, wanted) { #expect(abs(share / number - 1) < 1e-9) }
  }

  @Test(
    "the claims say what they record, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    let claims = try Recipe(Vanishing.self).run(budget).claims
    #expect(claims.map(\.code) == ["B2", "B3", "B7", "E10", "B8", "B13"])
    for claim in claims { #expect(claim.isAsRecorded, "\(claim.numbers(.english))") }
  }

  @Test("five layers leave what theory and the list of claims say")
  func fiveLayers() {
    let five = FiveLayers(width: 256, first: 0, networks: 40)
    #expect(abs(five.of(.relu, .he).mean - 0.98) < 0.05)
    #expect(abs(five.of(.relu, .lecun).mean - 0.173) < 0.05)
    #expect(abs(five.of(.leakyrelu, .he).mean - 1) < 0.05)
    #expect(abs(five.ratio.measured - 1.10) < 0.03)
    #expect(abs(five.of(.relu, .he).stated - 0.03125) < 1e-12)
    #expect(abs(five.of(.leakyrelu, .he).stated - 0.07776) < 1e-12)
  }

  @Test(
    "the model of wide layers foretells what stacks do",
    arguments: [Activation.sigmoid, .tanh, .relu, .leakyrelu], [0.7, 1, 2.0.squareRoot(), 3])
  func model(activation: Activation, spread: Double) {
    let (depth, width) = (10, 256)
    let scheme = WeightScheme.normal(deviation: spread / Double(width).squareRoot())
    let stack = DeepStack(depth: depth, width: width, scheme: scheme)
    let study = VanishingStudy([activation], stack: stack, first: 3, seeds: 7)
    let measured = pow(study.left(0, after: depth).median(), 1 / Double(depth))
    let foretold = GrowthModel(activation).factor(spread: spread, depth: depth)
    #expect(abs(measured / foretold - 1) < 0.05, "\(measured), foretold \(foretold)")
  }

  @Test("rectifiers keep the norm at He's weights, and not elsewhere")
  func balance() throws {
    for activation in [Activation.relu, .leakyrelu] {
      let he = WeightScheme.he.spread(for: activation, width: 7)
      let found = try #require(GrowthModel(activation).balance(depth: 30, in: 0.5...16))
      #expect(abs(found / he - 1) < 1e-5)
    }
    #expect(GrowthModel(.sigmoid).balance(depth: 30, in: 0.5...4) == nil)
  }

  @Test("a gradient too small for a number is 0 from one layer on, and the figure says so")
  func underflow() throws {
    let outcome = try Self.variants[3].recipe.run(.figure)
    let medians = outcome.series[0].rows.map { $0[1] }
    let layers = try #require(medians.firstIndex(of: 0))
    #expect(layers > 400 && medians[layers...].allSatisfy { $0 == 0 })
    #expect(outcome.figure.title.english.contains("gradient below the smallest number"))
    #expect(outcome.alt.english.contains("sigmoid underflows to 0 after \(layers)"))
    for format in Pictures.formats([.slide, .slide43, .notes]) {
      let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
      #expect(drawing.record.series.contains { $0.divergedAt == layers })
      #expect(drawing.record.texts.contains { $0.text.contains("\(layers)") }, "\(format)")
    }
  }

  @Test("a signal or a gradient too large for a number overflows, and the figure says so")
  func overflow() throws {
    let flooded = try Self.variants[4].recipe.run(.figure)
    #expect(flooded.figure.title.english.contains("overflow"))
    #expect(
      try Self.variants[1].recipe.run(.figure).figure.title.english.hasPrefix("1 layer leaves "))
    #expect(flooded.alt.english.contains("overflows on the way forward"))
    #expect(flooded.series[2].rows.dropFirst().allSatisfy { $0[1].isNaN })
    let record = try flooded.figure.draw(Format(), with: Pictures.typesetter).record
    #expect(record.series.contains { $0.divergedAt == 1 })
    #expect(record.texts.contains { $0.text.contains("signal overflows") })
    // Tanh keeps the signal in bounds, its gradient explodes all the same.
    let tanh = Variant(
      lesson: Vanishing.self,
      options: [
        ("act", "tanh"), ("init", "normal:std=1e4"), ("depth", "300"), ("width", "16"),
        ("seeds", "3"),
      ])
    let study = try tanh.recipe.run(.figure).series[0].rows.map { $0[1] }
    #expect(study.contains { $0 > 1 } || study.contains(0))
  }

  static let titles: [(share: Double, words: String)] = [
    (1.06, "keep ReLU’s gradient at 1.06"), (0.92, "keep ReLU’s gradient at 0.92"),
    (0.85, "leave ReLU’s gradient at 0.85"), (0.54, "leave ReLU’s gradient at 0.54"),
    (0.46, "cut ReLU’s gradient to 0.46"),
    (1.2, "raise ReLU’s gradient to 1.20"), (1e-20, "cut ReLU’s gradient to 10⁻²⁰"),
    (0, "cut ReLU’s gradient to exactly 0"), (.infinity, "overflow ReLU’s gradient"),
  ]

  @Test(
    "the title says kept only within a tenth of 1, and tells every other share", arguments: titles)
  func verbs(share: Double, words: String) {
    let study = Self.study([.relu], ends: [[1, 1, share]])
    #expect(VanishingFinding(study: study).sentence.english == "2 layers \(words)")
  }

  @Test("a gradient that shrinks to 0 underflows, one that dead units cut off does not")
  func fates() {
    #expect(Self.study([.relu], ends: [[1, 1e-300, 0]]).fate(0) == .underflow(2))
    #expect(Self.study([.relu], ends: [[1, 1e-170, 0]]).fate(0) == .underflow(2))
    #expect(Self.study([.relu], ends: [[1, 0.9, 0]]).fate(0) == .zero(2))
    #expect(Self.study([.relu], ends: [[1, 0, 0]]).fate(0) == .zero(1))
  }

  @Test("a title too long for what is kept says so under the figure")
  func untold() throws {
    let untold = [1.06, 0.85].map { share in
      let study = Self.study([.sigmoid, .relu], ends: [[1, 1e-6, 2.7e-13], [1, 1, share]])
      return VanishingFinding(study: study).keepsUntold
    }
    #expect(untold == [true, false])
    let figure = try Recipe(Vanishing.self).run(.figure).figure
    #expect(figure.title.english.hasSuffix("keep ReLU’s"))
    #expect(figure.notes.contains { $0.english.contains("Kept: within 10") })
    let few = try Self.variants[7].recipe.run(.figure).figure
    #expect(!few.notes.contains { $0.english.contains("Kept") })
  }

  /// A study with given shares of one seed.
  private static func study(_ activations: [Activation], ends: [[Double]]) -> VanishingStudy {
    VanishingStudy(
      activations, stack: DeepStack(depth: ends[0].count - 1, width: 4, scheme: .he), first: 0,
      shares: ends.map { [$0] })
  }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    let some = Pictures.formats([.slide, .notes, .half])
    try Pictures.hold(
      variant.recipe.run(.figure), to: .allWhereThereIsRoom,
      in: variant.options.isEmpty ? Pictures.formats() : some, omitsNothing: true)
  }

  @Test(
    "what makes no sense is refused with what would be right",
    arguments: [
      ("depth", "0", "1 to 1,000"), ("depth", "1001", "1 to 1,000"), ("act", "relo", "'relu'"),
      ("act", "relu,relu", "once"), ("act", "", "known"), ("init", "hee", "'he'"),
      ("init", "normal", "std"), ("init", "normal:std=x", "number"), ("width", "0", "1 to 1,024"),
      ("seeds", "0", "1 to 1,000"),
    ])
  func refusals(key: String, value: String, hint: String) {
    #expect {
      try Recipe(Vanishing.self, given: [.init(key, value)])
    } throws: { "\($0)".contains(hint) }
  }

  @Test("a stack that would take minutes or gigabytes is refused with one that fits")
  func sizes() throws {
    let large = [Options.Given("depth", "1000"), .init("width", "1000")]
    #expect { try Recipe(Vanishing.self, given: large) } throws: { "\($0)".contains("--width 178") }
    #expect(throws: Never.self) {
      try Recipe(
        Vanishing.self, given: [.init("depth", "1000"), .init("width", "178"), .init("seeds", "1")])
    }
    let long = [Options.Given("depth", "1000"), .init("seeds", "100")]
    #expect { try Recipe(Vanishing.self, given: long) } throws: { "\($0)".contains("--seeds 12") }
  }

  @Test(
    "names of weights and their aliases",
    arguments: [
      ("he", WeightScheme.he), ("kaiming", .he), ("glorot", .xavier), ("default", .pytorch),
      ("normal:std=0.5", .normal(deviation: 0.5)),
    ])
  func names(text: String, scheme: WeightScheme) throws {
    var (options, found) = (Options([.init("init", text)]), WeightScheme.matched)
    try options.takeWeights(into: &found)
    #expect(found == scheme)
  }

  @Test(
    "weights have the size that a scheme promises",
    arguments: [
      WeightScheme.he, .xavier, .lecun, .pytorch, .orthogonal,
    ])
  func sizes(scheme: WeightScheme) {
    var random = SeededGenerator(seed: 5)
    let weights = scheme.unitWeights(width: 100, using: &random)
    #expect(abs(weights.norm() / 10 - 1) < 0.03)
  }
}
