import Foundation
import LessonKit
import Lessons
import PNGCodec
import Raster
import Testing

@testable import LessonCommand

@Suite("The PNG is the source") struct RedrawTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test(
    "a picture whose options do not change keeps its bytes",
    arguments: [
      "vanishing --depth 7", "vanishing --figure weights --lang zh", "rosenbrock --opt adam:lr=0.05,sgd --start=-1,2",
      "surface --fn '(1-x)^2 + 100*(y-x^2)^2' --view=-2:2,-1:3 --map viridis", "surface --3d --set steps=50",
      "saddle --title 'it''s 5 %: \"a\\b\"' --theme dark", "saddle --title ''", "l1-l2 --theme light --transparent",
      "rosenbrock --schedule cosine --scale 1.5 --dpi 50",
    ]) func unchanged(_ arguments: String) throws
  {
    #expect(try shell.bash("lesson \(arguments) --preset thumb -q -o a.png").status == 0)
    let before = try shell.data("a.png")
    let result = try shell.lesson("redraw", "a.png")
    #expect(result.status == 0 && result.text == "a.png\n", "\(result.errors)")
    #expect(result.errors.hasPrefix("unchanged a.png"))
    #expect(try shell.data("a.png") == before)
  }

  @Test(
    "what is changed gives the bytes of the changed command",
    arguments: [
      ("vanishing --depth 7", "--lang zh", "vanishing --depth 7 --lang zh"),
      ("vanishing --depth 7 --theme dark", "--theme light", "vanishing --depth 7"),
      ("vanishing --set depth=7", "--depth 3", "vanishing --depth 3"),
      ("vanishing --depth 7", "--set depth=3", "vanishing --depth 3"),
      ("vanishing --depth 7", "--figure weights", "vanishing --depth 7 --figure weights"),
      ("rosenbrock --opt adam --opt sgd", "--opt momentum", "rosenbrock --opt momentum"),
      ("surface --3d", "--set 3d=false", "surface"),
      ("rosenbrock --title Mine", "--scale 2 --title Yours", "rosenbrock --scale 2 --title Yours"),
    ]) func changed(_ first: String, _ options: String, _ whole: String) throws
  {
    let script = """
      lesson \(first) --preset thumb -q -o a.png && lesson \(whole) --preset thumb -q -o b.png
      lesson redraw a.png \(options) -q && cmp a.png b.png
      """
    let result = try shell.bash(script)
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }

  @Test("several pictures keep their names, in their place or in another folder") func several() throws {
    _ = try shell.bash(
      """
      mkdir deck; lesson saddle --preset thumb -q -o deck/one.png; lesson vanishing --preset thumb -q -o deck/two.png
      """)
    let before = try ["one", "two"].map { try shell.data("deck/\($0).png") }
    let result = try shell.bash("lesson redraw deck/*.png --theme dark -o dark/")
    #expect(result.text == "dark/one.png\ndark/two.png\n", "\(result.errors)")
    #expect(try ["one", "two"].map { try shell.data("deck/\($0).png") } == before)
    #expect(
      try shell.bash("lesson redraw deck/*.png ./deck/one.png --theme dark -q; cmp deck/two.png dark/two.png").status
        == 0)
    #expect(
      try PNG.metadata(of: [UInt8](shell.data("deck/one.png"))).comment == "lesson saddle --preset thumb --theme dark")
    #expect(try shell.bash("lesson redraw deck/one.png deck/two.png -o a.png").status == 64)
    #expect(try shell.bash("lesson redraw deck/one.png -o - | cmp - deck/one.png").status == 0)
    let snippet = try shell.bash("lesson redraw deck/one.png --snippet md --from deck -q").text
    #expect(snippet.contains("](one.png)"))
  }

  @Test("one that cannot be drawn is named, the others are drawn") func mixed() throws {
    _ = try shell.bash(
      "lesson saddle --preset thumb -q -o a.png; lesson vanishing --preset thumb -q -o b.png; echo x > c.png")
    let result = try shell.lesson("redraw", "a.png", "b.png", "c.png", "d.png", "--depth", "3")
    #expect(result.status == 1 && result.text == "b.png\n")
    for part in [
      "a.png: option '--depth' does not apply to the lesson 'saddle'", "'c.png' is no PNG", "no file 'd.png'",
    ] { #expect(result.errors.contains(part), "\(result.errors)") }
  }

  @Test(
    "what is no picture of ours is refused with a way out",
    arguments: [
      ("redraw", 64, "wants pictures", "lesson show FILE.png"),
      ("redraw foreign.png", 1, "not drawn by this program", "draw it anew"),
      ("show foreign.png", 1, "not drawn by this program", "saved again"), ("redraw text.png", 1, "is no PNG", ""),
      ("redraw missing.png", 66, "no file 'missing.png'", ""), ("redraw folder", 66, "is a folder", "folder/*.png"),
      ("redraw ours.png --figure all", 64, "asks for several", ""),
      ("redraw ours.png --dpeth 3", 64, "unknown option '--dpeth'", "--depth"),
      ("redraw ours.png --depth 0.5", 64, "ours.png: --depth", ""), ("show a.png b.png", 64, "one picture", ""),
      ("redraw evil.png", 64, "--output is no option of a figure", ""),
      ("redraw old.png", 64, "unknown lesson 'gone'", ""), ("redraw verb.png", 64, "'all' draws no figure", ""),
      ("redraw ours.png -o notes.txt", 64, "a figure is a PNG", ""),
    ]) func refused(_ command: String, _ status: Int32, _ message: String, _ hint: String) throws
  {
    _ = try shell.bash("lesson vanishing --preset thumb -q -o ours.png; echo x > text.png; mkdir folder")
    let (bitmap, metadata) = try PNG.decode([UInt8](shell.data("ours.png")))
    func save(_ name: String, _ software: String?, _ comment: String?) throws {
      let texts = PNGMetadata(software: software, comment: comment)
      try Data(try PNG.encode(bitmap, metadata: texts)).write(to: shell.folder.appendingPathComponent(name))
    }
    try save("foreign.png", "GIMP 2.10", "lesson vanishing")
    try save("evil.png", metadata.software, "lesson vanishing --output /etc/passwd")
    try save("old.png", metadata.software, "lesson gone --depth 3")
    try save("verb.png", metadata.software, "lesson all")
    let before = shell.files()
    let result = try shell.bash("lesson \(command)")
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.hasPrefix("error: ") && result.errors.contains(message), "\(result.errors)")
    #expect(hint.isEmpty || result.errors.contains(hint), "\(result.errors)")
    #expect(result.text.isEmpty && shell.files() == before)
  }

  @Test("show tells how a picture was made, in both languages and as JSON") func shown() throws {
    let command = "lesson vanishing --figure weights --depth 7 --preset thumb --scale 2"
    _ = try shell.bash("\(command) -q -o a.png")
    let text = try shell.lesson("show", "a.png").text
    for part in [command, "vanishing, weights:", "--depth 7", "1280×720 px, 192 dpi: 6.67×3.75 in", "Plumbline 0.1"] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(try shell.lesson("show", "a.png", "--lang", "zh").text.contains("替代文字"))
    let json = try shell.lesson("show", "./a.png", "--json").output.object()
    let drawn = try shell.bash("\(command) -nq --json").output.object()
    let figure = try #require(drawn["figure"] as? [String: Any])
    #expect(json["command"] as? String == command && json["lesson"] as? String == "vanishing")
    for key in ["title", "alt", "caption"] { #expect(json[key] as? String == figure[key] as? String, "\(key)") }
    for key in ["width", "height", "dpi"] { #expect(json[key] as? Double == figure[key] as? Double, "\(key)") }
    #expect((json["options"] as? [String: Any])?["depth"] as? Int == 7)
  }
}

@Suite("Command lines taken apart") struct ShellWordTests {
  @Test("words are those that a shell hands over") func peers() throws {
    let shell = try Shell()
    for line in [
      "lesson a --b c", "  x\ty  ", "'a b' c", "\"a b\"'c d'e", "a\\ b \\'c", "'it'\\''s'", "\"say \\\"x\\\" \\a\"",
      "''", "a '' \"\" b", "--fn \"x^2 + y\" 'max(x, 1)'", "中文 '两 个'", "a\\\\b", "",
    ] {
      let told = try shell.bash("printf '%s\\n' \(line)").text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast()
      let words = try ShellWord.words(in: line)
      #expect(words.isEmpty ? told == [""] : words == told.map(String.init), "\(line)")
      #expect(try ShellWord.words(in: ShellWord.line(words)) == words)
    }
  }

  @Test("a quote that is not closed is an error", arguments: ["'a", "a \"b", "'a\"", "\"a\\\""]) func open(
    _ line: String
  ) { #expect(throws: UsageError.self) { try ShellWord.words(in: line) } }
}
