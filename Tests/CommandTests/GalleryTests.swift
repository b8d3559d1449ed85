import Foundation
import LessonKit
import Lessons
import PNGCodec
import Testing

@testable import LessonCommand

@Suite("The gallery") struct GalleryTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("has every figure in four looks, each as its command draws it, on one page that is not large") func every()
    throws
  {
    let result = try shell.bash("lesson gallery --preset thumb -o all -q")
    #expect(result.status == 0 && result.errors == "")
    let pictures = shell.files(in: "all").filter { $0.hasSuffix(".png") }
    let figures = catalog.lessons.flatMap { type in
      Recipe.standard(of: type).figures.map { "\(type.page.name).\($0.name)" }
    }
    #expect(pictures.count == 4 * figures.count)
    #expect(result.text.split(separator: "\n").count == pictures.count + 1)
    let data = try shell.data("all/index.html")
    #expect(data.count <= 200 * 1024, "\(data.count) bytes")
    let page = String(decoding: data, as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<!-- drawn by Plumbline: lesson gallery --preset thumb -->\n"))
    try Self.checkStructure(page)
    #expect(page.matches(of: /<article id="([^"]+)">/).map { String($0.1) } == figures, "in the course's order")
    let plain = page.replacing("<i class=\"dark\"> --theme dark</i>", with: "").replacing(
      "<i class=\"zh\"> --lang zh</i>", with: "")
    for name in pictures {
      #expect(page.contains("src=\"\(name)\"") || page.contains("srcset=\"\(name)\""), "\(name)")
      let command = try #require(try PNG.metadata(of: [UInt8](shell.data("all/\(name)"))).comment)
      let shown = command.replacing(" --theme dark", with: "").replacing(" --lang zh", with: "")
      #expect(plain.contains("<code>\(Markup.escaped(shown))</code>"), "\(command)")
    }
    for statement in catalog.statements where !catalog.lessons(measuring: statement).isEmpty {
      #expect(
        page.contains(Markup.escaped(statement.text.english)) && page.contains(Markup.escaped(statement.text.chinese)))
    }
    // Nothing comes from elsewhere: no address has a protocol or a host.
    for match in page.matches(of: /\ (?:data-)?(?:src|srcset|href)="([^"]*)"/) {
      #expect(!match.1.hasPrefix("/") && !match.1.contains("//"), "\(match.1)")
    }
    #expect(!page.contains("@import") && !page.contains("url(") && !page.contains("<link"))
  }

  @Test("texts of a lesson stand on the page as they are, and break nothing") func hostile() throws {
    struct Hostile: Lesson {
      static let page = Page(
        "hostile", in: Chapter("own", title: "</h2>\"&"), title: "</script><b>&amp;", question: "a < b \" > c'",
        examples: [])
      var figures: [LessonFigure] { [] }
    }
    let statement = Statement("hostile.one", "X1", from: "<S>", "<i> & \"one\"", zh: "<i> 一")
    let look = GalleryFigure.Look(
      file: "a \"b\"<c>&,.png", language: .english, isDark: false, width: 10, height: 20,
      command: "lesson x --title '<&\">'")
    let figure = GalleryFigure(
      page: Hostile.page, name: "fig", title: "--> <title>", caption: "<p>&", alternative: "\"><img>", looks: [look])
    let hostile = Catalog([Hostile.self], statements: [statement])
    let page = GalleryPage(hostile, [try Self.picture()], [figure], command: "lesson all --title '--><b>'").text
    try Self.checkStructure(page)
    #expect(page.contains("&lt;/script&gt;&lt;b&gt;&amp;amp;") && page.contains("a &lt; b &quot; &gt; c'"))
    #expect(page.contains("src=\"a%20%22b%22%3Cc%3E&amp;,.png\""))
    #expect(page.contains("alt=\"&quot;&gt;&lt;img&gt;\" width=\"10\" height=\"20\" loading=\"lazy\""))
    #expect(
      page.split(separator: "\n")[1].hasSuffix(" -->") && !page.split(separator: "\n")[1].dropLast(3).contains("-->"))
    #expect(page.contains("<code>lesson x --title '&lt;&amp;&quot;&gt;'</code>"))
    #expect(!page.contains("<button type=\"button\" data-lang"), "one language has no switch")
  }

  @Test("one look has no other: a dark page for dark pictures, the language that they speak") func oneLook() throws {
    let look = GalleryFigure.Look(
      file: "a.png", language: .chinese, isDark: true, width: 1, height: 1, command: "lesson x --theme dark --lang zh")
    let type = catalog.lessons[0]
    let figure = GalleryFigure(
      page: type.page, name: "f", title: Phrase("One", zh: "一"), caption: "", alternative: "", looks: [look])
    let page = GalleryPage(catalog, [try Self.picture("--theme", "dark", "--lang", "zh")], [figure], command: "x").text
    try Self.checkStructure(page)
    #expect(page.contains("<html lang=\"zh\">") && page.contains("content=\"dark\""))
    #expect(!page.contains("prefers-color-scheme: dark)\" ") && !page.contains("<span lang=\"en\">"))
    #expect(page.contains("<code>lesson x --theme dark --lang zh</code>"))
  }

  private static func picture(_ words: String...) throws -> Picture {
    try Picture(try Arguments(words, switches: Switch.picture) { _, _ in nil })
  }

  /// What a reader without a mouse or without eyes needs, and that every element ends where it should.
  private static func checkStructure(_ page: String) throws {
    var body = page
    for part in ["style", "script"] {
      let range = try #require(body.firstRange(of: "<\(part)>"))
      let end = try #require(body.firstRange(of: "</\(part)>"))
      body.removeSubrange(range.upperBound..<end.lowerBound)
    }
    var open: [String] = []
    for tag in body.matches(of: /<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/) {
      let name = String(tag.2)
      if ["meta", "img", "input", "source"].contains(name) { continue }
      if tag.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name, "</\(name)>") }
    }
    #expect(open.isEmpty, "\(open)")
    // What is no tag by these rules is no angle bracket either, but for the two lines at the top.
    let rest = body.replacing(/<\/?[a-z0-9]+(?: [a-z-]+(?:="[^"<>]*")?)*>/, with: "").split(separator: "\n").dropFirst(
      2)
    #expect(!rest.contains { $0.contains("<") || $0.contains(">") })
    let ids = body.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for match in body.matches(of: /(?:href="#|for="|aria-labelledby=")([^"]+)"/) {
      #expect(ids.contains(String(match.1)))
    }
    for element in [
      "<header>", "<nav aria-label=", "<main id=", "<footer>", "<form role=\"search\"", "<label for=\"query\">",
    ] { #expect(body.ranges(of: element).count == 1, "\(element)") }
    #expect(body.contains("aria-live=\"polite\"") && page.contains(":focus-visible"))
    for image in body.matches(of: /<img [^>]*>/) {
      for part in [" alt=\"", " width=\"", " height=\"", " loading=\"lazy\""] { #expect(image.0.contains(part)) }
    }
    let levels = body.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }
}
