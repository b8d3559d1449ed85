import Foundation
import LessonKit
import PNGCodec
import Testing

@testable import lesson

@Suite("--look") struct LookFileTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("the look that help shows is read, checked and drawn; a picture keeps it when the file is gone") func whole()
    throws
  {
    let help = try shell.bash("lesson help look").text
    let start = try #require(help.firstIndex(of: "{")), end = try #require(help.firstIndex(of: "}"))
    try shell.write(String(help[start...end]), to: "mine.json")
    let check = try shell.bash("lesson look check mine.json")
    #expect(check.status == 0 && check.text.contains("nothing is lost"), "\(check.text)\(check.errors)")
    let drawn = try shell.bash(
      "lesson rosenbrock --look mine.json --preset thumb -q -o a.png && rm mine.json && lesson redraw a.png && lesson redraw a.png --lang zh -q -o b.png"
    )
    #expect(drawn.status == 0 && drawn.errors.hasPrefix("unchanged a.png"), "\(drawn.errors)")
    for name in ["a.png", "b.png"] {
      #expect(
        try Array(PNG.decode([UInt8](shell.data(name))).bitmap.pixels.prefix(4)) == [0xFF, 0xF8, 0xE7, 0xFF], "\(name)")
    }
  }

  @Test(
    "errors tell line and remedy",
    arguments: [
      ("{\n  \"page\": \"#FFF\",\n}", "mine.json, line 3, column 1: a comma stands before"),
      ("{\n  \"pgae\": \"#FFFFFF\"\n}", "mine.json, line 2: a look has no \"pgae\"\n  did you mean \"page\"?"),
      (
        "{\n\n  \"ink\": \"black\"}",
        "mine.json, line 3: \"ink\" wants a colour, not \"black\"\n  a colour is # and six hexadecimal digits"
      ), ("{\"ink\": 7}", "not a number"), ("{\"ink\": \"#12345\"}", "line 1"),
      ("{\"ink\": \"#+12345\"}", "wants a colour"), ("{\"series\": []}", "1 to 6 colours, not 0"),
      ("{\"map\": [\"#000000\"]}", "2 to 64 colours, not 1"), ("{\"map\": \"viridis\"}", "not a text"),
      (
        "{\n\"font\": \"No Such Family\"}",
        "mine.json, line 2: the font family “No Such Family” is not installed\n  the families that there are: fc-list"
      ), ("[]", "a look is an object, not a list"), ("", "line 1, column 1"), ("\u{0}", "line 1, column 1"),
    ]) func wrong(_ text: String, _ message: String) throws
  {
    try shell.write(text, to: "mine.json")
    for command in ["lesson vanishing --look mine.json", "lesson look check mine.json"] {
      let result = try shell.bash(command)
      #expect(result.status == 1 && result.errors.contains(message), "\(result.errors)")
    }
    #expect(shell.files() == ["mine.json"])
  }

  @Test(
    "what is no look at all",
    arguments: [
      ("lesson vanishing --look none.json", 66, "there is no file 'none.json'"),
      ("lesson look", 64, "lesson look check mine.json"), ("lesson look chek a.json", 64, "wants 'check'"),
      ("lesson look check", 64, "one file"), ("lesson vanishing --look", 64, "wants a value"),
      ("printf '\\377' > a.json; lesson vanishing --look a.json", 1, "no text of JSON"),
    ] as [(String, Int32, String)]) func none(_ command: String, _ status: Int32, _ message: String) throws
  {
    let result = try shell.bash(command)
    #expect(result.status == status && result.errors.contains(message), "\(result.errors)")
  }

  @Test("a check names the line of what is lost, and exits with 1") func lost() throws {
    try shell.write("{\n  \"page\": \"#FFFFFF\",\n  \"series\": [\"#C00000\", \"#6B6B00\"]\n}", to: "mine.json")
    let result = try shell.bash("lesson look check mine.json")
    #expect(result.status == 1 && result.text.hasPrefix("mine.json:3: series 1 #"), "\(result.text)")
    let json = try shell.bash("lesson look check mine.json --json --lang zh")
    let object = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    #expect((object["losses"] as? [[String: Any]])?.first?["line"] as? Int == 3 && json.status == 1)
  }

  @Test("a look of a map changes nothing in a figure without one, and a named map goes before it") func map() throws {
    try shell.write("{\"map\": [\"#000000\", \"#FFFFFF\"]}", to: "mine.json")
    let result = try shell.bash(
      """
      lesson vanishing --look mine.json --preset thumb -q -o a.png && lesson vanishing --preset thumb -q -o b.png
      lesson saddle --look mine.json --map viridis --preset thumb -q -o c.png && lesson saddle --map viridis --preset thumb -q -o d.png
      lesson saddle --look mine.json --preset thumb -q -o e.png
      """)
    #expect(result.status == 0, "\(result.errors)")
    let pixels = try ["a", "b", "c", "d", "e"].map { try PNG.decode([UInt8](shell.data("\($0).png"))).bitmap }
    #expect(pixels[0] == pixels[1] && pixels[2] == pixels[3] && pixels[4] != pixels[3])
  }

  @Test("an ink that cannot be seen is drawn, with one note that names the check") func unseen() throws {
    try shell.write("{\"ink\": \"#DDDDDD\"}", to: "pale.json")
    for command in ["saddle", "saddle --figure all", "deck saddle -o d"] {
      let result = try shell.bash("lesson \(command) --look pale.json --preset thumb")
      let notes = result.errors.split(separator: "\n").filter { $0.hasPrefix("note:") && $0.contains("ink") }
      #expect(
        result.status == 0 && notes.count == 1 && notes[0].hasSuffix("lesson look check pale.json"), "\(result.errors)")
    }
    #expect(
      try shell.bash("lesson saddle --look pale.json --theme dark --preset thumb").errors.contains("ink") == false)
  }

  @Test("a font of one's own sets other letters") func font() throws {
    let result = try shell.bash(
      "lesson vanishing --look '{\"font\": \"DejaVu Sans\"}' --preset thumb -q -o a.png && lesson vanishing --preset thumb -q -o b.png && cmp -s a.png b.png"
    )
    #expect(result.status == 1 && shell.files() == ["a.png", "b.png"], "\(result.errors)")
  }
}
