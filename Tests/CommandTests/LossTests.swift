import Foundation
import LessonKit
import Lessons
import PNGCodec
import Raster
import Testing

@testable import LessonCommand

/// Under a sanitizer memory is not what it is elsewhere.
let isSanitized = ProcessInfo.processInfo.environment.keys.contains { $0.hasSuffix("SAN_OPTIONS") }

@Suite("Nothing is lost") struct LossTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private let draw = "lesson rosenbrock --preset thumb --steps 9"

  @Test(
    "two results that would be one file are refused, however its name is spelled",
    arguments: [
      "-o x.png --json=./x.png", "-o x.png --json=d/../x.png", "-o ./x.png --json=x.png", "-o link.png --json=x.png",
      "-o x.png --json=hard.png", "-o x.png --sidecar --json=x.json", "-o new/x.png --json=new/../new/x.png",
      "-o x.png --sidecar --json=./x.json", "-o there/x.png --json=$PWD/d/x.png",
    ]) func twins(_ outputs: String) throws
  {
    _ = try shell.bash("mkdir d; ln -s d there; \(draw) -o x.png -q; ln -s x.png link.png; ln x.png hard.png")
    let before = try shell.data("x.png")
    let result = try shell.bash("\(draw) --theme dark \(outputs)")
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors.contains("cannot be the same file") && result.errors.contains("--json="))
    #expect(try shell.data("x.png") == before)
    #expect(shell.files() == ["d", "hard.png", "link.png", "there", "x.png"])
  }

  @Test(
    "a result replaces only its like: JSON no picture, a picture no JSON, a page neither",
    arguments: [
      ("-o new.png --json=old.png", "'old.png' is a picture, and would be replaced by JSON"),
      ("-o note.png", "'note.png' is JSON, and would be replaced by a picture"),
      ("-o page.png", "'page.png' is a page of figures, and would be replaced by a picture"),
    ]) func likes(_ outputs: String, _ message: String) throws
  {
    _ = try shell.bash("\(draw) -o old.png --json=note.json -q; mv note.json note.png")
    try shell.write("<!DOCTYPE html>\n<!-- drawn by Plumbline: lesson all -->\n", to: "page.png")
    let before = try shell.files().map { try shell.data($0) }
    let result = try shell.bash("\(draw) --theme dark \(outputs)")
    #expect(result.status == 73 && result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.contains("--force"))
    #expect(try shell.files().map { try shell.data($0) } == before)
    #expect(try shell.bash("\(draw) --theme dark \(outputs) -f").status == 0)
  }

  @Test(
    "pictures of other programs are not ours, whatever their names begin with",
    arguments: [
      ("Plumbline Photo Editor 3", "lesson rosenbrock"), ("Plumbline", "lesson rosenbrock"),
      ("Plumbline 0.1", "drawn by hand"), ("Plumbline 0.1 beta", "lesson rosenbrock"),
      ("Plumbline2 0.1", "lesson rosenbrock"),
    ]) func foreign(_ software: String, _ comment: String) throws
  {
    let bitmap = Bitmap(width: 2, height: 2, fill: .white)
    let bytes = try PNG.encode(bitmap, metadata: PNGMetadata(software: software, comment: comment))
    try Data(bytes).write(to: shell.folder.appendingPathComponent("a.png"))
    let result = try shell.bash("\(draw) -o a.png")
    #expect(result.status == 73 && result.errors.contains("was not made by this program"))
    #expect(try shell.data("a.png") == Data(bytes))
  }

  @Test("foreign JSON and pages whose beginning is like ours are kept") func foreignTexts() throws {
    for text in ["{\"schema\": \"plumbline/figures\"}", "{\"schema\": \"plumbline/"] {
      try shell.write(text, to: "a.json")
      #expect(try shell.bash("\(draw) -o a.png --sidecar").status == 73)
    }
    try shell.write("<!DOCTYPE html>\n<!-- drawn by Plumbline's rival -->", to: "index.html")
    #expect(try shell.bash("lesson all --preset thumb -o ./").status == 73)
    #expect(shell.files() == ["a.json", "index.html"])
  }

  @Test("a replaced file keeps its mode, a new one has the usual") func modes() throws {
    let script = """
      umask 022; \(draw) -o a.png --sidecar -q >&2; stat -c %a a.png a.json
      chmod 600 a.png; chmod 640 a.json; \(draw) --theme dark -o a.png --sidecar -q >&2; stat -c %a a.png a.json
      """
    #expect(try shell.bash(script).text == "644\n644\n600\n640\n")
  }

  @Test("picture and record arrive together or not at all") func together() throws {
    // The limit on the size of files leaves room for the record alone, then for neither.
    #expect(try shell.bash("\(draw) -o a.png --sidecar -q").status == 0)
    let before = try (shell.data("a.png"), shell.data("a.json"))
    let result = try shell.bash("ulimit -f 700; lesson rosenbrock --scale 3 -o a.png --sidecar")
    #expect(result.status == 73, "\(result.errors)")
    #expect(try shell.data("a.png") == before.0 && shell.data("a.json") == before.1)
    #expect(try shell.bash("ulimit -f 700; lesson rosenbrock --scale 3 -o b.png --json=c.json").status == 73)
    #expect(shell.files() == ["a.json", "a.png"])
  }

  @Test("if a later file cannot take its place, those before it are taken out again") func takenOut() throws {
    let path = shell.folder.path
    try shell.write("{\"schema\": \"plumbline/1\"}", to: "old.json")
    let texts = ["{\"schema\": \"plumbline/2\"}", "{\"schema\": \"plumbline/3\"}"].map { Array($0.utf8) }
    let files = [("old.json", texts[0]), ("new.json", texts[0]), ("late.json", texts[1])].map {
      OutputFile(path: FilePath("\(path)/\($0.0)"), kind: .json, bytes: $0.1)
    }
    var staged = try files.enumerated().map { try StagedFile($1, replaces: $0 == 0, force: false) }
    for file in staged { try file.fill() }
    // Somebody makes the last one between the check and the rename.
    try shell.write("mine", to: "late.json")
    #expect(throws: CannotCreate.self) { try StagedFile.place(staged) }
    Temporaries.remove(staged.map(\.temporary))
    #expect(shell.files() == ["late.json", "old.json"])
    #expect(try shell.data("late.json") == Data("mine".utf8))
    #expect(try shell.data("old.json") == Data("{\"schema\": \"plumbline/1\"}".utf8))
    // And the same where a file of ours has been replaced by a foreign one meanwhile.
    staged = [try StagedFile(files[0], replaces: true, force: false)]
    try staged[0].fill()
    try shell.write("mine", to: "old.json")
    #expect(throws: CannotCreate.self) { try StagedFile.place(staged) }
    Temporaries.remove(staged.map(\.temporary))
    #expect(try shell.data("old.json") == Data("mine".utf8))
    #expect(shell.files() == ["late.json", "old.json"])
  }

  @Test("what a killed run left behind goes with the next, and nothing else") func leftOvers() throws {
    for name in [".plumbline-99999-1.tmp", ".plumbline-1-22.tmp", ".plumbline-notes.tmp", ".plumbline-1-2.png"] {
      try shell.write("half", to: name)
    }
    #expect(try shell.bash("\(draw) -o a.png").status == 0)
    #expect(shell.files() == [".plumbline-1-2.png", ".plumbline-notes.tmp", "a.png"])
  }

  @Test("a file that another run is writing is no left-over") func living() throws {
    let file = try Temporaries.create(beside: FilePath(shell.folder.path + "/b.png"))
    #expect(try shell.bash("\(draw) -o a.png").status == 0)
    #expect(FileManager.default.fileExists(atPath: file.path))
    Temporaries.remove([file])
    #expect(shell.files() == ["a.png"])
  }

  @Test(
    "experiments that differ have default names that differ",
    arguments: [
      ("--opt sgd,adam:lr=0.1", "--opt sgd,adam --lr 0.1"), ("--opt sgd:lr=0.1,adam", "--opt sgd,adam --lr 0.1"),
      ("--opt adam:beta1=0.8,sgd", "--opt adam,sgd:momentum=0.8"), ("--opt sgd,momentum", "--opt sgd:momentum=0.9"),
    ]) func names(_ one: String, _ other: String) throws
  {
    let path = { (options: String) in try self.shell.bash("lesson surface --preset thumb -n -q \(options)").text }
    let (first, second) = (try path(one), try path(other))
    #expect(first.hasSuffix(".png\n") && second.hasSuffix(".png\n") && first != second, "\(first)\(second)")
  }

  @Test("interrupted, 'lesson all' leaves what is done, with its index", arguments: [SIGINT, SIGTERM, SIGHUP])
  func interruptedAll(_ signal: Int32) throws {
    let process = try shell.start(["all", "--figure", "all", "--preset", "thumb", "-o", "all/", "-j", "1"])
    let deadline = Date().addingTimeInterval(60)
    while shell.files(in: "all").count < 3 && Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
    #expect(ExitCode(rawValue: 128 + signal) != nil, "it is documented")
    let files = shell.files(in: "all")
    #expect(files.contains("index.html") && files.count >= 4 && !files.contains { $0.hasSuffix(".tmp") })
    let page = String(decoding: try shell.data("all/index.html"), as: UTF8.self)
    for file in files where file.hasSuffix(".png") { #expect(page.contains("src=\"\(file)\"")) }
  }
}
