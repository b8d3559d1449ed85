import LessonKit
import Plot

/// A page of help.
enum Topic: String, CaseIterable {
  case presets, optimizers, schedules, embedding, notes, look
  case exitCodes = "exit-codes"

  var text: String {
    switch self {
    case .presets: Self.presetText
    case .optimizers: Self.optimizerText
    case .schedules: Self.scheduleText
    case .embedding: Self.embeddingText
    case .notes: Self.notesText
    case .look: LookFile.help
    case .exitCodes: Self.exitCodeText
    }
  }

  private static var presetText: String {
    let rows = Preset.all.map { preset in
      let (width, height) = (Double(preset.width), Double(preset.height))
      let inches = [width, height].map { Numeral.short($0 / preset.dpi, digits: 3) }
      return [
        "  \(preset.name)", "\(preset.width)×\(preset.height) px", "\(inches.joined(separator: "×")) in",
        "\(Numeral.short(preset.dpi)) dpi",
        "title \(Numeral.short(preset.type.title)) pt, labels \(Numeral.short(preset.type.label)) pt",
      ]
    }
    return """
      A preset is a size for a purpose: pixels, the size on the page, and type that reads well there.

      \(Columns.table(rows).joined(separator: "\n"))

      The first is the default. Type is measured in points, so the same lesson has larger text on a slide
      than in notes. --scale 2 doubles the pixels and keeps the placed size; --dpi does so by number;
      --size WxH changes the shape.

      """
  }

  private static var optimizerText: String {
    var lines = [
      "An optimizer is NAME[:KEY=VALUE…], several are joined by commas:", "  --opt adam",
      "  --opt adam:lr=0.05:beta1=0.8", "  --opt sgd:lr=0.001,momentum,adam",
      "--lr X is the rate of every optimizer that names none. Names, keys and defaults are PyTorch's; a lesson",
      "may state another default rate on its figure.", "",
    ]
    for kind in RuleKind.all {
      let names = ([kind.name] + kind.aliases).joined(separator: ", ")
      lines.append("\(names): \(kind.summary)")
      let rows = kind.keys.map { key in ["    \(key.name)", key.standardSpelling, "\(key.meaning); \(key.range)"] }
      lines += Columns.table(rows)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var scheduleText: String {
    var lines = [
      "A schedule is NAME[:KEY=VALUE…]: how the rate of every optimizer changes with the step.", "  --schedule cosine",
      "  --schedule step:size=200:gamma=0.5", "",
    ]
    for kind in ScheduleKind.all {
      lines.append("\(([kind.name] + kind.aliases).joined(separator: ", ")): \(kind.summary)")
      let rows = kind.keys.map { key in ["    \(key.name)", key.standardSpelling, "\(key.meaning); \(key.range)"] }
      lines += Columns.table(rows)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let embeddingText = """
    A figure is an 8-bit sRGB PNG that knows its size in print, so most programs place it right:

      PowerPoint, Keynote   insert the file; 'slide' fills a 16:9 page, 'half' one column of it; --snippet pptx
                            for python-pptx, with alternative text and notes; --snippet alt: that text alone
      LaTeX, Beamer         --snippet tex: a figure for an article or a frame, with caption; pdfLaTeX reads it
      Beamer, whole page    a frame of the figure alone, on paper of the same shape (aspectratio=169):
                            {\\usebackgroundtemplate{\\includegraphics[width=\\paperwidth]{FILE}}
                            \\begin{frame}[plain]\\end{frame}}
      Typst                 image("FILE"), or --snippet typst
      Quarto, pandoc        --snippet quarto, with the alternative text apart from the caption
      GitHub, Markdown      --snippet md; for two page colours draw both themes, then --snippet html
      DocC, web             --scale 2 for dense screens

    A deck of every figure of some lessons, with alternative texts and notes for the speaker, through pandoc:
      lesson deck vanishing exploding -o talk/          or a chapter, or all; then, in that folder:
        pandoc slides.md --reference-doc reference.pptx -o slides.pptx
        pandoc slides.md -t beamer -o slides.pdf        with Chinese in it: and -V lang=en
        pandoc slides.md -t revealjs -s -o slides.html
    reference.pptx makes the page as large as the pictures; of layouts that it leaves to pandoc pandoc tells.

    A snippet goes to standard output, the figure to its file:
      lesson NAME --snippet md >> notes.md
      lesson NAME --snippet tex --from talk >> talk/slides.tex    for a document in another folder

    The PNG carries its title, its alternative text, its caption and the command that draws it again:
      lesson show FILE.png                                how it was made
      lesson redraw FILE.png… --theme dark                the same in its place, changed; all names stay
      lesson redraw FILE.png… --lang zh -o chinese/       or in another folder, under the same names

    To ask before telling, a figure builds up on one layout: the question, then a thing at a time, the whole last.
      lesson NAME --frames -o talk/                       NAME-01.png, NAME-02.png, … : one a slide; pdfLaTeX reads them
      lesson NAME --frames=1 --snippet md                 the question alone, as in notes: <!-- lesson NAME --frames=1 -->
      lesson NAME --apng                                  all in one PNG that browsers play; elsewhere it shows the whole
      lesson rosenbrock --upto 40                         the first 40 steps of each walk, on the axes of the whole

    --csv gives the numbers of the series as one table: series, then columns, a row a point.
    --json and --sidecar give the numbers behind the figure and what stands where, with --claims also
    what was measured of what the course says. With --figure all, --json gives one object that holds
    the object of every figure: {"schema", "lesson", "figures": [...]}.

    """

  private static let notesText = """
    A line in a document in Markdown asks for a figure, with the options that follow a lesson's name:

      <!-- lesson vanishing --depth 10 -->

      lesson fill notes.md             draw what is missing or has changed, and write image, alternative text
                                       and caption between that line and <!-- /lesson -->
      lesson fill --check notes.md     draw and write nothing; name what is stale, and exit 1: for CI, make
      lesson fill --suggest notes.md   which lessons speak of what the notes speak of, and on which line
      lesson fill - < a.md > b.md      from standard input to standard output

    Pictures go to 'figures' beside the document, or to --figures DIR; paths lead there from the document.
    The language is --lang, or lang: in the front matter. --preset, --theme and the other options of the
    picture count for every marker that says nothing else: lesson fill --preset notes notes.md. They go with
    --check too.
    What stands between the two lines is replaced, and everything else stays byte for byte; a marker in
    fenced code or in front matter is text. A picture whose command is the same is not drawn again, unless
    a file that it reads is newer. A comment that asks for nothing begins with another word than 'lesson'.

    --snippet md writes an image of Markdown with the caption below, quarto one for Quarto and pandoc with
    the caption under it and the alternative text apart, html a figure. A .qmd gets quarto by itself.
    Of a wrong marker the line is told; the others are drawn, and the exit code is 1.

    """

  private static var exitCodeText: String {
    let rows = ExitCode.allCases.map { ["  \($0.rawValue)", $0.meaning] }
    return Columns.table(rows).joined(separator: "\n") + "\n"
  }
}
