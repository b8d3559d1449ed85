import Landscapes
import Optimizers
import Tensors
import Testing

/// Claims D8, D9 and D17 of the notes: which rule gets along Rosenbrock's valley in 1000 steps.
@Suite("What the notes say of the rules on Rosenbrock") struct NotesTests {
  static let valley = Landscape.rosenbrock
  static let target = Vector2(1, 1)

  @Test(
    "final distance from (−2, 2) at one rate for all, 0.01",
    arguments: [("adagrad", 2.967), ("rmsprop", 1.451), ("adam", 2.811)]) func equalRate(name: String, distance: Double)
  {
    let walk = descend(Self.valley, from: Vector2(-2, 2), by: Rule(known: name).with(learningRate: 0.01), steps: 1000)
    #expect(abs(walk.distance(to: Self.target) - distance) < 0.0005)
  }

  /// 1000 starts, so that the medians hang less on the draw than those of 200.
  static let sweep: Sweep = {
    var generator = SeededGenerator(seed: 0)
    return Sweep(starts: valley.view.randomPoints(1000, using: &generator))
  }()

  @Test(
    "median distance, each rule at its best common rate",
    arguments: [
      ("adagrad", 0.45, 0.51), ("rmsprop", 0.33, 0.37), ("rmsprop:alpha=0.9", 0.26, 0.29), ("adam", 0.0004, 0.0010),
      ("sgd", 0.45, 0.48),
    ]) func tuned(rule: String, low: Double, high: Double) throws
  {
    let best = Self.sweep.run(try Rule(parsing: rule), on: Self.valley).best
    #expect(best.median >= low && best.median <= high, "\(best)")
  }

  @Test("momentum comes within 0.016 at 1e-3; at the next rate half of its walks are lost") func momentum() {
    let result = Self.sweep.run(.momentum, on: Self.valley)
    #expect(abs(result.medians[8] - 0.015) < 0.001)
    #expect((0.4...0.6).contains(result.shareDiverged(atRate: 9)))
    #expect((0.1...0.2).contains(result.shareDiverged(atRate: 8)))
    #expect((0.66...0.84).contains(result.share(within: 0.05, atRate: 8)))
  }

  @Test("Adam arrives from most starts, Adagrad and RMSprop from few") func shares() {
    func share(_ rule: Rule) -> Double {
      let result = Self.sweep.run(rule, on: Self.valley)
      return result.share(within: 0.05, atRate: result.best.index)
    }
    #expect((0.70...0.80).contains(share(.adam)))
    #expect(share(.adagrad) <= 0.14)
    #expect(share(.rmsprop) <= 0.14)
    #expect(share(.sgd) <= 0.14)
  }

  @Test(
    "start by start RMSprop beats Adagrad from most, tuned in common and tuned apiece",
    arguments: ["rmsprop", "rmsprop:alpha=0.9"]) func startByStart(rule: String) throws
  {
    let adagrad = Self.sweep.run(.adagrad, on: Self.valley)
    let rmsprop = Self.sweep.run(try Rule(parsing: rule), on: Self.valley)
    func wins(_ a: [Double], _ b: [Double]) -> Double { Double(zip(a, b).count { $0 < $1 }) / Double(a.count) }
    let common = wins(rmsprop.ends(atRate: rmsprop.best.index), adagrad.ends(atRate: adagrad.best.index))
    let apiece = wins(rmsprop.endsTunedPerStart, adagrad.endsTunedPerStart)
    #expect((0.75...0.88).contains(common))
    #expect((0.58...0.73).contains(apiece))
  }

  /// At large rates a walk of RMSprop is a lottery: starts a millionth apart end far apart. So the
  /// question is put to a cloud of them.
  @Test("from around (−2, 2) tuning reverses them: Adagrad ends nearer") func reversed() {
    var generator = SeededGenerator(seed: 4)
    let cloud = Landscape.Window(x: -2.000001 ... -1.999999, y: 1.999999...2.000001)
    let sweep = Sweep(starts: cloud.randomPoints(101, using: &generator))
    let adagrad = sweep.run(.adagrad, on: Self.valley).best
    #expect(abs(adagrad.median - 0.46) < 0.01)
    #expect(abs(adagrad.rate - 3.16) < 0.01)
    let slow = sweep.run(.rmsprop, on: Self.valley)
    #expect(abs(slow.best.median - 0.667) < 0.003)
    #expect(slow.endsTunedPerStart.quantile(0) < 0.4)
    let quick = sweep.run(.rmsprop.with("alpha", 0.9), on: Self.valley).best
    #expect(abs(quick.median - 0.527) < 0.003)
  }

  @Test("at one rate for all, 0.01, RMSprop is nearer than Adam in the median") func equalRateOverStarts() {
    let sweep = Sweep(rates: [0.01], starts: Self.sweep.starts)
    let adam = sweep.run(.adam, on: Self.valley).medians[0]
    let rmsprop = sweep.run(.rmsprop, on: Self.valley).medians[0]
    #expect((0.9...1.1).contains(adam))
    #expect((0.38...0.45).contains(rmsprop))
  }

  @Test("good rates are many for Adam, few for momentum, none for the others") func width() {
    func good(_ rule: Rule) -> Int { Self.sweep.run(rule, on: Self.valley).ratesWithin(0.1) }
    #expect((5...6).contains(good(.adam)))
    #expect((2...3).contains(good(.momentum)))
    #expect(good(.adagrad) == 0)
    #expect(good(.rmsprop) == 0)
    #expect(good(.sgd) == 0)
  }
}
