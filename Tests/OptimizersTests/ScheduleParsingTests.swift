import ChineseTesting
import Optimizers
import Testing

@Suite("The text of a schedule") struct ScheduleParsingTests {
  @Test(
    "a good text is read, and spelled back in its shortest form",
    arguments: [
      ("cosine", "cosine"), (" cosine : min = 1e-5 ", "cosine:min=1e-5"),
      ("cosine:T_max=50:eta_min=0", "cosine:tmax=50:min=0"), ("linear", "polynomial"),
      ("step:gamma=.5:step_size=20", "step:size=20:gamma=0.5"), ("multistep:milestones=10", "multistep:milestones=10"),
      ("multistep:milestones=10/30", "multistep:milestones=10/30"), ("cosine-restarts:T_0=5", "restarts:t0=5"),
      ("warmup:start=0", "warmup:start=0"), ("reduce-on-plateau:min_lr=0.001", "plateau:min=0.001"),
    ]) func good(text: String, spelling: String) throws
  {
    let schedule = try Schedule(parsing: text)
    #expect(schedule.spelling == spelling)
    #expect(try Schedule(parsing: schedule.spelling) == schedule)
  }

  @Test(
    "a bad text is refused for the right reason",
    arguments: [
      ("", .empty), (":gamma=1", .empty), ("cosin", .unknownSchedule("cosin", known: ScheduleKind.all.map(\.name))),
      ("cosine:gamma=1", .unknownKey("gamma", schedule: "cosine", known: ["tmax", "min"])),
      ("constant:a=1", .unknownKey("a", schedule: "constant", known: [])),
      ("cosine:", .malformedPair("", schedule: "cosine")), ("cosine:min", .malformedPair("min", schedule: "cosine")),
      ("cosine:min=", .malformedPair("min=", schedule: "cosine")),
      ("cosine:=1", .malformedPair("=1", schedule: "cosine")),
      ("cosine:min=0:eta_min=0", .repeatedKey("min", schedule: "cosine")),
      ("cosine:min=low", .notANumber("low", key: "min", schedule: "cosine")),
      ("multistep:milestones=1//2", .notANumber("1//2", key: "milestones", schedule: "multistep")),
      ("multistep:milestones=2/1", refused("2/1", "multistep", "milestones")),
      ("multistep:milestones=2/2", refused("2/2", "multistep", "milestones")),
      ("multistep:milestones=0/2", refused("0/2", "multistep", "milestones")),
      ("cosine:tmax=0", refused("0", "cosine", "tmax")), ("cosine:tmax=1.5", refused("1.5", "cosine", "tmax")),
      ("cosine:tmax=1e30", refused("1e30", "cosine", "tmax")), ("cosine:tmax=5/6", refused("5/6", "cosine", "tmax")),
      ("cosine:min=nan", refused("nan", "cosine", "min")), ("cosine:min=-1", refused("-1", "cosine", "min")),
      ("step:gamma=0", refused("0", "step", "gamma")), ("step:gamma=inf", refused("inf", "step", "gamma")),
      ("plateau:factor=1.5", refused("1.5", "plateau", "factor")),
      ("plateau:patience=-1", refused("-1", "plateau", "patience")),
    ] as [(String, ScheduleError)]) func bad(text: String, error: ScheduleError)
  {
    #expect(throws: error) { try Schedule(parsing: text) }
    #expect(error.isInChinese)
  }

  private static func refused(_ text: String, _ schedule: String, _ key: String) -> ScheduleError {
    let range = ScheduleKind.named(schedule)!.keys.first { $0.name == key }!.range
    return .outOfRange(text, key: key, schedule: schedule, range: range)
  }

  @Test("messages say what is wrong, where, and what would be right") func messages() {
    #expect(
      ScheduleError.unknownSchedule("cosin", known: ["step", "cosine"]).description
        == "unknown schedule 'cosin'; known: step, cosine")
    #expect(
      Self.refused("2/1", "multistep", "milestones").description
        == "'milestones' of schedule 'multistep' must be whole numbers above 0, rising, "
        + "with slashes between them, not 2/1")
    #expect(
      ScheduleError.unknownKey("a", schedule: "constant", known: []).description
        == "schedule 'constant' has no settings, so not 'a' either")
  }

  @Test("names, aliases and keys are found, and none is taken twice") func catalog() {
    let names = ScheduleKind.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(ScheduleKind.named("none") == nil)
    for kind in ScheduleKind.all {
      #expect(Set(kind.keys.map(\.name)).count == kind.keys.count)
      #expect(!kind.summary.isEmpty && !kind.displayName.isEmpty)
      for key in kind.keys { #expect(!key.meaning.isEmpty && !key.standardSpelling.isEmpty) }
    }
  }

  @Test("a setting that a schedule lacks, or cannot take, stops the program") func mistakes() async {
    await #expect(processExitsWith: .failure) { _ = Schedule("cosin") }
    await #expect(processExitsWith: .failure) { _ = Schedule.cosine.with("gamma", 1) }
    await #expect(processExitsWith: .failure) { _ = Schedule.cosine.with("tmax", 0) }
  }
}
