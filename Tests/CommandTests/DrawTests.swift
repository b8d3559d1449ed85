import Foundation
import PNGCodec
import Raster
import Testing

@Suite("lesson NAME") struct DrawTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("the shortest command draws a figure and prints its path alone") func happy() throws {
    let result = try shell.lesson("rosenbrock", "--opt", "adam")
    #expect(result.status == 0)
    #expect(result.text == "output/rosenbrock-adam.png\n")
    let line = /wrote output\/rosenbrock-adam\.png  1920×1080 px, 144 dpi, [0-9.]+ KiB\n/
    #expect(result.errors.wholeMatch(of: line) != nil, "one line: \(result.errors)")
    #expect(shell.files(in: "output") == ["rosenbrock-adam.png"])

    let (bitmap, metadata) = try PNG.decode([UInt8](shell.data("output/rosenbrock-adam.png")))
    #expect((bitmap.width, bitmap.height) == (1920, 1080))
    #expect(metadata.pixelsPerInch == 144)
    #expect(metadata.software == "Plumbline 0.1")
    #expect(metadata.comment == "lesson rosenbrock --opt adam")
    #expect(metadata.title?.isEmpty == false)
    #expect((40...250).contains(metadata.description?.count ?? 0))
  }

  @Test("the command in the PNG draws the same bytes again") func redraw() throws {
    let arguments = "rosenbrock --opt adam:lr=0.05 --steps 50 --start=-1,2 --preset thumb --lang zh"
    #expect(try shell.bash("lesson \(arguments) -o first.png").status == 0)
    let first = try shell.data("first.png")
    let command = try #require(try PNG.metadata(of: [UInt8](first)).comment)
    #expect(try shell.bash("\(command) -o second.png").status == 0)
    #expect(try shell.data("second.png") == first)
  }

  @Test("the same command twice changes nothing and says so; another figure of ours is replaced") func unchanged()
    throws
  {
    let first = try shell.bash("lesson rosenbrock --preset thumb -o a.png")
    #expect(first.errors.contains("wrote a.png"))
    let bytes = try shell.data("a.png")
    #expect(try shell.bash("lesson rosenbrock --preset thumb -o a.png").errors.contains("unchanged a.png"))
    #expect(try shell.data("a.png") == bytes)
    let other = try shell.bash("lesson rosenbrock --preset thumb --theme dark -o a.png")
    #expect(other.errors.contains("updated a.png"))
    #expect(try shell.data("a.png") != bytes)
    #expect(shell.files() == ["a.png"])
  }

  @Test(
    "what differs from the defaults stands in the file name",
    arguments: [
      ("", "rosenbrock"), ("--opt adam --theme dark --lang zh", "rosenbrock-adam-dark-zh"),
      ("--opt sgd,adam", "rosenbrock-sgd-adam"), ("--steps 200", "rosenbrock-steps200"),
      ("--set steps=200", "rosenbrock-steps200"), ("--steps=200", "rosenbrock-steps200"),
      ("--start -1,2", "rosenbrock-start-1_2"), ("--preset notes", "rosenbrock-notes"),
      ("--preset thumb --scale 2", "rosenbrock-thumb-at2x"), ("--steps 5 --steps 70", "rosenbrock-steps70"),
      ("--schedule constant", "rosenbrock"), ("--size 900x600", "rosenbrock-900x600"), ("--dpi 72", "rosenbrock-72dpi"),
      ("--map viridis", "rosenbrock-viridis"), ("--theme dark", "rosenbrock-dark"),
      ("--figure loss", "rosenbrock-loss"), ("--opt adam --figure loss --lang zh", "rosenbrock-loss-adam-zh"),
      ("--theme light --transparent", "rosenbrock-light-transparent"),
    ]) func names(_ options: String, _ name: String) throws
  {
    let result = try shell.bash("lesson rosenbrock \(options) -n -q")
    #expect(result.status == 0)
    #expect(result.text == "output/\(name).png\n")
    #expect(shell.files().isEmpty, "a dry run writes nothing")
  }

  @Test(
    "size, resolution and scale give the pixels and the placed size that they promise",
    arguments: [
      ("--preset thumb", 640, 360, 96.0), ("--preset thumb --scale 2", 1280, 720, 192),
      ("--preset thumb --dpi 48", 320, 180, 48), ("--size 800x600", 800, 600, 144),
      ("--preset notes --size 700x500 --scale 0.5", 350, 250, 100),
    ]) func pixels(_ options: String, _ width: Int, _ height: Int, _ dpi: Double) throws
  {
    #expect(try shell.bash("lesson rosenbrock --opt adam \(options) -o a.png").status == 0)
    let (bitmap, metadata) = try PNG.decode([UInt8](shell.data("a.png")))
    #expect((bitmap.width, bitmap.height) == (width, height))
    #expect(metadata.pixelsPerInch == dpi)
  }

  @Test("-o takes a file, a folder by its slash, and a folder that is there") func targets() throws {
    try FileManager.default.createDirectory(
      at: shell.folder.appendingPathComponent("there"), withIntermediateDirectories: false)
    for (target, path) in [
      ("a.png", "a.png"), ("new/deep/b.PNG", "new/deep/b.PNG"), ("new/", "new/rosenbrock-thumb.png"),
      ("there", "there/rosenbrock-thumb.png"),
    ] {
      let result = try shell.lesson("rosenbrock", "--preset", "thumb", "-o", target)
      #expect(result.text == path + "\n")
      #expect(try shell.data(path).count > 1000)
    }
  }

  @Test("-o - writes the picture to standard output, and nothing else") func standardOutput() throws {
    let result = try shell.lesson("rosenbrock", "--preset", "thumb", "-o", "-")
    #expect(result.status == 0)
    #expect(try PNG.decode([UInt8](result.output)).bitmap.width == 640)
    #expect(shell.files().isEmpty)
  }

  @Test("notes are silent with -q, and times stand there with -v") func loudness() throws {
    #expect(try shell.bash("lesson rosenbrock --preset thumb -q").errors == "")
    let loud = try shell.bash("lesson rosenbrock --preset thumb -v").errors
    #expect(loud.contains("experiment ") && loud.contains("command: lesson rosenbrock --preset thumb"))
    #expect(!loud.contains("\u{1B}"), "no colours where nobody looks")
  }

  @Test("one line is said of a drawing, even on a page too small for its texts") func oneLine() throws {
    let result = try shell.bash("lesson rosenbrock --size 100x70 -o a.png")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test(
    "a snippet is text to paste, with the path and the alternative text",
    arguments: [
      ("md", "![Contour map"), ("html", "<img src=\"output/rosenbrock-adam-thumb.png\" alt=\"Contour map"),
      ("tex", "]{output/rosenbrock-adam-thumb.png}"), ("typst", "image(\"output/rosenbrock-adam-thumb.png\""),
      ("quarto", "{fig-alt=\"Contour"),
    ]) func snippets(_ kind: String, _ expected: String) throws
  {
    let result = try shell.bash("lesson rosenbrock --opt adam --preset thumb --snippet \(kind)")
    #expect(result.status == 0)
    #expect(result.text.contains(expected))
    #expect(result.text.contains("output/rosenbrock-adam-thumb.png"))
    #expect(shell.files(in: "output") == ["rosenbrock-adam-thumb.png"])
  }

  @Test("the HTML snippet names both page colours once both are drawn") func pair() throws {
    let command = "lesson rosenbrock --opt adam --preset thumb --snippet html"
    let alone = try shell.bash("\(command) --theme dark --lang zh").text
    #expect(alone.contains("<img src=\"output/rosenbrock-adam-thumb-dark-zh.png\""))
    for options in ["--lang zh", "--lang zh --theme dark"] {
      let both = try shell.bash("\(command) \(options)").text
      #expect(both.contains("<source srcset=\"output/rosenbrock-adam-thumb-dark-zh.png\""))
      #expect(both.contains("<img src=\"output/rosenbrock-adam-thumb-zh.png\""))
    }
  }
}
