import Foundation
import Testing

/// A folder of its own for one test, and the built command in it.
final class Shell: Sendable {
  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: Data
    let errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  let folder: URL

  init() throws {
    folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("plumbline-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The built command: it lies beside the tests.
  static let command: URL = {
    let place = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return place.appendingPathComponent("lesson")
  }()

  /// Runs the command.
  func lesson(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try run(Self.command, arguments, environment)
  }

  /// Runs a script of bash, in which `lesson` is the command.
  func bash(_ script: String, environment: [String: String] = [:]) throws -> Result {
    let path = Self.command.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin"
    let all = environment.merging(["PATH": path]) { given, _ in given }
    return try run(URL(fileURLWithPath: "/bin/bash"), ["-c", script], all)
  }

  /// Starts the command without waiting for it.
  func start(_ arguments: [String]) throws -> Process {
    let process = process(Self.command, arguments, [:])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func run(_ program: URL, _ arguments: [String], _ environment: [String: String]) throws -> Result {
    let process = process(program, arguments, environment)
    // Files, not pipes: nobody has to read while the command runs.
    let logs = try Shell.Logs()
    process.standardOutput = logs.output
    process.standardError = logs.errors
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -1
    return Result(status: status, output: try logs.read("out"), errors: try logs.readErrors())
  }

  private func process(_ program: URL, _ arguments: [String], _ environment: [String: String]) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    // A sanitizer's options go along, so that the command runs under it as the tests do.
    let inherited = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": NSHomeDirectory()].merging(inherited) { own, _ in own }
      .merging(environment) { _, given in given }
    return process
  }

  /// Names of the files in a folder, hidden ones too, in order.
  func files(in path: String = "") -> [String] {
    let place = folder.appendingPathComponent(path).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
  }

  func data(_ path: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(path)) }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }

  /// Files that catch what a process writes.
  private struct Logs {
    let place: URL
    let output: FileHandle
    let errors: FileHandle

    init() throws {
      place = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("plumbline-logs-" + UUID().uuidString)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      output = try Self.handle(place.appendingPathComponent("out"))
      errors = try Self.handle(place.appendingPathComponent("err"))
    }

    private static func handle(_ file: URL) throws -> FileHandle {
      try Data().write(to: file)
      return try FileHandle(forWritingTo: file)
    }

    func read(_ name: String) throws -> Data { try Data(contentsOf: place.appendingPathComponent(name)) }

    /// What went to standard error; the files are gone afterwards.
    func readErrors() throws -> String {
      defer { try? FileManager.default.removeItem(at: place) }
      return String(decoding: try read("err"), as: UTF8.self)
    }
  }
}

/// A small picture: fast to draw and to compare.
let small = ["--preset", "thumb"]

extension Data {
  /// What JSON says.
  func object() throws -> [String: Any] { try #require(try JSONSerialization.jsonObject(with: self) as? [String: Any]) }
}
