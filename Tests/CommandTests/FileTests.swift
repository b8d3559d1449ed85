import Foundation
import Testing

@Suite("Files") struct FileTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  /// Runs a script that must end with 73, with a message and no temporary file.
  private func refuses(_ script: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let before = shell.files()
    let result = try shell.bash(script)
    #expect(result.status == 73, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.errors.hasPrefix("error: "), sourceLocation: sourceLocation)
    #expect(result.errors.contains(message), "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.text.isEmpty, sourceLocation: sourceLocation)
    #expect(shell.files() == before, sourceLocation: sourceLocation)
  }

  @Test("a file that is not ours is refused and stays, unless forced") func foreign() throws {
    try shell.write("mine", to: "a.png")
    try refuses("lesson rosenbrock --preset thumb -o a.png", "was not made by this program")
    #expect(try shell.data("a.png") == Data("mine".utf8))
    #expect(try shell.bash("lesson rosenbrock --preset thumb -o a.png -f").status == 0)
    #expect(try shell.data("a.png").count > 1000)
  }

  @Test("an empty file, and a PNG of another program, are not ours either") func otherPictures() throws {
    try shell.write("", to: "a.png")
    try refuses("lesson rosenbrock --preset thumb -o a.png", "was not made by this program")
    try shell.write("{\"schema\": \"other/1\"}", to: "a.json")
    try refuses("lesson rosenbrock --preset thumb -o b.png --json=a.json", "'a.json' exists")
  }

  @Test("a foreign sidecar is found before the picture is written") func sidecarFirst() throws {
    try shell.write("mine", to: "a.json")
    try refuses("lesson rosenbrock --preset thumb -o a.png --sidecar", "'a.json' exists")
  }

  @Test("an output folder that is a file is refused") func folderIsFile() throws {
    try shell.write("mine", to: "output")
    try refuses("lesson rosenbrock --preset thumb", "'output' is not a folder")
    try refuses("lesson all", "'output' is not a folder")
    try refuses("lesson rosenbrock --preset thumb -o output/deep/a.png", "'output' is not a folder")
    // Once, before anything is drawn: not figure by figure.
    for command in ["all --figure all -o output", "gallery -o output"] {
      let errors = try shell.bash("lesson \(command)").errors
      #expect(errors.matches(of: /error:/).count == 1, "\(errors)")
    }
  }

  @Test("devices are refused, even when forced", arguments: ["/dev/null", "/dev/full"]) func devices(_ path: String)
    throws
  { try refuses("lesson rosenbrock --preset thumb -f -o \(path)", "is not a regular file") }

  @Test("a folder in which nobody can write is refused") func unwritable() throws {
    // The kernel's own folder: not even root can make a file there.
    try refuses("lesson rosenbrock --preset thumb -o /proc/a.png", "/proc")
    try refuses("lesson rosenbrock --preset thumb -o /proc/new/a.png", "/proc")
  }

  @Test("a read-only folder is refused", .enabled(if: getuid() != 0, "root writes everywhere")) func readOnly() throws {
    try refuses(
      "mkdir ro; chmod 555 ro; trap 'rmdir ro' EXIT; lesson rosenbrock --preset thumb -o ro/a.png",
      "cannot write in the folder 'ro'")
  }

  @Test("a write that ends early leaves no file, neither a new one nor a changed one") func noRoom() throws {
    // A limit on the size of files stands for a full disk: both end a write part of the way. It leaves room for what a
    // sanitizer writes for itself, and none for a figure of 5760 × 3240.
    let large = "ulimit -f 700; lesson rosenbrock --scale 3 -o a.png"
    try refuses(large, "cannot write 'a.png': File too large")
    #expect(try shell.bash("lesson rosenbrock --preset thumb --steps 9 -o a.png").status == 0)
    let before = try shell.data("a.png")
    try refuses(large, "File too large")
    #expect(try shell.data("a.png") == before)
  }

  @Test("a full standard output is an error") func fullOutput() throws {
    try refuses("lesson list > /dev/full", "cannot write to standard output: No space left")
    try refuses("lesson rosenbrock --preset thumb -q -o - > /dev/full", "No space left on device")
  }

  @Test("a link is followed, and stays a link") func links() throws {
    let script = """
      mkdir real; lesson rosenbrock --preset thumb --steps 9 -o real/a.png -q; ln -s real/a.png link.png
      lesson rosenbrock --preset thumb -o link.png -q && test -L link.png && ls -A real
      """
    #expect(try shell.bash(script).text == "real/a.png\nlink.png\na.png\n")
    _ = try shell.bash("ln -s nowhere.png dangling.png")
    try refuses("lesson rosenbrock --preset thumb -o dangling.png", "is not a regular file")
  }
}
