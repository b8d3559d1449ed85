import Foundation
import Testing

@testable import LessonCommand

@Suite("Snippets") struct SnippetTests {
  private func text(_ snippet: Snippet, _ text: String, path: String = "a.png", pixels: Int = 0) -> String {
    snippet.text(Snippet.Content(path: path, pair: nil, alt: text, caption: text, inches: 13.333, pixels: pixels))
  }

  @Test("what a format would read as markup is escaped in it") func escapes() {
    #expect(text(.md, "a*b_[c]").contains("![a\\*b\\_\\[c\\]](a.png)"))
    #expect(text(.html, "a < \"b\" & c").contains("alt=\"a &lt; &quot;b&quot; &amp; c\""))
    #expect(text(.tex, "5 % of $x_1 & {y}").contains("\\caption{5 \\% of \\$x\\_1 \\& \\{y\\}}"))
    #expect(text(.tex, "−1.7×10⁻⁵").contains("\\caption{-1.7×10\\textsuperscript{-5}}"))
    #expect(text(.typst, "#a $b \"c\"").contains("alt: \"#a $b \\\"c\\\"\""))
    #expect(text(.typst, "#a $b").contains("caption: [\\#a \\$b]"))
    #expect(text(.quarto, "say \"x\"").contains("fig-alt=\"say \\\"x\\\"\""))
  }

  @Test("pandoc's marks stand for themselves", arguments: Array("\\[]*_`<>^~$@&{}|#!")) func marks(_ mark: Character) {
    for snippet in [Snippet.md, .quarto] { #expect(text(snippet, "a\(mark)b").contains("a\\\(mark)b")) }
  }

  @Test(
    "a caption does not begin a list, and hyphens do not become a dash",
    arguments: [
      ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("a -- b", "a \\-\\- b"),
      ("a---b", "a\\-\\-\\-b"), ("low-rank", "low-rank"), ("3.5 x", "3\\.5 x"), ("", ""),
    ]) func lists(_ caption: String, _ expected: String)
  { #expect(MarkdownText.escaped(caption) == expected) }

  @Test("a path with spaces is a link that works") func paths() {
    #expect(text(.md, "x", path: "my figures/a (1).png").contains("](my%20figures/a%20%281%29.png)"))
    #expect(text(.html, "x", path: "图/a.png").contains("src=\"图/a.png\""))
    #expect(text(.md, "x", path: "a:b/c.png").contains("](./a:b/c.png)"))
    #expect(text(.quarto, "x", path: "a^b|`.png").contains("](a%5Eb%7C%60.png)"))
  }

  @Test("widths are those of the placed picture, at most a page of notes or the column of a page") func widths() {
    #expect(text(.html, "x").contains("width=\"1280\" style=\"max-width: 100%; height: auto\""))
    #expect(text(.quarto, "x").contains("width=6.5in"))
    #expect(text(.md, "x", pixels: 1920) == "<img src=\"a.png\" alt=\"x\" width=\"100%\">\n\nx\n")
    #expect(text(.md, "x", pixels: 640) == "![x](a.png)\n\nx\n")
    #expect(text(.tex, "x").contains("width=\\linewidth, height=0.58\\textheight, keepaspectratio"))
  }

  @Test("characters that pdfLaTeX has no font for are spelled for it") func signs() {
    let all = "x₁ + χ² ≤ 5 % · ∇f ∈ ℝⁿ, α→β, m̂, 𝑥, 10⁻³, a\u{2009}b\u{202F}c ‖w‖ √2 ∞ ‘q’ – — … é ★ wᵀ σ′ \u{200B}ℓ"
    let tex = TeXText.escaped(all)
    for scalar in tex.unicodeScalars {
      #expect(scalar.value < 0x180 || "‘’–—…".unicodeScalars.contains(scalar), "\(scalar)")
    }
    #expect(
      tex.contains("x\\textsubscript{1}") && tex.contains("\\ensuremath{\\hat{m}}") && tex.contains("\\ensuremath{x}"))
    #expect(
      TeXText.escaped("a--b <c> |d| `e`")
        == "a-{}-b \\textless{}c\\textgreater{} \\textbar{}d\\textbar{} \\textasciigrave{}e\\textasciigrave{}")
    #expect(!text(.tex, all).hasPrefix("%"))
    #expect(text(.tex, "最小值").hasPrefix("% For XeLaTeX or LuaLaTeX"))
  }

  @Test("signs of TeX in a path are spelled as strings") func texPaths() {
    #expect(
      TeXText.path("a%b#c\\d")
        == "a\\csname c_percent_str\\endcsname b\\csname c_hash_str\\endcsname c\\csname c_backslash_str\\endcsname d")
    #expect(TeXText.path("my figs/a_b.png") == "my figs/a_b.png")
    #expect(TeXText.path("a  b") == "a \\space b")
  }
}

