import Foundation
import Testing

/// The script that begins a lesson, tried in a copy of the folders that it reads.
@Suite("The scaffold") struct ScaffoldTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-scaffold-\(UUID().uuidString)")

  init() throws {
    let files = FileManager.default
    try files.createDirectory(at: folder.appending(path: "Tests/LessonsTests"), withIntermediateDirectories: true)
    for path in ["Scripts", "Lessons", "Tests/LessonsTests/Halving", ".swift-format"] {
      try files.copyItem(at: Sources.root.appending(path: path), to: folder.appending(path: path))
    }
    try files.createSymbolicLink(
      at: folder.appending(path: "Sources"), withDestinationURL: Sources.root.appending(path: "Sources"))
  }

  private func scaffold(_ words: String...) throws -> (status: Int32, errors: String) {
    try run([folder.appending(path: "Scripts/scaffold").path] + words)
  }

  private func run(_ words: [String]) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  @Test(
    "makes a lesson of every chapter, with its line, its statement and its test",
    arguments: [
      ("descent", "Descent", "descent", "Schedules"), ("gradient-flow", "GradientFlow", "gradientFlow", "PrePostNorm"),
      ("ingredients", "Ingredients", "ingredients", "CovariateShift"),
    ]) func makes(chapter: String, place: String, member: String, last: String) throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try scaffold("my-try", chapter).status == 0)
    let lesson = try text("Lessons/\(place)/MyTry/MyTry.swift")
    #expect(lesson.contains("struct MyTry: Lesson") && lesson.contains("\"my-try\", in: .\(member)"))
    #expect(try text("Lessons/\(place)/MyTry/MyTryStudy.swift").contains("extension MyTry"))
    #expect(try text("Lessons/\(place)/MyTry/MyTryClaims.swift").contains("\"my-try.steps\""))
    let test = try text("Tests/LessonsTests/\(place)/MyTryTests.swift")
    #expect(test.contains("Statement.\(member))") && !test.contains("Halving"))
    #expect(try text("Lessons/Statements/\(place)Statements.swift").contains("\"my-try.steps\""))
    let catalog = try text("Lessons/Catalog.swift")
    let entries = catalog.matches(of: /([A-Za-z0-9]+)\.self/).map { String($0.1) }
    let before = try #require(entries.firstIndex(of: "MyTry").map { $0 == 0 ? "" : entries[$0 - 1] })
    #expect(before == last && catalog.contains("Statement.\(member)"))
    // What it wrote is as lint wants it.
    let lint = try run([
      "-c", "cd '\(folder.path)' && swift format lint --strict --recursive Lessons Tests && Scripts/lines >/dev/null",
    ])
    #expect(lint.status == 0, "\(lint.errors)")
  }

  @Test(
    "refuses names that are none, chapters that are none, and names that are taken",
    arguments: [
      ["My", "descent"], ["my-try", "physics"], ["my-try"], ["rosenbrock", "descent"], ["clipping", "descent"],
      ["dropout", "fitting"], ["skips", "descent"], ["list", "descent"], ["residual-stack", "descent"],
    ]) func refuses(words: [String]) throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = words.count == 1 ? try scaffold(words[0]) : try scaffold(words[0], words[1])
    #expect(result.status == 64 && result.errors.hasPrefix("scaffold: "))
    #expect(
      try text("Lessons/Catalog.swift")
        == String(contentsOf: Sources.root.appending(path: "Lessons/Catalog.swift"), encoding: .utf8))
  }

  @Test("the rubric says that its first build is long, and says it no more when the tests are built") func rubric()
    throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    let rubric = """
      cd '\(folder.path)'; mkdir bin; printf '#!/bin/sh\\n' > bin/swift; chmod +x bin/swift; PATH="$PWD/bin:$PATH"
      Scripts/rubric vanishing; mkdir -p .build/debug; touch .build/debug/PlumblinePackageTests.xctest; Scripts/rubric vanishing
      """
    let result = try run(["-c", rubric])
    #expect(
      result.status == 0 && result.errors.hasPrefix("rubric: the first time all tests are built"), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
  }
}
