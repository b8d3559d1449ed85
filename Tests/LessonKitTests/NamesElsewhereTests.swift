import Testing

@testable import LessonKit

@Suite("Names that mean something elsewhere") struct NamesElsewhereTests {
  private static let known: [(kind: String, names: [String])] = [
    ("optimizer", RuleKind.all.flatMap { [$0.name] + $0.aliases }), ("activation", Activation.allCases.map(\.rawValue)),
    ("schedule", ScheduleKind.all.flatMap { [$0.name] + $0.aliases }), ("function", Landscape.all.map(\.name)),
    ("colour map", ColorMap.names), ("preset", Preset.all.map(\.name)),
    ("setting", RuleKind.all.flatMap { $0.keys.map(\.name) }),
    (
      "initialisation",
      ["matched", "he", "xavier", "lecun", "pytorch", "orthogonal", "kaiming", "glorot", "default", "normal"]
    ),
  ]

  @Test("none of them is a name that is known", arguments: known.map(\.kind)) func strange(_ kind: String) throws {
    let names = try #require(Self.known.first { $0.kind == kind }).names
    for name in names { #expect(!NamesElsewhere.isSomethingElse(name, kind: kind), "\(name)") }
  }

  @Test("none of them leads to another name, in any spelling", arguments: known.map(\.kind)) func hints(_ kind: String)
    throws
  {
    let known = try #require(Self.known.first { $0.kind == kind }).names
    for name in try #require(NamesElsewhere.names[kind]) {
      for spelled in [
        name, name.uppercased(), name.prefix(3) + "_" + name.dropFirst(3), name.prefix(1) + "-" + name.dropFirst(1),
      ] {
        let error = UsageError.unknown(Message(same: kind), String(spelled), known: known)
        #expect(!error.description.contains("did you mean"), "\(error)")
        #expect(error.description.contains("nothing here is the same"))
      }
    }
  }

  @Test("a slip of a known name is still found", arguments: known.map(\.kind)) func slips(_ kind: String) throws {
    let known = try #require(Self.known.first { $0.kind == kind }).names
    var (found, all) = (0, 0)
    for name in known where name.count > 4 {
      let slip =
        name.prefix(2) + String(name.dropFirst(3).prefix(1)) + String(name.dropFirst(2).prefix(1)) + name.dropFirst(4)
      if known.contains(String(slip)) { continue }
      all += 1
      let error = UsageError.unknown(Message(same: kind), String(slip), known: known)
      if error.description.contains("did you mean '\(name)'") { found += 1 }
    }
    #expect(found * 10 >= all * 9, "\(found) of \(all)")
  }

  @Test("two letters are no slip of two others", arguments: ["fr", "es", "de", "cn", "jp", "he"]) func short(
    _ word: String
  ) { #expect(Spelling.nearest(to: word, among: ["en", "zh"]) == nil) }

  @Test(
    "one slip away: what is typed twice or swapped comes first",
    arguments: [
      ("sinn", ["sin"]), ("csoh", ["cosh"]), ("lgo", ["log"]), ("sqr", ["sqrt"]), ("tanhh", ["tanh"]), ("xx", []),
      ("cpsh", ["cosh"]), ("cot", ["cos"]),
    ]) func near(_ word: String, _ expected: [String])
  { #expect(Spelling.slips(to: word, among: ["sin", "sinh", "cos", "cosh", "tanh", "log", "sqrt", "x"]) == expected) }
}
