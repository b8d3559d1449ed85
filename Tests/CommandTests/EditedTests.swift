import Foundation
import Testing

@Suite("What somebody has edited") struct EditedTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private func text(_ path: String) throws -> String { String(decoding: try shell.data(path), as: UTF8.self) }

  private func fill(_ options: String = "notes.md") throws -> Shell.Result {
    try shell.bash("lesson fill --preset thumb \(options)")
  }

  @Test(
    "a document of slides that was edited stays, and the remedy is told",
    arguments: [
      "echo mine >> d/slides.md", "sed -i '$d' d/slides.md", "sed -i '3d' d/slides.md",
      "sed -i 's/^Ask/ASK/' d/slides.md",
    ]) func slides(_ edit: String) throws
  {
    let deck = "lesson deck saddle --preset thumb -o d"
    #expect(try shell.bash("\(deck) && \(deck) --theme dark && \(deck) && \(edit)").status == 0)
    let (before, files) = (try shell.data("d/slides.md"), shell.files(in: "d"))
    let result = try shell.bash("\(deck) --theme dark")
    #expect(
      result.status == 73 && result.errors.contains("error: 'd/slides.md' was edited since 'lesson deck' wrote it"),
      "\(result.errors)")
    #expect(result.errors.contains("to replace it: --force") && result.errors.contains("-o with another folder"))
    #expect(try shell.data("d/slides.md") == before && shell.files(in: "d") == files, "nothing is written at all")
    #expect(try shell.bash("\(deck) -f && \(deck)").status == 0)
  }

  @Test("a caption that was edited stays, its line and the remedy are told, and the other figures are filled")
  func notes() throws {
    try shell.write(
      "A\n\n<!-- lesson saddle -->\n\n> <!-- lesson vanishing -->\n\n<!-- lesson bogus -->\n", to: "notes.md")
    #expect(try fill().errors.hasSuffix("updated notes.md: 3 figures, 2 drawn, 1 failed\n"))
    let filled = try text("notes.md")
    // Other blanks and line breaks between the same words are no edit.
    _ = try shell.bash("sed -i 's/^Gradient descent/Gradient\\ndescent/; s/bogus/residual/' notes.md")
    #expect(
      try fill().status == 0 && text("notes.md").hasPrefix(filled.components(separatedBy: "<!-- lesson bogus")[0]))
    _ = try shell.bash(
      "sed -i 's/^Gradient descent/MY WORDS: gradient descent/; s/saddle -->/saddle --lang zh -->/' notes.md")
    let edited = try shell.data("notes.md")
    let result = try fill()
    #expect(result.status == 1 && result.errors.contains("error: notes.md:3: the text below the marker was edited"))
    #expect(result.errors.contains("delete what stands between the two lines, or --force"), "\(result.errors)")
    #expect(result.errors.hasSuffix("unchanged notes.md: 3 figures, 0 drawn, 1 failed\n"), "\(result.errors)")
    #expect(try shell.data("notes.md") == edited && !shell.files(in: "figures").contains("saddle-thumb-zh.png"))
    let check = try fill("--check notes.md")
    #expect(check.status == 1 && check.text.hasPrefix("notes.md:3: edited: ") && !check.text.contains("stale"))
    #expect(check.errors == "notes.md: 3 figures, 0 stale, 1 edited\n", "\(check.errors)")
    // Below the closing line the words are the document's; an empty block is written anew.
    _ = try shell.bash("sed -i '/^MY WORDS/d; /saddle-thumb.png/d' notes.md")
    #expect(try fill().status == 0 && text("notes.md").contains("](figures/saddle-thumb-zh.png)"))
  }

  @Test("--force writes an edited caption anew") func forced() throws {
    try shell.write("<!-- lesson saddle -->\n", to: "notes.md")
    _ = try fill()
    let filled = try shell.data("notes.md")
    _ = try shell.bash("sed -i 's/^Gradient descent/MY WORDS/' notes.md")
    #expect(try fill("-f notes.md").status == 0 && shell.data("notes.md") == filled)
  }

  @Test("a closing line without a check sum counts as before, and gets one when its block is written") func plain()
    throws
  {
    try shell.write("<!-- lesson saddle -->\n", to: "notes.md")
    _ = try fill()
    let filled = try shell.data("notes.md")
    #expect(String(decoding: filled, as: UTF8.self).contains(/\n<!-- \/lesson [0-9a-f]{8} -->\n$/))
    _ = try shell.bash("sed -i 's/ [0-9a-f]* -->$/ -->/' notes.md")
    #expect(try text("notes.md").hasSuffix("<!-- /lesson -->\n") && fill("--check notes.md").status == 0)
    _ = try shell.bash("sed -i 's/^Gradient descent/Older words/' notes.md")
    #expect(try fill("--check notes.md").text.contains("stale: what stands below the marker is another text"))
    #expect(try fill().status == 0 && shell.data("notes.md") == filled)
    #expect(try fill().errors.hasPrefix("unchanged") && shell.data("notes.md") == filled)
  }

  @Test("--check counts the markers that fail") func failed() throws {
    try shell.write("<!-- lesson vanishing --bogus 1 -->\n", to: "wrong.md")
    let check = try shell.bash("lesson fill --check wrong.md")
    #expect(check.status == 1 && check.errors.hasSuffix("wrong.md: 1 figure, 0 stale, 1 failed\n"), "\(check.errors)")
  }
}
