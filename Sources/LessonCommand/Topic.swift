import LessonKit
import Plot

/// A page of help.
enum Topic: String, CaseIterable {
  case presets, optimizers, schedules, embedding, notes, look
  case exitCodes = "exit-codes"

  /// The page, in a language.
  func text(_ language: Language) -> String {
    switch self {
    case .presets: Self.presetText(language)
    case .optimizers: Self.optimizerText(language)
    case .schedules: Self.scheduleText(language)
    case .embedding: Self.embeddingText[language]
    case .notes: Self.notesText[language]
    case .look: LookFile.help[language]
    case .exitCodes: Self.exitCodeText(language)
    }
  }

  private static func presetText(_ language: Language) -> String {
    let rows = Preset.all.map { preset in
      let inches = [preset.width, preset.height].map { Numeral.short(Double($0) / preset.dpi, digits: 3) }
      let (title, label) = (Numeral.short(preset.type.title), Numeral.short(preset.type.label))
      return [
        "  \(preset.name)", "\(preset.width)×\(preset.height) px", "\(inches.joined(separator: "×")) in",
        "\(Numeral.short(preset.dpi)) dpi",
        Message("title \(title) pt, labels \(label) pt", zh: "标题 \(title) pt，标签 \(label) pt")[language],
      ]
    }
    let table = Columns.table(rows).joined(separator: "\n")
    return Message(
      """
      A preset is a size for a purpose: pixels, the size on the page, and type that reads well there.

      \(table)

      The first is the default. Type is measured in points, so the same lesson has larger text on a slide
      than in notes. --scale 2 doubles the pixels and keeps the placed size; --dpi does so by number;
      --size WxH changes the shape.

      """,
      zh: """
        预设是适合某种用途的尺寸：像素、页面上的大小，以及在那里易读的字号。

        \(table)

        第一个是默认值。字号以磅计，因此同一课在幻灯片上的字比讲义中的大。
        --scale 2 把像素加倍而放置尺寸不变；--dpi 按数值做同样的事；
        --size WxH 改变形状。

        """)[language]
  }

