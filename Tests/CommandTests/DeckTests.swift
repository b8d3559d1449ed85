import Foundation
import PNGCodec
import Testing

@testable import LessonCommand

private func has(_ program: String) -> Bool {
  ["/usr/bin/", "/usr/local/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + program) }
}

@Suite("lesson deck") struct DeckTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private func text(_ path: String) throws -> String { String(decoding: try shell.data(path), as: UTF8.self) }

  @Test("a deck has every figure once, in the order of the lecture, with notes") func whole() throws {
    let result = try shell.bash("lesson deck vanishing saddle vanishing --preset thumb -o talk")
    #expect(result.status == 0, "\(result.errors)")
    let slides = try text("talk/slides.md")
    let shown = slides.matches(of: /!\[\]\(([^ ]+) "/).map { String($0.1) }
    #expect(
      shown.first == "vanishing-thumb.png" && shown.contains("saddle-thumb.png") && Set(shown).count == shown.count)
    #expect(Set(shell.files(in: "talk")) == Set(shown + ["slides.md", "reference.pptx"]))
    #expect(
      slides.ranges(of: "::: notes\n").count == shown.count && slides.ranges(of: "Ask first: ").count == shown.count)
    let json = try shell.bash("lesson vanishing --preset thumb -nq --json").output.object()
    let figure = try #require(json["figure"] as? [String: Any])
    for key in ["ask", "talk", "protocol"] {
      let said = try #require(figure[key] as? String)
      #expect(slides.contains(MarkdownText.escaped(said)), "\(key)")
    }
    let alt = try #require(figure["alt"] as? String)
    #expect(slides.contains("![](vanishing-thumb.png \"\(alt)\"){alt=\"\(alt)\"}"))
    #expect(slides.contains("\nIt holds: With many factors") && slides.ranges(of: "lesson check vanishing").count == 1)
    #expect(slides.firstMatch(of: /\b[A-Z][0-9]+ \(S[0-9]\)/) == nil, "a lecturer knows no codes")
    // Again: nothing changes.
    let again = try shell.bash("lesson deck vanishing saddle vanishing --preset thumb -o talk/")
    #expect(!again.errors.contains("wrote") && !again.errors.contains("updated") && again.text == result.text)
  }

  @Test("a chapter, all, and Chinese") func selections() throws {
    let chapter = try shell.bash("lesson deck normalisation --preset thumb -nq").text
    #expect(chapter.contains("output/deck/batch-norm-thumb.png") && !chapter.contains("vanishing"))
    #expect(shell.files().isEmpty)
    #expect(try shell.bash("lesson deck saddle --preset thumb --lang zh -q -o .").status == 0)
    let slides = try text("slides.md")
    #expect(
      slides.contains("lang: zh\n") && slides.contains("先问：")
        && slides.contains("# drawn by Plumbline: lesson deck saddle --preset thumb --lang zh\n"))
  }

  @Test(
    "mistakes are told with a way out, and nothing is written",
    arguments: [
      ("", 64, "wants lessons, a chapter, or all"), ("vanishng", 64, "did you mean 'vanishing'?"),
      ("fiting", 64, "did you mean 'fitting'?"), ("saddle -o -", 64, "wants a folder"),
      ("saddle --title x", 64, "unknown option '--title'"), ("saddle -o taken", 73, "'taken/slides.md' exists"),
      ("saddle -o zipped", 73, "'zipped/reference.pptx' exists"),
      ("saddle -o talk.pptx", 64, "pandoc slides.md --reference-doc reference.pptx -o talk.pptx"),
      ("saddle -o talk.PDF", 64, "for a folder: -o talk/"), ("saddle -o a/slides.md", 64, "for a folder: -o a/slides/"),
      ("saddle vanishing --depth 5", 64, "an option of a lesson, and the deck is of 2"),
      ("saddle --depth 5", 64, "it belongs to: vanishing"), ("vanishing --dpeth 5", 64, "did you mean '--depth'?"),
      ("vanishing --depth 0", 64, "--depth 0 is out of range"), ("saddle --frames=2", 64, "--frames takes no value"),
    ]) func mistakes(_ arguments: String, _ status: Int32, _ message: String) throws
  {
    _ = try shell.bash(
      "mkdir taken zipped; echo mine > taken/slides.md; printf 'PK\\003\\004mine' > zipped/reference.pptx")
    let result = try shell.bash("lesson deck \(arguments) --preset thumb")
    #expect(result.status == status && result.errors.contains(message), "\(result.errors)")
    #expect(shell.files(in: "taken") == ["slides.md"] && shell.files() == ["taken", "zipped"])
  }

  @Test("with frames a slide asks, others build up, and the last one tells") func frames() throws {
    #expect(try shell.bash("lesson deck vanishing --frames --depth 10 --preset thumb -q -o .").status == 0)
    let slides = try text("slides.md")
    #expect(slides.contains(": lesson deck vanishing --depth 10 --preset thumb --frames\n"))
    let parts = slides.components(separatedBy: "\n# ").dropFirst(3).map { $0 }
    #expect(parts[0].hasPrefix("What will be left of a gradient after 10 layers") && parts[0].contains("Ask first: "))
    #expect(parts[0].contains("![](vanishing-depth10-thumb-01.png") && !parts[0].contains("Conditions: "))
    #expect(parts[1].contains("![](vanishing-depth10-thumb-02.png") && !parts[1].contains(":::"))
    let last = try #require(parts.first { $0.contains("](vanishing-depth10-thumb-03.png") })
    #expect(last.contains("Conditions: ") && last.contains("It holds: ") && !last.contains("Ask first"))
    #expect(slides.ranges(of: "Ask first: ").count == slides.ranges(of: "Conditions: ").count)
    #expect(slides.ranges(of: "![](").count == shell.files().count { $0.hasSuffix(".png") })
  }

  @Test("a new folder may have any name behind a slash, and one that is there is taken as it is") func folders() throws
  {
    #expect(try shell.bash("mkdir there.png; lesson deck saddle --preset thumb -nq -o there.png").status == 0)
    #expect(
      try shell.bash("lesson deck saddle --preset thumb -nq -o talk.pptx/ && lesson deck saddle -nq -o v1.2").status
        == 0)
    for verb in ["all", "gallery"] {
      let result = try shell.bash("lesson \(verb) -o x.png")
      #expect(result.status == 64 && result.errors.contains("for a folder: -o x/"), "\(result.errors)")
    }
    #expect(shell.files() == ["there.png"])
  }

  @Test("the reference deck is an archive that other programs open", .enabled(if: has("unzip"), "unzip is missing"))
  func archive() throws {
    #expect(try shell.bash("lesson deck saddle --preset slide43 -q -o .").status == 0)
    let result = try shell.bash("unzip -tq reference.pptx && unzip -p reference.pptx ppt/presentation.xml")
    #expect(result.status == 0 && result.text.contains("<p:sldSz cx=\"9144000\" cy=\"6858000\"/>"), "\(result.text)")
  }

  @Test(
    "pandoc makes PowerPoint of it: the picture fills the slide, notes and alternative text arrive",
    .enabled(if: has("pandoc") && has("unzip"), "pandoc is missing"), arguments: ["en", "zh"]) func powerPoint(
      _ language: String
    ) throws
  {
    let script = """
      lesson deck saddle vanishing --preset thumb --lang \(language) -q -o . > path && pandoc slides.md --reference-doc reference.pptx -o slides.pptx 2> log
      grep -v 'Powerpoint template warning' log; mkdir x; cd x; unzip -q ../slides.pptx; ls ppt/slides/*.xml | wc -l; ls ../*.png | wc -l
      """
    let result = try shell.bash(script)
    let counts = result.text.split(separator: "\n")
    #expect(counts.count == 2 && counts.first == counts.last, "\(result.text)")
    let slide = try text("x/ppt/slides/slide1.xml")
    // 640 by 360 pixels at 96 to the inch, in English Metric Units.
    #expect(
      slide.contains("<a:off x=\"0\" y=\"0\" />") && slide.contains("<a:ext cx=\"6096000\" cy=\"3429000\" />"),
      "\(slide)")
    let metadata = try PNG.metadata(
      of: [UInt8](shell.data(language == "en" ? "saddle-thumb.png" : "saddle-thumb-zh.png")))
    let alt = try #require(metadata.description).replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
      of: "\"", with: "&quot;")
    #expect(slide.contains("descr=\"\(alt)"), "\(slide)")
    // The title stands above the page.
    let title = try #require(metadata.title)
    #expect(slide.contains("type=\"title\"") && slide.contains("<a:t>\(title)</a:t>"), "\(slide)")
    #expect(slide.contains("<a:off x=\"0\" y=\"-914400\" />"))
    #expect(try text("x/ppt/notesSlides/notesSlide1.xml").contains(language == "en" ? "Ask first" : "先问"))
    #expect(try text("x/ppt/presentation.xml").contains("cx=\"6096000\""))
  }

  @Test("pandoc makes reveal.js of it", .enabled(if: has("pandoc"), "pandoc is missing")) func reveal() throws {
    let result = try shell.bash(
      "lesson deck saddle --preset thumb -q -o . > path && pandoc slides.md -t revealjs -s -o slides.html")
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    let page = try text("slides.html")
    #expect(
      page.contains("<aside class=\"notes\">") && page.contains("data-src=\"saddle-thumb.png\"")
        && page.contains("pointer-events: none"))
    #expect(page.contains("width: 640") && !page.contains("setbeamersize"))
  }

  @Test(
    "pandoc and pdfLaTeX make Beamer of it, a page a picture",
    .enabled(if: has("pandoc") && has("pdflatex") && has("kpsewhich"), "pandoc or pdfLaTeX is missing"),
    arguments: ["en", "zh"]) func beamer(_ language: String) throws
  {
    guard try shell.bash("kpsewhich lmodern.sty").status == 0 else { return }
    let result = try shell.bash(
      """
      lesson deck saddle vanishing --preset thumb --lang \(language) -q -o . > path && pandoc slides.md -t beamer -s -V lang=en -o slides.tex \
        && pdflatex -interaction=nonstopmode slides.tex > log; grep -E '^(!|Overfull)|Output written' log; ls *.png | wc -l
      """)
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == 2 && lines.first?.contains("(\(lines.last ?? "") pages") == true, "\(result.text)")
  }
}