@Suite("Snippets of the command") struct SnippetCommandTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test(
    "a snippet appended to another stays apart from it",
    arguments: Snippet.allCases.filter { $0 != .alt }.map(\.rawValue)) func appended(_ kind: String) throws
  {
    let command = "lesson saddle --preset thumb -q --snippet \(kind) >> notes"
    let result = try shell.bash("echo Text. > notes; \(command); \(command); cat notes")
    #expect(result.text.hasPrefix("Text.\n\n"))
    let once = try shell.bash("lesson saddle --preset thumb -q --snippet \(kind)").text
    #expect(once.hasPrefix("\n") && once.hasSuffix("\n") && !once.hasPrefix("\n\n"))
    #expect(result.text == "Text.\n" + once + once)
  }

  @Test(
    "--from names the document's folder, and the path leads from there to the figure",
    arguments: [
      ("talk", "a.png", "../a.png"), ("talk/", "a.png", "../a.png"), (".", "out/a.png", "out/a.png"),
      ("talk/deep", "talk/a.png", "../a.png"), ("talk", "talk/figs/a.png", "figs/a.png"),
      ("talk", "new/a.png", "../new/a.png"), ("talk/notes.md", "out/a.png", "../out/a.png"),
      ("talk", "talk/../b/a.png", "../b/a.png"), ("link", "talk/a.png", "../a.png"), ("talk", "$PWD/a.png", "../a.png"),
      ("$PWD/talk", "a.png", "../a.png"),
    ]) func from(_ folder: String, _ file: String, _ expected: String) throws
  {
    let result = try shell.bash(
      """
      mkdir -p talk/deep out; touch talk/notes.md; ln -s talk/deep link
      lesson saddle --preset thumb -q --snippet md --from "\(folder)" -o "\(file)"
      """)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("](\(expected))"), "\(result.text)")
  }

  @Test("the alternative text stands alone") func alternative() throws {
    let json = try shell.bash("lesson saddle --preset thumb --json -nq").output.object()
    let alt = try #require((json["figure"] as? [String: Any])?["alt"] as? String)
    #expect(try shell.bash("lesson saddle --preset thumb --snippet alt -nq").text == alt + "\n")
  }

  @Test("lines for python-pptx are Python, with every text in one literal") func python() throws {
    let script =
      "lesson saddle --title 'a \"b\" \\c' --preset thumb --snippet pptx -q -o 'a\"b.png' > a.py; python3 - < check.py"
    try shell.write(
      """
      import ast
      tree = ast.parse(open('a.py', encoding='utf-8').read())
      texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
      print('\\n'.join(texts))
      """, to: "check.py")
    let texts = try shell.bash(script).text.split(separator: "\n")
    #expect(texts.count == 4 && texts.contains("a\"b.png") && texts.contains("descr"), "\(texts)")
    #expect(texts.contains { $0.contains("a \"b\" \\c") }, "\(texts)")
  }

  @Test("the twin for the other page colour is named from the document's folder too") func twin() throws {
    let command = "lesson saddle --preset thumb -q --snippet html --from talk"
    let result = try shell.bash("mkdir talk; \(command) --theme dark > /dev/null; \(command)").text
    #expect(
      result.contains("srcset=\"../output/saddle-thumb-dark.png\"")
        && result.contains("src=\"../output/saddle-thumb.png\""))
  }

  @Test(
    "what cannot be is refused before anything is drawn",
    arguments: [
      ("--from talk", "no snippet is asked for"), ("--snippet md --from nowhere", "there is no folder 'nowhere'"),
      ("--snippet tex -o 'a\"b.png'", "TeX reads no file"), ("--snippet typst -o 'a\\b.png'", "Typst reads no file"),
    ]) func refused(_ options: String, _ message: String) throws
  {
    let result = try shell.bash("lesson saddle --preset thumb \(options)")
    #expect(result.status == 64 && result.errors.contains(message), "\(result.errors)")
    #expect(shell.files().isEmpty)
  }

  @Test("without a title the picture has none, and its texts keep the figure's own") func untitled() throws {
    let own = try shell.lesson("saddle", "--preset", "thumb", "--json", "-qn").output.object()
    for options in [["--title", ""], ["--title="]] {
      let result = try shell.bash(
        "lesson saddle --preset thumb --json -qn " + options.map { "'\($0)'" }.joined(separator: " "))
      let figure = try #require(try result.output.object()["figure"] as? [String: Any])
      #expect(figure["title"] as? String == "")
      let texts = try #require(figure["texts"] as? [[String: Any]])
      #expect(!texts.contains { $0["role"] as? String == "title" })
      let before = try #require(own["figure"] as? [String: Any])
      #expect(
        figure["alt"] as? String == before["alt"] as? String
          && figure["caption"] as? String == before["caption"] as? String)
      #expect((figure["path"] as? String)?.contains("untitled") == true)
      let command = try #require(try result.output.object()["command"] as? String)
      #expect(try shell.bash("\(command) --json -qn").output == result.output)
    }
  }
}