  private static func optimizerText(_ language: Language) -> String {
    let head = Message(
      """
      An optimizer is NAME[:KEY=VALUE…], several are joined by commas:
        --opt adam
        --opt adam:lr=0.05:beta1=0.8
        --opt sgd:lr=0.001,momentum,adam
      --lr X is the rate of every optimizer that names none. Names, keys and defaults are PyTorch's; a lesson
      may state another default rate on its figure.

      """,
      zh: """
        优化器写成 NAME[:KEY=VALUE…]，多个之间用逗号隔开：
          --opt adam
          --opt adam:lr=0.05:beta1=0.8
          --opt sgd:lr=0.001,momentum,adam
        --lr X 是未写明学习率的优化器所用的学习率。名称、设置项和默认值与 PyTorch 相同；
        课例可在图上写明另一个默认学习率。

        """)
    var lines = [head[language]]
    for kind in RuleKind.all {
      let rows = kind.keys.map { ($0.name, $0.standardSpelling, $0.meaning, $0.range) }
      lines += entry([kind.name] + kind.aliases, kind.summary, rows, language)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func scheduleText(_ language: Language) -> String {
    let head = Message(
      """
      A schedule is NAME[:KEY=VALUE…]: how the rate of every optimizer changes with the step.
        --schedule cosine
        --schedule step:size=200:gamma=0.5

      """,
      zh: """
        学习率调度写成 NAME[:KEY=VALUE…]：各优化器的学习率随步数的变化。
          --schedule cosine
          --schedule step:size=200:gamma=0.5

        """)
    var lines = [head[language]]
    for kind in ScheduleKind.all {
      let rows = kind.keys.map { ($0.name, $0.standardSpelling[language], $0.meaning, $0.range) }
      lines += entry([kind.name] + kind.aliases, kind.summary, rows, language)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What can be asked for by name, and its settings below.
  private static func entry(
    _ names: [String], _ summary: Message, _ keys: [(String, String, Message, Message)], _ language: Language
  ) -> [String] {
    let all = names.joined(separator: ", ")
    let rows = keys.map { name, standard, meaning, range in
      ["    \(name)", standard, Message("\(meaning); \(range)", zh: "\(meaning)；\(range)")[language]]
    }
    return [Message("\(all): \(summary)", zh: "\(all)：\(summary)")[language]] + Columns.table(rows)
  }

  private static let embeddingText = Message(
    """
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
    --frames builds each figure up, a slide a frame; a deck of one lesson takes its options: --depth 10.
    A slides.md that you have edited is never replaced: make the next deck in another folder, or --force.

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

    """,
    zh: """
      图是 8 位 sRGB 的 PNG，自带印刷尺寸，多数程序能正确放置：

        PowerPoint、Keynote   插入文件；slide 占满 16:9 页面，half 占一栏；--snippet pptx
                              用于 python-pptx，带替代文字和备注；--snippet alt：只要替代文字
        LaTeX、Beamer         --snippet tex：用于文章或幻灯片页，带图注；pdfLaTeX 可读
        Beamer 整页           单独一幅图的一页，纸张形状相同 (aspectratio=169)：
                              {\\usebackgroundtemplate{\\includegraphics[width=\\paperwidth]{FILE}}
                              \\begin{frame}[plain]\\end{frame}}
        Typst                 image("FILE")，或 --snippet typst
        Quarto、pandoc        --snippet quarto，替代文字与图注分开
        GitHub、Markdown      --snippet md；要两种页面颜色，先画两种主题，再用 --snippet html
        DocC、网页            高分屏用 --scale 2

      若干课例全部图的幻灯片，带替代文字和讲稿备注，经 pandoc 转换：
        lesson deck vanishing exploding -o talk/          或一章，或 all；然后在该文件夹中：
          pandoc slides.md --reference-doc reference.pptx -o slides.pptx
          pandoc slides.md -t beamer -o slides.pdf        含中文时加：-V lang=en
          pandoc slides.md -t revealjs -s -o slides.html
      reference.pptx 使页面与图片一样大；其中留给 pandoc 的版式，pandoc 会提示。
      --frames 让每幅图逐步展开，每帧一页；单个课例的幻灯片可带它的选项：--depth 10。
      你编辑过的 slides.md 不会被取代：请把新的幻灯片写到另一个文件夹，或用 --force。

      片段写到标准输出，图写入文件：
        lesson NAME --snippet md >> notes.md
        lesson NAME --snippet tex --from talk >> talk/slides.tex    文档在另一个文件夹时

      PNG 中带有标题、替代文字、图注和重画它的命令：
        lesson show FILE.png                                它是怎样画的
        lesson redraw FILE.png… --theme dark                原处重画，有所改动；名称不变
        lesson redraw FILE.png… --lang zh -o chinese/       或写到另一个文件夹，名称相同

      要先问后答，可让图在同一版面上逐步展开：先是问题，然后逐项加入，最后是完整的图。
        lesson NAME --frames -o talk/                       NAME-01.png、NAME-02.png…：每页一帧；pdfLaTeX 可读
        lesson NAME --frames=1 --snippet md                 只要问题；讲义中写成：<!-- lesson NAME --frames=1 -->
        lesson NAME --apng                                  合成一个浏览器可播放的 PNG；别处显示完整的图
        lesson rosenbrock --upto 40                         每条轨迹的前 40 步，坐标轴与完整图相同

      --csv 把各数列的数值输出为一张表：数列名，然后是各列，每点一行。
      --json 和 --sidecar 输出图背后的数值和各部分的位置；加上 --claims 还有
      对课程论断的实测结果。与 --figure all 一起用时，--json 输出一个对象，其中含有
      每幅图的对象：{"schema", "lesson", "figures": [...]}。

      """)

  private static let notesText = Message(
    """
    A line in a document in Markdown asks for a figure, with the options that follow a lesson's name:

      <!-- lesson vanishing --depth 10 -->

      lesson fill notes.md             draw what is missing or has changed, and write image, alternative text
                                       and caption between that line and <!-- /lesson -->
      lesson fill --check notes.md     draw and write nothing; name what is stale or edited, and exit 1: for
                                       CI, make
      lesson fill --suggest notes.md   which lessons speak of what the notes speak of, and on which line
      lesson fill - < a.md > b.md      from standard input to standard output

    Pictures go to 'figures' beside the document, or to --figures DIR; paths lead there from the document.
    The language is --lang, or lang: in the front matter. --preset, --theme and the other options of the
    picture count for every marker that says nothing else: lesson fill --preset notes notes.md. They go with
    --check too.
    What fill wrote between the two lines is replaced, and everything else stays byte for byte; a marker
    in fenced code or in front matter is text. By the check sum in <!-- /lesson 1a2b3c4d --> fill knows
    what you have edited there, and leaves it as it is: words of your own belong below that line. A
    picture whose command is the same is not drawn again, unless a file that it reads is newer. A
    comment that asks for nothing begins with another word than 'lesson'.

    --snippet md writes an image of Markdown with the caption below, quarto one for Quarto and pandoc with
    the caption under it and the alternative text apart, html a figure. A .qmd gets quarto by itself.
    Of a wrong marker the line is told; the others are drawn, and the exit code is 1.

    """,
    zh: """
      Markdown 文档中的一行请求一幅图，后面可写课例名之后的那些选项：

        <!-- lesson vanishing --depth 10 -->

        lesson fill notes.md             画出缺少的和有变化的图，并把图片、替代文字
                                         和图注写在该行与 <!-- /lesson --> 之间
        lesson fill --check notes.md     不画也不写；列出过时或被编辑过的内容，以 1 退出：用于 CI 和 make
        lesson fill --suggest notes.md   哪些课例涉及讲义中的内容，在哪一行
        lesson fill - < a.md > b.md      从标准输入到标准输出

      图片放在文档旁的 figures 中，或 --figures DIR；路径从文档出发。
      语言由 --lang 或文首元数据中的 lang: 决定。--preset、--theme 等图片选项
      适用于每一个没有另外写明的标记：lesson fill --preset notes notes.md。
      它们也可与 --check 一起用。
      fill 写在两行之间的内容会被替换，其余内容逐字节不变；代码块和文首元数据中的标记
      只是文字。凭 <!-- /lesson 1a2b3c4d --> 中的校验和，fill 能认出你编辑过的内容，
      并保持原样：自己的文字请写在该行之后。命令相同的图片不会重画，除非它所读取的文件更新了。
      不请求图的注释请不要以 lesson 开头。

      --snippet md 写 Markdown 图片，图注在下；quarto 用于 Quarto 和 pandoc，图注在
      图下，替代文字另写；html 写 figure 元素。.qmd 文件自动用 quarto。
      标记有误时会指出行号；其余的照画，退出码为 1。

      """)

  private static func exitCodeText(_ language: Language) -> String {
    let rows = ExitCode.allCases.map { ["  \($0.rawValue)", $0.meaning[language]] }
    return Columns.table(rows).joined(separator: "\n") + "\n"
  }
}
