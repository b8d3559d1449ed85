import LessonKit
import Testing

@Suite("Headlines and captions") struct FigureTextTests {
  private func figure(_ headlines: [Headline], foot: Phrase = "", _ panels: [Panel]? = nil) -> Figure {
    Figure(
      headline: headlines, setting: Phrase("a setting", zh: "设定"), foot: foot, panels: panels ?? [panel(named: "one")])
  }

  private func panel(named name: Phrase, heading: Phrase? = nil) -> Panel {
    Panel(x: Axis("$x$"), y: Axis(Phrase("loss", zh: "损失")), frame: .open, heading: heading) {
      Line([Point(0, 1), Point(1, 0.25)], as: Identity(name, .series(0)))
    }
  }

  @Test("the first sentence that holds and fits is the title, or else the last") func selection() {
    let long = Phrase(same: String(repeating: "a", count: Headline.longest.english + 1))
    let wide = Phrase("short", zh: "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长")
    #expect(figure([.init("no", if: false), .init("yes"), "plain"]).title == "yes")
    #expect(figure([.init(long), .init(wide), .init("fits"), "plain"]).title == "fits")
    #expect(figure([.init("no", if: false), .init(long, if: true), "plain"]).title == "plain")
    #expect(figure([.init("no", if: false), .init(long)]).title == long)
  }

  @Test("the signs of inline math do not count towards the length") func math() {
    let text = Phrase(same: String(repeating: "a", count: Headline.longest.english - 1) + "$x$")
    #expect(figure([.init(text), "plain"]).title.english == text.english || text.chinese.count > 30)
    let short = Phrase(same: String(repeating: "字", count: 29) + "$x$")
    #expect(figure([.init(short), "plain"]).title == short)
  }

  @Test("the caption is title, setting and foot, each a sentence") func caption() {
    let caption = Caption(figure(["A title"], foot: Phrase("a condition", zh: "条件")))
    #expect(caption.text == Phrase("A title. A setting. A condition.", zh: "A title。设定。条件。"))
    #expect(Caption(figure(["A title"])).text.english == "A title. A setting.")
  }

  @Test(
    "a sentence of a caption begins with a capital letter, a formula and a letter that stands for a quantity do not",
    arguments: [
      ("each at its best", "Each at its best"), ("a step", "A step"), ("1500 steps", "1500 steps"),
      ("x from 0", "x from 0"), ("$f(w)=w$, one step", "f(w) = w, one step"),
      ("sin(x) with noise", "sin(x) with noise"), ("p-norm", "p-norm"), ("pH of 7", "pH of 7"), ("ReLU", "ReLU"),
      ("σ is 1", "σ is 1"), ("", ""),
    ]) func beginning(_ text: String, _ sentence: String)
  {
    let foot = Caption(figure(["A title"], foot: Phrase(same: text))).text.english
    #expect(foot == "A title. A setting." + (sentence.isEmpty ? "" : " \(sentence)."), "\(foot)")
  }

  @Test("the first fact of an alternative text begins a sentence") func firstFact() {
    #expect(Caption(figure(["A title"])).alternative.english.hasPrefix("Line chart: A title. One "))
  }

  @Test("the alternative text says what kind of figure it is, how many, and where curves end") func alternative() {
    let one = Caption(figure(["A title"])).alternative
    #expect(one.english.hasPrefix("Line chart: A title. ") && one.english.contains("One"))
    #expect(one.english.contains("0.25") && one.english.hasSuffix("."))
    #expect(one.chinese.hasPrefix("折线图：A title。") && one.chinese.hasSuffix("。"))
    let two = figure(["A title"], [panel(named: "one", heading: "Left"), panel(named: "two", heading: "Right")])
    let both = Caption(two).alternative
    #expect(both.english.hasPrefix("Two line charts: A title. "))
    #expect(both.chinese.hasPrefix("2 幅折线图：A title。"))
    #expect(both.english.contains("Left: ") && both.english.contains("Right: "))
  }

  @Test("the alternative text has 40 to 250 characters, however much there is to tell") func length() {
    let many = (1...40).map { panel(named: "curve number \($0)", heading: "Panel \($0)") }
    for figure in [figure(["What the loss does"]), figure(["What the loss does"], many)] {
      let text = Caption(figure).alternative
      #expect((40...250).contains(text.english.count), "\(text.english)")
      #expect(text.chinese.count <= 250)
    }
  }

  @Test("the numbers of curves that share a name stand under names of their own") func series() {
    let two = figure(["A title"], [panel(named: "one"), panel(named: "one")])
    #expect(two.series.map(\.name) == ["one", "one 2"])
    #expect(two.series[0].rows == [[0, 1], [1, 0.25]])
  }

  @Test("where no sentence holds there is no title") func untrue() {
    #expect(figure([.init("no", if: false)]).title.isEmpty)
  }
}
