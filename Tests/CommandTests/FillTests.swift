import Foundation
import PNGCodec
import Testing

@Suite("lesson fill") struct FillTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private func text(_ path: String) throws -> String { String(decoding: try shell.data(path), as: UTF8.self) }

  /// Fills a document with small pictures.
  private func fill(_ options: String = "notes.md") throws -> Shell.Result {
    try shell.bash("lesson fill --preset thumb \(options)")
  }

  @Test("a marker gets its image, alternative text and caption, and the rest stays") func filled() throws {
    try shell.write("# Depth\n\nText.\n\n<!-- lesson vanishing --depth 7 -->\n\nMore.\n", to: "notes.md")
    let result = try fill()
    #expect(result.status == 0 && result.errors == "updated notes.md: 1 figure, 1 drawn\n", "\(result.errors)")
    #expect(result.text == "figures/vanishing-depth7-thumb.png\nnotes.md\n")
    let drawn = try shell.bash("lesson vanishing --depth 7 --preset thumb -nq --json").output.object()
    let figure = try #require(drawn["figure"] as? [String: Any])
    let file = try PNG.metadata(of: [UInt8](shell.data("figures/vanishing-depth7-thumb.png")))
    #expect(file.comment == drawn["command"] as? String && file.caption == figure["caption"] as? String)
    let block = try shell.bash(
      "lesson vanishing --depth 7 --preset thumb -q --snippet md -o figures/vanishing-depth7-thumb.png")
    let parts = try text("notes.md").components(separatedBy: "<!-- lesson vanishing --depth 7 -->\n")
    #expect(parts[0] == "# Depth\n\nText.\n\n")
    let written = parts[1].replacing(/<!-- \/lesson [0-9a-f]{8} -->/, with: "<!-- /lesson -->")
    #expect(
      written == block.text.replacingOccurrences(of: ".png)", with: ".png)<!-- -->") + "\n<!-- /lesson -->\n\nMore.\n")
  }

  @Test("run twice it changes nothing and draws nothing; the recipe alone decides") func twice() throws {
    try shell.write("<!-- lesson saddle -->\n<!-- lesson vanishing -->\nEnd.", to: "notes.md")
    #expect(try fill().status == 0)
    let first = try (text("notes.md"), shell.data("figures/saddle-thumb.png"))
    let again = try fill()
    #expect(again.status == 0 && again.errors == "unchanged notes.md: 2 figures, 0 drawn\n", "\(again.errors)")
    #expect(try text("notes.md") == first.0)
    #expect(try fill("--check notes.md").status == 0)
    // A file of the same recipe is not looked at further; one of another recipe is drawn again.
    _ = try shell.bash("lesson saddle --preset thumb --theme dark -q -o figures/saddle-thumb.png")
    let check = try fill("--check notes.md")
    #expect(
      check.status == 1 && check.text.hasPrefix("notes.md:1: stale: 'figures/saddle-thumb.png' shows: lesson saddle"))
    #expect(try fill().errors.contains("1 drawn"))
    #expect(try shell.data("figures/saddle-thumb.png") == first.1)
  }

  @Test(
    "everything outside the markers stays byte for byte",
    arguments: [
      "A\r\n<!-- lesson saddle -->\r\nB\r\n", "A\n<!-- lesson saddle -->", "\u{FEFF}<!-- lesson saddle -->\nB",
      "A\r\n\r\n<!-- lesson saddle -->",
      "\u{FEFF}---\r\nlang: en\r\n---\r\n<!-- lesson saddle -->\r\n<!-- /lesson -->\r\nB",
      "- a\n\n  <!-- lesson saddle -->\n\n  b\n", "> q\n> <!-- lesson saddle -->\n> r\n", "<!--lesson saddle-->\n\n\n",
      "\n\n<!-- lesson saddle -->  \nB\r\nC\n", "中文 \u{1F600}\u{0}\n<!-- lesson saddle -->\n\u{FEFF}e\u{301}\n",
    ]) func kept(_ document: String) throws
  {
    try shell.write(document, to: "notes.md")
    #expect(try fill("-q notes.md").status == 0)
    let first = try shell.data("notes.md")
    // Taking out what was written leaves the document: the block with its closing line, and nothing else.
    let ending = document.contains("saddle -->\r\n") || document.hasPrefix("A\r\n") ? "\r\n" : "\n"
    let filled = String(decoding: first, as: UTF8.self)
    #expect(filled.contains("![") && filled.contains("](figures/saddle-thumb.png)"))
    let pieces = document.components(separatedBy: "lesson saddle")
    #expect(filled.hasPrefix(pieces[0] + "lesson saddle"))
    let tail = pieces[1].components(separatedBy: "-->").dropFirst().joined(separator: "-->")
    let kept = tail.replacingOccurrences(of: "\(ending)<!-- /lesson -->", with: "").drop { $0.isWhitespace }
    #expect(filled.hasSuffix(String(kept)))
    #expect(
      !filled.replacingOccurrences(of: "\r\n", with: "").contains("\n")
        == (!document.replacingOccurrences(of: "\r\n", with: "").contains("\n") && document.contains("\n"))
        || !document.contains("\r\n"))
    #expect(try fill("--check -q notes.md").status == 0)
    #expect(try fill("-q notes.md").status == 0)
    #expect(try shell.data("notes.md") == first)
  }

  @Test(
    "code, front matter and comments of another kind are text",
    arguments: [
      "```\n<!-- lesson saddle -->\n```\n", "~~~md\n<!-- lesson saddle -->\n```\n<!-- lesson saddle -->\n~~~\n",
      "````\n```\n<!-- lesson saddle -->\n````\n", "---\ntitle: x\n# <!-- lesson saddle -->\n---\n",
      "    <!-- lesson saddle -->\n", "- ```\n  <!-- lesson saddle -->\n  ```\n",
      "> ```\n> <!-- lesson saddle -->\n> ```\n", "<!-- Lesson plan -->\n", "text <!-- lesson saddle --> text\n",
      "<!-- lessons -->\n", "```\n<!-- lesson saddle -->", "1. a\n   ```\n   <!-- lesson saddle -->\n   ```\n", "",
    ]) func text(in document: String) throws
  {
    try shell.write(document, to: "notes.md")
    let result = try fill()
    #expect(result.status == 0 && result.errors.contains("unchanged notes.md: 0 figures"), "\(result.errors)")
    #expect(try shell.data("notes.md") == Data(document.utf8) && shell.files() == ["notes.md"])
  }

  @Test("a marker behind code is seen") func behindCode() throws {
    try shell.write(
      "```js\nx\n```\n\n`` ` `` ```inline```\n\n<!-- lesson saddle -->\n\n---\nlang: zh\n---\n", to: "notes.md")
    #expect(try fill().errors.contains("1 figure, 1 drawn"))
  }

  @Test("of wrong markers the line and the remedy are told, and the others are drawn") func wrong() throws {
    let lines = [
      "<!-- lesson saddel -->", "", "<!-- lesson vanishing --dpeth 3 -->", "", "<!-- lesson saddle -->", "",
      "<!-- lesson vanishing --depth 0 -->", "<!-- lesson all -->", "<!-- lesson saddle -o x.png -->",
      "<!-- lesson saddle --title 'x -->", "<!-- /lesson -->", "<!-- /lesson -->", "<!-- lesson saddle",
      "<!-- lesson vanishing --figure all -->", "<!-- lesson vanishing --map viridis -->",
      "<!-- lesson vanishing --depth 5 -->", "", "My own text.", "", "<!-- /lesson -->", "",
    ]
    try shell.write(lines.joined(separator: "\n"), to: "notes.md")
    let result = try fill()
    #expect(result.status == 1)
    for (line, part) in [
      (1, "unknown lesson 'saddel'"), (3, "unknown option '--dpeth'"), (7, "--depth 0 is out of range"),
      (8, "'all' draws no figure"), (9, "-o is no option of a figure"), (10, "a quote ' is not closed"),
      (12, "'<!-- /lesson -->' closes no marker"), (13, "a marker stands alone on one line"),
      (14, "a picture shows one figure"), (15, "--map changes nothing"), (16, "between the marker and"),
    ] { #expect(result.errors.contains("error: notes.md:\(line): \(part)"), "\(line): \(result.errors)") }
    #expect(result.errors.contains("did you mean '--depth'?"))
    let filled = try text("notes.md")
    #expect(filled.contains("](figures/saddle-thumb.png)") && filled.contains("My own text."))
    #expect(filled.ranges(of: "](figures/").count == 1)
    #expect(try fill("--check notes.md").status == 1)
  }

  @Test("the language is the marker's, the command's, or the document's") func language() throws {
    func languages(_ front: String, _ options: String) throws -> [Bool] {
      try shell.write("\(front)<!-- lesson saddle -->\n\n<!-- lesson vanishing --lang en -->\n", to: "notes.md")
      let result = try fill("\(options) notes.md")
      #expect(result.status == 0, "\(result.errors)")
      return try ["saddle -->", "--lang en -->"].map { head in
        let block = try text("notes.md").components(separatedBy: head)[1].components(separatedBy: "<!-- /lesson")[0]
        return block.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }
      }
    }
    #expect(try languages("", "") == [false, false])
    #expect(try languages("---\nlang: zh-CN\n---\n", "") == [true, false])
    #expect(try languages("---\ntitle: t\nlang: \"zh\" # Chinese\n...\n", "") == [true, false])
    #expect(try languages("---\nlang: zh\n---\n", "--lang en") == [false, false])
    #expect(try languages("", "--lang zh") == [true, false])
    #expect(try languages("---\nlang: zh\n\n", "") == [false, false], "it is no front matter")
    #expect(try languages("---\nlang: fr\n---\n", "") == [false, false])
    #expect(try fill().errors.contains("notes.md:2: no figure speaks 'fr'"))
  }

  @Test("paths lead from the document to the pictures, wherever both are") func paths() throws {
    _ = try shell.bash(
      "mkdir -p course/ch1 'my figs'; echo '<!-- lesson saddle -->' | tee course/ch1/a.md > course/b.md")
    #expect(
      try fill("course/ch1/a.md course/b.md").text
        == "course/ch1/figures/saddle-thumb.png\ncourse/ch1/a.md\ncourse/figures/saddle-thumb.png\ncourse/b.md\n")
    #expect(try text("course/ch1/a.md").contains("](figures/saddle-thumb.png)"))
    let shared = try fill("--figures 'my figs' course/ch1/a.md course/b.md")
    #expect(shared.text == "my figs/saddle-thumb.png\ncourse/ch1/a.md\ncourse/b.md\n", "drawn once: \(shared.text)")
    #expect(try text("course/ch1/a.md").contains("](../../my%20figs/saddle-thumb.png)"))
    #expect(try fill("--check --figures 'my figs' course/ch1/a.md ./course/b.md").status == 0)
    #expect(try fill("--check course/b.md").status == 1, "its own folder holds the picture, and the text names another")
  }

  @Test("--check names what is stale, draws nothing and writes nothing") func check() throws {
    try shell.write("<!-- lesson saddle -->\n\n<!-- lesson vanishing -->\n\n<!-- lesson residual -->\n", to: "notes.md")
    let first = try fill("--check notes.md")
    #expect(first.status == 1 && first.text.split(separator: "\n").count == 3 && shell.files() == ["notes.md"])
    #expect(first.text.hasPrefix("notes.md:1: stale: there is no 'figures/saddle-thumb.png'\nnotes.md:3: stale: "))
    _ = try fill()
    #expect(try fill("--check notes.md").text == "")
    // An edited caption, a deleted picture, a foreign one.
    _ = try shell.bash(
      "sed -i 's/^!\\[.*saddle.*/![mine](figures\\/saddle-thumb.png)/' notes.md; rm figures/vanishing*; echo x > figures/residual-thumb.png"
    )
    let before = try shell.data("notes.md")
    let stale = try fill("--check notes.md")
    #expect(stale.status == 1)
    #expect(stale.text.contains("notes.md:1: edited: what stands below the marker is not as"), "\(stale.text)")
    #expect(stale.errors.contains("notes.md: 3 figures, 2 stale, 1 edited"))
    #expect(stale.text.contains("stale: there is no 'figures/vanishing-thumb.png'"))
    #expect(stale.text.contains("'figures/residual-thumb.png' is no picture of this program"))
    #expect(try shell.data("notes.md") == before)
    let refilled = try fill()
    #expect(
      refilled.status == 73 && refilled.errors.contains("was not made by this program")
        && refilled.errors.contains("--figures DIR"))
    #expect(try text("figures/residual-thumb.png") == "x\n")
    #expect(try fill("-f notes.md").status == 0)
    #expect(try fill("--check notes.md").status == 0)
  }

  @Test("standard input is filled to standard output") func standardInput() throws {
    let result = try shell.bash("printf 'A\\n<!-- lesson saddle -->\\nB' | lesson fill --preset thumb -")
    #expect(
      result.status == 0 && result.text.hasPrefix("A\n<!-- lesson saddle -->\n\n![")
        && result.text.contains(/<!-- \/lesson [0-9a-f]{8} -->\nB$/))
    #expect(shell.files() == ["figures"])
    let wrong = try shell.bash("printf '<!-- lesson sadle -->\\n' | lesson fill -")
    #expect(
      wrong.status == 1 && wrong.text == "<!-- lesson sadle -->\n" && wrong.errors.contains("-:1: unknown lesson"))
  }

  @Test(
    "pandoc prints one caption and hides the alternative text",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pandoc"), "pandoc is missing"),
    arguments: ["md", "quarto"]) func pandoc(_ kind: String) throws
  {
    try shell.write("<!-- lesson saddle -->\nText.\n", to: "notes.md")
    #expect(try fill("-q --snippet \(kind) notes.md").status == 0)
    let file = try PNG.metadata(of: [UInt8](shell.data("figures/saddle-thumb.png")))
    let (caption, alt) = (try #require(file.caption), try #require(file.description))
    let plain = try shell.bash("pandoc notes.md -t plain --wrap=none").text
    #expect(plain.contains(caption) && plain.hasSuffix("Text.\n"), "\(plain)")
    let page = try shell.bash("pandoc notes.md -t html --wrap=none").text
    let shown = page.replacing(/<[^>]*>/, with: "")
    #expect(!shown.contains(alt) && shown.contains(caption), "\(page)")
    #expect(page.contains("alt=\"\(alt)") || kind == "quarto", "\(page)")
  }

  @Test("a Quarto document gets Quarto's image, and others what is asked for") func kinds() throws {
    for (name, options, part) in [
      ("a.qmd", "", "fig-alt="), ("a.md", "--snippet quarto", "fig-alt="), ("b.md", "--snippet html", "<figcaption>"),
    ] {
      try shell.write("<!-- lesson saddle -->\n", to: name)
      #expect(try fill("\(options) \(name)").status == 0)
      #expect(try text(name).contains(part))
      #expect(try fill("\(options) \(name)").errors.hasPrefix("unchanged"))
    }
  }

  @Test(
    "what cannot be filled is refused with a way out, and stays",
    arguments: [
      ("", 64, "wants documents"), ("none.md", 66, "no file 'none.md'"), ("d", 66, "d/*.md"),
      ("latin.md", 1, "latin.md:2: the text is not UTF-8"), ("- notes.md", 64, "stands alone"),
      ("--check --suggest notes.md", 64, "two things"), ("--snippet tex notes.md", 64, "unknown kind of snippet"),
      ("--figures notes.md notes.md", 64, "is no folder"), ("--view 0:1,0:1 notes.md", 64, "unknown option '--view'"),
      ("--figures /proc/x notes.md", 73, "--figures DIR"), ("--lang fr notes.md", 64, "unknown language"),
    ]) func refused(_ arguments: String, _ status: Int32, _ message: String) throws
  {
    try shell.write("<!-- lesson saddle -->\n", to: "notes.md")
    _ = try shell.bash("mkdir d; printf 'a\\n\\xe9\\n<!-- lesson saddle -->\\n' > latin.md")
    let before = shell.files()
    let result = try fill(arguments)
    #expect(result.status == status && result.errors.contains(message), "\(result.status) \(result.errors)")
    #expect(try text("notes.md") == "<!-- lesson saddle -->\n" && shell.files() == before)
  }

  @Test("a document that somebody changes meanwhile stays as they left it") func changedMeanwhile() throws {
    let body = (1...12).map { "<!-- lesson vanishing --depth \($0) -->\n" }.joined()
    try shell.write(body, to: "notes.md")
    let process = try shell.start(["fill", "notes.md", "-j", "1"])
    let deadline = Date().addingTimeInterval(60)
    while shell.files(in: "figures").count < 2 && Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    try shell.write(body + "New.\n", to: "notes.md")
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
    #expect(try text("notes.md") == body + "New.\n")
    #expect(try shell.bash("lesson fill notes.md").errors.contains("updated notes.md: 12 figures, 0 drawn"))
  }

  @Test(
    "interrupted it loses nothing: the document stays, complete pictures stay, the next run goes on",
    arguments: [SIGINT, SIGTERM]) func interrupted(_ signal: Int32) throws
  {
    let body = (1...40).map { "<!-- lesson vanishing --depth \($0) -->\n" }.joined()
    try shell.write(body, to: "notes.md")
    let process = try shell.start(["fill", "notes.md", "--preset", "thumb", "-j", "1"])
    let deadline = Date().addingTimeInterval(60)
    while shell.files(in: "figures").count < 3 && Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal)
    #expect(try text("notes.md") == body)
    let done = shell.files(in: "figures")
    #expect(
      done.count >= 2 && done.count < 40 && done.allSatisfy { $0.hasSuffix(".png") }
        && shell.files() == ["figures", "notes.md"])
    #expect(try fill().errors.contains("40 figures, \(40 - done.count) drawn"))
  }

  @Test("links stay links, and the mode of a document stays") func links() throws {
    let result = try shell.bash(
      """
      mkdir real; echo '<!-- lesson saddle -->' > real/notes.md; chmod 640 real/notes.md; ln -s real/notes.md link.md
      lesson fill --preset thumb -q link.md; test -L link.md && stat -c %a real/notes.md; grep -c figures/saddle real/notes.md
      """)
    #expect(result.text.hasSuffix("640\n1\n"), "\(result.text)\(result.errors)")
  }

  @Test("a read-only folder is refused before anything is drawn", .enabled(if: getuid() != 0, "root writes everywhere"))
  func readOnly() throws {
    let result = try shell.bash(
      "mkdir ro; echo '<!-- lesson saddle -->' > ro/a.md; chmod 555 ro; trap 'chmod 755 ro' EXIT; lesson fill ro/a.md")
    #expect(result.status == 73 && result.errors.contains("cannot write in the folder"))
  }

  @Test("two hundred figures that are there take no second") func many() throws {
    let body = (1...200).map { "# \($0)\n\n<!-- lesson vanishing --depth \(1 + $0 % 5) -->\n\n" }.joined()
    try shell.write(body, to: "notes.md")
    #expect(try fill().errors.contains("200 figures, 200 drawn"))
    #expect(shell.files(in: "figures").count == 5)
    let start = Date()
    #expect(try fill().errors.contains("200 figures, 0 drawn"))
    #expect(Date().timeIntervalSince(start) < (isSanitized ? 30 : 3))
  }

  @Test("--suggest proposes lessons by subject, in both languages, and writes nothing") func suggest() throws {
    let body = """
      ---
      lang: zh
      ---
      # 深层网络

      反向传播时会出现梯度消失。The cure is weight decay, they say.

      ```
      dropout
      ```

      <!-- lesson saddle -->

      A saddle point, and batch-norm; 过拟合。

      """
    try shell.write(body, to: "notes.md")
    let result = try shell.bash("lesson fill --suggest notes.md")
    #expect(result.status == 0 && result.errors == "")
    for part in [
      "notes.md:6: <!-- lesson vanishing -->  梯度消失: ", "notes.md:6: <!-- lesson backprop -->", "  weight decay: ",
      "notes.md:14: <!-- lesson batch-norm -->", "<!-- lesson overfitting -->  过拟合",
    ] { #expect(result.text.contains(part), "\(part): \(result.text)") }
    #expect(!result.text.contains("lesson saddle") && !result.text.contains("dropout"))
    #expect(try text("notes.md") == body && shell.files() == ["notes.md"])
  }
}
