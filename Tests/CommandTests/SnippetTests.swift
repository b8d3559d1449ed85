import Testing

@testable import lesson

@Suite("Snippets") struct SnippetTests {
  private func text(_ snippet: Snippet, _ text: String, path: String = "a.png") -> String {
    snippet.text(Snippet.Content(path: path, pair: nil, alt: text, caption: text, inches: 13.333))
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

  @Test("a path with spaces is a link that works") func paths() {
    #expect(text(.md, "x", path: "my figures/a (1).png").contains("](my%20figures/a%20%281%29.png)"))
    #expect(text(.html, "x", path: "图/a.png").contains("src=\"图/a.png\""))
  }

  @Test("widths are those of the placed picture, at most a page of notes") func widths() {
    #expect(text(.html, "x").contains("width=\"1280\""))
    #expect(text(.quarto, "x").contains("width=6.5in"))
  }
}
