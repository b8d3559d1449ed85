import Foundation
import LessonKit
import PNGCodec
import Testing

@testable import lesson

@Suite("--frames, --upto and --apng") struct FrameFileTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private func picture(_ name: String) throws -> (bitmap: Bitmap, metadata: PNGMetadata) {
    try PNG.decode([UInt8](shell.data(name)))
  }

  @Test(
    "numbered files, the question first, the last with the pixels of the figure alone; each can be drawn again",
    arguments: [
      "vanishing", "rosenbrock --lang zh --theme dark", "rastrigin --preset half",
      "dropout --transparent --theme light",
    ]) func files(_ lesson: String) throws
  {
    let small = lesson.contains("--preset") ? lesson : "\(lesson) --preset thumb"
    let result = try shell.bash("lesson \(small) --frames -q -o f/a.png && lesson \(small) -q -o alone.png")
    #expect(result.status == 0, "\(result.errors)")
    let names = shell.files(in: "f")
    #expect(names == (1...names.count).map { "a-0\($0).png" } && names.count > 2)
    let (last, alone) = try (picture("f/\(names[names.count - 1])"), picture("alone.png"))
    #expect(last.bitmap == alone.bitmap && last.metadata.title == alone.metadata.title)
    #expect(last.metadata.description == alone.metadata.description)
    let first = try picture("f/a-01.png")
    #expect(first.bitmap != alone.bitmap && first.metadata.comment?.hasSuffix("--frames=1") == true)
    #expect(["Question: ", "问题："].contains { first.metadata.description?.hasPrefix($0) == true })
    let again = try shell.bash("lesson redraw f/*.png")
    #expect(
      again.status == 0 && again.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("unchanged") },
      "\(again.errors)")
  }

  @Test("one frame alone has the name of its number, and can go anywhere") func one() throws {
    let result = try shell.bash(
      "lesson vanishing --preset thumb --frames -q -o f/ >/dev/null; lesson vanishing --preset thumb --frames=2 -q -o g/ && cmp f/vanishing-thumb-02.png g/*.png && lesson vanishing --preset thumb --frames=2 -o - | cmp - g/*.png"
    )
    #expect(
      result.status == 0 && result.text == "g/vanishing-thumb-02.png\n", "\(result.errors)\(shell.files(in: "g"))")
  }

  @Test("a figure of one thing says so, and frames of a longer sequence are named") func notes() throws {
    let single = try shell.bash("touch output; lesson schedules --figure change --preset thumb --frames -o f/")
    #expect(single.status == 0, "\(single.errors)")
    let first = try shell.bash("lesson backprop --preset thumb --frames -o g/a.png")
    #expect(first.errors.contains("shows one thing: the question, then the whole"), "\(first.errors)")
    let second = try shell.bash(
      "lesson rosenbrock --preset thumb --frames -q -o h/a.png; lesson vanishing --preset thumb --frames -o h/a.png")
    #expect(second.errors.contains("h/a-04.png is of another sequence: this one has 3 frames"), "\(second.errors)")
  }

  @Test("--json has the frames, --snippet one text a frame, with the question for the lecturer") func texts() throws {
    let json = try shell.bash("lesson vanishing --preset thumb --frames --json -nq")
    let object = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let figure = try #require(object["figure"] as? [String: Any])
    let frames = try #require(figure["frames"] as? [[String: String]])
    #expect(frames.map { $0["path"] } == (1...3).map { "output/vanishing-thumb-0\($0).png" })
    #expect(frames[0]["title"] == figure["ask"] as? String && frames[2]["alt"] == figure["alt"] as? String)
    #expect(frames.allSatisfy { (40...250).contains($0["alt"]?.count ?? 0) })
    let snippets = try shell.bash("lesson vanishing --preset thumb --frames --snippet pptx -nq").text
    #expect(snippets.contains("vanishing-thumb-01.png") && snippets.contains("vanishing-thumb-03.png"))
  }

  @Test("a document may ask for the question, and for the first steps; for all frames it may not") func marker() throws
  {
    try shell.write(
      "<!-- lesson vanishing --frames=1 -->\n\n<!-- lesson rosenbrock --upto 9 -->\n\n<!-- lesson vanishing --frames -->\n",
      to: "n.md")
    let result = try shell.bash("lesson fill n.md --preset thumb")
    #expect(result.status == 1 && result.errors.contains("n.md:5: a picture is one frame"), "\(result.errors)")
    #expect(shell.files(in: "figures") == ["rosenbrock-thumb-upto9.png", "vanishing-thumb-01.png"])
  }

  @Test(
    "what cannot be is refused with a remedy, and writes nothing",
    arguments: [
      ("vanishing --frames -o -", "--apng -o -"), ("vanishing --frames --apng", "leave out one of them"),
      ("vanishing --frames=0", "all of them, each in a file: --frames"),
      ("vanishing --frames=99", "=99: the figure 'depth' has 3 frames"), ("vanishing --frames=two", "counted from 1"),
      ("vanishing --frames=4", "has 3 frames"), ("vanishing --apng=5", "takes no value"),
      ("rosenbrock --upto -1", "0 or more"), ("rosenbrock --upto 1.5", "0 or more"),
      ("rosenbrock --upto", "wants a value"), ("rosenbrock --upto 99999", "up to its end: --upto 1500"),
      ("vanishing --upto 3", "it belongs to: rosenbrock"),
      ("rosenbrock --figure loss --upto 3", "it does in: lesson rosenbrock --figure race"),
      ("surface --steps 0 --upto 3", "leave out --upto"), ("all --frames", "unknown option"),
    ]) func refused(_ arguments: String, _ remedy: String) throws
  {
    let result = try shell.bash("lesson \(arguments)")
    #expect(result.status == 64 && result.errors.contains(remedy), "\(result.errors)")
    #expect(shell.files() == [])
  }

  @Test("a frame that would take the place of somebody's file stops all of them", arguments: ["a-01.png", "a-03.png"])
  func foreign(_ name: String) throws {
    try shell.write("mine", to: name)
    let result = try shell.bash("lesson vanishing --preset thumb --frames -o a.png")
    #expect(
      result.status == 73 && result.errors.contains("'\(name)' exists and was not made by this program"),
      "\(result.errors)")
    #expect(shell.files() == [name])
  }

  @Test("--upto 0 shows the start, the whole length the figure; the file says what draws it again") func upto() throws {
    let result = try shell.bash(
      "lesson saddle --steps 30 --preset thumb -q -o a.png; lesson saddle --steps 30 --upto 30 --preset thumb -q -o b.png; lesson saddle --steps 30 --upto 0 --preset thumb -q -o c/; lesson redraw c/*.png"
    )
    #expect(
      result.status == 0 && result.errors.hasPrefix("unchanged c/saddle-") && result.errors.contains("-upto0.png"),
      "\(result.errors)\(shell.files(in: "c"))")
    #expect(try picture("a.png").bitmap == picture("b.png").bitmap)
  }

  /// A Python with Pillow, if there is one.
  private static let python: String? = {
    let places = [ProcessInfo.processInfo.environment["PYTHON"], "/usr/bin/python3", "/usr/local/bin/python3"]
      .compactMap { $0 }
    return places.first { place in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: place)
      process.arguments = ["-c", "import PIL.Image"]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
  }()

  private static let script = """
    import sys
    from PIL import Image
    film, stills = Image.open(sys.argv[1]), [Image.open(name).convert("RGBA") for name in sys.argv[2:]]
    assert film.default_image and film.n_frames == len(stills) + 1, (film.default_image, film.n_frames, len(stills))
    assert film.info.get("loop") == 0, film.info
    assert film.convert("RGBA").tobytes() == stills[-1].tobytes(), "the still is not the whole"
    times = []
    for place, still in enumerate(stills):
        film.seek(place + 1)
        assert film.convert("RGBA").tobytes() == still.tobytes(), place
        times.append(film.info["duration"])
    assert times[0] > 2000 and times[-1] > 2000 and all(time == 1200 for time in times[1:-1]), times
    """

  @Test(
    "Pillow plays the frames that stand in the files", .enabled(if: python != nil),
    arguments: [
      "vanishing", "rosenbrock", "activations --figure functions", "dropout", "surface --3d",
      "saddle --theme light --transparent",
    ]) func pillow(_ lesson: String) throws
  {
    try shell.write(Self.script, to: "play.py")
    let python = try #require(Self.python)
    let result = try shell.bash(
      "lesson \(lesson) --preset half --apng -q -o film.png && lesson \(lesson) --preset half --frames -q -o f/ && \(python) play.py film.png f/*.png"
    )
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(
    "an animated slide has at most 4 MiB, says its size in print, and is drawn again as it is",
    arguments: ["rosenbrock", "surface --3d"]) func film(_ lesson: String) throws
  {
    let result = try shell.bash("lesson \(lesson) --apng -q -o film.png && lesson redraw film.png")
    #expect(result.status == 0 && result.errors.hasPrefix("unchanged film.png"), "\(result.errors)")
    #expect(try shell.data("film.png").count <= 4 << 20)
    #expect(try picture("film.png").metadata.pixelsPerInch == 144)
  }
}
