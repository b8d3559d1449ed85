import Foundation
import Optimizers
import Testing

@Suite("A schedule") struct ScheduleTests {
  /// The peer's name of a schedule, and ours.
  static let peers: [(String, String)] = [
    ("constant", "constant"), ("step(size=20,gamma=0.5)", "step:size=20:gamma=0.5"),
    ("multistep(milestones=10|30|45,gamma=0.1)", "multistep:milestones=10/30/45:gamma=0.1"),
    ("exponential(gamma=0.95)", "exponential:gamma=0.95"), ("cosine(tmax=60,min=0.001)", "cosine:tmax=60:min=0.001"),
    ("cosine_restarts(t0=10,mult=2,min=0)", "restarts:t0=10:mult=2:min=0"),
    ("linear_warmup(start=0.1,steps=10)", "warmup:start=0.1:steps=10"),
    ("warmup10_then_cosine(tmax=50)", "warmup-cosine:start=0.1:warmup=10:tmax=50"),
    ("polynomial(total=60,power=2)", "polynomial:total=60:power=2"),
    ("onecycle(max=0.1,total=60)", "onecycle:max=0.1:total=60"),
    ("cyclic_triangular(base=0.01,max=0.1,up=10)", "cyclic:base=0.01:max=0.1:up=10"),
    ("reduce_on_plateau(factor=0.5,patience=5)", "plateau:factor=0.5:patience=5"),
  ]

  static let reference: [String: [Double]] = {
    let url = Bundle.module.url(forResource: "Reference/schedules", withExtension: "json")!
    return try! JSONDecoder().decode([String: [Double]].self, from: Data(contentsOf: url))
  }()

  @Test("the rates of 60 steps are PyTorch's", arguments: peers) func equal(peer: String, ours: String) throws {
    let expected = try #require(Self.reference[peer])
    let losses = try #require(Self.reference["reduce_on_plateau.metric"])
    let schedule = try Schedule(parsing: ours)
    #expect(schedule.spelling == ours)
    let rates = schedule.rates(from: 0.1, over: 60) { losses[$0] }
    #expect(rates.count == 60)
    for (step, (rate, theirs)) in zip(rates, expected).enumerated() {
      #expect(abs(rate - theirs) <= 1e-9 * theirs, "step \(step)")
    }
  }

  @Test("every schedule is held against the peer") func coverage() {
    #expect(Self.reference.count == Self.peers.count + 1)
    #expect(ScheduleKind.all.count == Self.peers.count)
  }

  @Test(
    "what is not named follows from the run",
    arguments: [
      ("step", "step:size=33"), ("multistep", "multistep:milestones=50/75"), ("cosine", "cosine:tmax=100"),
      ("polynomial", "polynomial:total=100:power=1"), ("restarts", "restarts:t0=14:mult=2"),
      ("warmup", "warmup:steps=10"), ("warmup-cosine", "warmup-cosine:warmup=10:tmax=90"),
      ("warmup-cosine:warmup=40", "warmup-cosine:warmup=40:tmax=60"),
      ("onecycle", "onecycle:max=0.2:total=100:up=0.3:div=25:final=1e4"), ("cyclic", "cyclic:base=0.02:max=0.2:up=13"),
    ]) func defaults(short: String, long: String) throws
  {
    let (a, b) = (try Schedule(parsing: short), try Schedule(parsing: long))
    #expect(a.rates(from: 0.2, over: 100) == b.rates(from: 0.2, over: 100))
    #expect(a.rates(from: 0.2, over: 100) != Schedule.constant.rates(from: 0.2, over: 100))
  }

  @Test("no two schedules give the same rates, and all stay between 0 and the highest") func distinct() {
    let all = ScheduleKind.all.map { Schedule($0.name).rates(from: 0.5, over: 120) }
    for (index, rates) in all.enumerated() {
      #expect(rates.allSatisfy { $0 >= 0 && $0 <= 0.5 + 1e-12 })
      for other in all[(index + 1)...] { #expect(rates != other) }
    }
  }

  @Test("runs of no, one and two steps have as many rates", arguments: ScheduleKind.all.map(\.name)) func short(
    name: String
  ) {
    for steps in 0...2 {
      let rates = Schedule(name).rates(from: 0.5, over: steps)
      #expect(rates.count == steps)
      #expect(rates.allSatisfy { $0.isFinite && $0 >= 0 })
    }
  }

  @Test("a run that outlasts its schedule keeps a sound rate", arguments: ScheduleKind.all.map(\.name)) func long(
    name: String
  ) {
    var pace = Schedule(name).pace(from: 0.1, over: 10)
    for _ in 0..<1000 { pace.advance(after: 1) }
    #expect(pace.rate.isFinite && pace.rate >= 0 && pace.rate <= 0.1 + 1e-12)
  }

  @Test("waves that do not grow, or grow beyond all numbers, restart where they should") func restarts() {
    let even = Schedule("restarts").with("t0", 5).with("mult", 1).rates(from: 1, over: 1000)
    #expect(stride(from: 0, to: 1000, by: 5).allSatisfy { even[$0] == 1 })
    #expect(even[4] < 0.1)
    let vast = Schedule("restarts").with("t0", 2).with("mult", 1e15).rates(from: 1, over: 6)
    #expect(vast[1] == 0.5 && vast[2...].allSatisfy { $0 > 0.999 })
  }

  @Test("the rate of a plateau falls after patience, rests, stops at the least, and minds no NaN") func plateau() {
    let schedule = Schedule("plateau").with("factor", 0.5).with("patience", 1).with("cooldown", 2).with("min", 0.2)
    let losses = [3, 2, 2, .nan, 5, 5, 5, 5, 5, 5, 5, 5]
    #expect(
      schedule.rates(from: 1, over: 12) { losses[$0] } == [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25])
    var state = Plateau.State()
    let rate = Plateau(patience: 0).rate(after: 1, from: 1e-9, state: &state)
    #expect(rate == 1e-9)
    #expect(state.best == 1)
    #expect(Plateau(patience: 0).rate(after: 1, from: 1e-9, state: &state) == 1e-9)
  }

  @Test("a pace can be copied, and knows whether it ever changes") func pace() {
    #expect(Schedule.constant.pace(from: 1, over: 5).isConstant)
    var pace = Schedule.cosine.pace(from: 1, over: 4)
    #expect(!pace.isConstant)
    pace.advance(after: 0)
    var copy = pace
    pace.advance(after: 0)
    copy.advance(after: 0)
    #expect(pace.rate == copy.rate && abs(pace.rate - 0.5) < 1e-15)
  }
}
