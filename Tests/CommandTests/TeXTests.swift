import Foundation
import LessonKit
import Lessons
import Testing

@testable import LessonCommand

/// Whether pdfLaTeX and Beamer are here: `Scripts/setup --tex` installs them.
private let hasTeX = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdflatex")

@Suite("Snippets under pdfLaTeX", .enabled(if: hasTeX, "pdfLaTeX is missing: Scripts/setup --tex")) struct TeXTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  /// What pdfLaTeX says of a document: errors, and what sticks out of a page.
  private func complaints(_ document: String) throws -> [String] {
    try shell.write(document, to: "document.tex")
    let result = try shell.bash("pdflatex -interaction=nonstopmode document.tex; ls document.pdf")
    #expect(result.text.hasSuffix("document.pdf\n"))
    return result.text.split(separator: "\n").map(String.init).filter { line in
      line.hasPrefix("!") || line.hasPrefix("Overfull") || line.contains("Missing character")
        || line.contains("not found")
    }
  }

  private func figures(_ text: String) -> [String] {
    text.components(separatedBy: "\n\n").map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
  }

  private func article(_ figures: [String]) -> String {
    "\\documentclass{article}\n\\usepackage{graphicx}\n\\begin{document}\n"
      + figures.joined(separator: "\n\\clearpage\n") + "\n\\end{document}\n"
  }

  private func frames(_ figures: [String], _ options: String) -> String {
    let frames = figures.map { "\\begin{frame}\\frametitle{A title}\n\($0)\n\\end{frame}" }
    return
      "\\documentclass[\(options)]{beamer}\n\\begin{document}\n\(frames.joined(separator: "\n"))\n\\end{document}\n"
  }

  @Test("every figure's snippet compiles in an article and in a frame, and nothing sticks out") func everyFigure()
    throws
  {
    let names = catalog.names.joined(separator: " ")
    let script = "for name in \(names); do lesson $name --figure all --preset thumb -q --snippet tex || exit 1; done"
    let result = try shell.bash(script)
    #expect(result.status == 0, "\(result.errors)")
    let all = figures(result.text)
    #expect(all.count >= catalog.names.count)
    #expect(try complaints(article(all)) == [])
    for options in ["", "aspectratio=169"] { #expect(try complaints(frames(all, options)) == []) }
  }

  @Test(
    "any path that TeX can read is found",
    arguments: [
      "a%b", "a#b", "a\\b", "a~b", "a_b", "my figs/a  b", "a{b", "a}b", "a$b", "a&b", "a^^b", "a'b", "图", " a", "a,b",
      "a[b]", "#%~{^}",
    ]) func paths(_ name: String) throws
  {
    let file = shell.folder.appendingPathComponent(name + ".png").path
    let result = try shell.lesson(
      "saddle", "--preset", "thumb", "-q", "--snippet", "tex", "--from", ".", "--output=\(file)")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try complaints(article(figures(result.text))) == [])
  }

  @Test(
    "any title compiles that pdfLaTeX has letters for",
    arguments: [
      "a%b #1 _x_ ^y^ ~z~ {w} \\\\ & <u> |v| \"q\" `r` -- ---", "x₁ + χ² ≤ 5 → ∞ ∈ ℝ m̂ wᵀ ‖w‖ √2 ∂f/∂x ∇f ≈ ±1 ½ µ €",
      "Größe, façade, Łódź; “quoted” – — … ‰ °",
    ]) func titles(_ title: String) throws
  {
    let result = try shell.lesson("saddle", "--preset", "thumb", "-q", "--snippet", "tex", "--title", title)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try complaints(frames(figures(result.text), "")) == [])
  }

  @Test("the frame that help names for a whole page is one page, and nothing sticks out") func wholePage() throws {
    let help = try shell.lesson("help", "embedding").text
    let lines = help.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let start = try #require(lines.firstIndex { $0.hasPrefix("{\\usebackgroundtemplate") })
    let frame = lines[start...(start + 1)].joined(separator: "\n").replacing("FILE", with: "a.png")
    _ = try shell.lesson("saddle", "-q", "-o", "a.png")
    #expect(
      try complaints("\\documentclass[aspectratio=169]{beamer}\n\\begin{document}\n\(frame)\n\\end{document}\n") == [])
  }
}
