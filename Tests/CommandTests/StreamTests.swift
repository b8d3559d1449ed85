import Foundation
import Testing

@testable import LessonCommand

@Suite("Streams and signals") struct StreamTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test(
    "a reader that goes away ends the program silently",
    arguments: [
      "lesson list", "lesson rosenbrock --preset thumb --json -q", "lesson completions bash",
      "lesson rosenbrock --preset thumb -o - -q",
    ]) func brokenPipe(_ command: String) throws
  {
    // The reader is gone before the first byte comes.
    let result = try shell.bash("{ sleep 0.3; \(command); echo $? >status; } | true; cat status")
    #expect(result.text == "0\n")
    #expect(result.errors == "")
  }

  @Test("with standard output closed the figure is still written, and its bytes are right") func closedOutput() throws {
    let result = try shell.bash("lesson rosenbrock --preset thumb -o a.png >&-")
    #expect(result.errors.contains("cannot write to standard output"))
    #expect(result.status == 73)
    #expect(try shell.bash("lesson rosenbrock --preset thumb -o a.png").errors.contains("unchanged"))
    let silent = try shell.bash("lesson rosenbrock --preset thumb -o b.png 2>&- <&-")
    #expect(silent.status == 0 && silent.text == "b.png\n")
    #expect(try shell.data("a.png") == shell.data("b.png"))
  }

  @Test("an interrupt ends the program with 130 and leaves nothing", arguments: [0.3, 0.8]) func interrupt(
    _ delay: Double
  ) throws {
    let process = try shell.start([
      "rosenbrock", "--size", "8000x8000", "--steps", "1000000", "-o", "out/a.png", "--sidecar",
    ])
    Thread.sleep(forTimeInterval: delay)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(shell.files(in: "out").isEmpty)
  }

  @Test("an interrupt removes the temporary file that is being written") func temporary() async throws {
    let folder = shell.folder.path
    await #expect(processExitsWith: .exitCode(130)) { [folder = folder as String] in
      let file = try Temporaries.create(beside: FilePath(folder + "/a.png"))
      _ = FileDescriptor.writeAll([1, 2, 3], to: file.descriptor)
      precondition(access(file.path, F_OK) == 0, "the file is there")
      Temporaries.removeAllAndExit(130)
    }
    #expect(shell.files().isEmpty)
  }

  @Test("no colours where NO_COLOR says so, and none in a file") func colors() throws {
    for environment in [["NO_COLOR": "1"], [:]] {
      let result = try shell.lesson("rosenbrok", environment: environment)
      #expect(!result.errors.contains("\u{1B}"))
    }
  }
}
