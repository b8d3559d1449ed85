import LessonKit
import Testing

@testable import Lessons

@Suite("Words") struct GlossaryTests {
  @Test("names in a figure are the textbooks’, in both languages", arguments: Specimen.figures) func terms(
    specimen: Specimen
  ) throws {
    let faults = try specimen.shown().figure.names.flatMap(Glossary.untranslated)
    #expect(faults.isEmpty)
  }

  @Test("Chinese is set as Chinese is, on every figure", arguments: Specimen.figures) func chinese(specimen: Specimen)
    throws
  {
    let shown = try specimen.shown()
    let sheet = shown.sheets.first { $0.isSlide && $0.format.language == .chinese }
    let texts =
      (sheet?.rubric.record.texts.filter { $0.role != .tick }.map(\.text) ?? [])
      + [shown.caption.text, shown.caption.alternative].map(\.chinese) + shown.figure.said.map(\.chinese)
    let faults = Set(texts.flatMap(ChineseSetting.faults)).sorted()
    #expect(faults.isEmpty)
  }

  @Test("a percent sign stands off its number in English", arguments: Specimen.figures) func percent(specimen: Specimen)
    throws
  {
    let shown = try specimen.shown()
    let texts = [shown.figure.title, shown.caption.text] + shown.figure.said
    for text in texts { #expect(!text.english.contains(/[0-9]%/), "\(text.english)") }
  }

  @Test("pages, options and statements keep the words and the setting too") func beside() throws {
    for lesson in Specimen.lessons {
      let recipe = try Recipe(lesson)
      let page = lesson.page
      let phrases =
        [page.title, page.question] + page.examples.map(\.shows) + recipe.figures.map(\.shows)
        + recipe.declarations.map(\.help)
      for phrase in phrases {
        #expect(ChineseSetting.faults(in: phrase.chinese).isEmpty, "\(page.name)")
        for language in Language.allCases {
          #expect(Glossary.faults(in: phrase[language], language).isEmpty, "\(page.name)")
        }
      }
    }
    for statement in catalog.statements {
      #expect(ChineseSetting.faults(in: statement.text.chinese).isEmpty, "\(statement.id)")
    }
  }

  @Test(
    "words to avoid are found, and longer ones that they stand in are not",
    arguments: [
      ("Four rules", Language.english, 1), ("The chain rule", .english, 0), ("overruled", .english, 0),
      ("the chain rule and a rule", .english, 1), ("As stated in the notes", .english, 2),
      ("right answers", .english, 1), ("diploma", .english, 0), ("四种规则", .chinese, 1), ("链式规则", .chinese, 0),
      ("测试集正确率", .chinese, 1), ("测试集准确率", .chinese, 0),
    ]) func avoided(text: String, language: Language, count: Int)
  { #expect(Glossary.faults(in: text, language).count == count) }

  @Test("a term without its twin is found") func untranslated() {
    #expect(Glossary.untranslated(Phrase("learning rate", zh: "步长")).count == 1)
    #expect(Glossary.untranslated(Phrase("learning rates", zh: "学习率")).isEmpty)
    #expect(Glossary.untranslated(Phrase("gradient descent diverges", zh: "梯度下降收敛")).count == 1)
    #expect(Glossary.untranslated("accuracy").isEmpty)
  }

  @Test(
    "a phrase sets the blanks of its Chinese text right",
    arguments: [
      ("Momentum和Adam到达", "Momentum 和 Adam 到达"), ("梯度下降 用 40步", "梯度下降用 40 步"), ("200 亿 倍", "200 亿倍"),
      ("损失： 0.5 ，步数", "损失：0.5，步数"), ("损失  ·  步数", "损失  ·  步数"), ("$w_1$ 为 0", "$w_1$ 为 0"),
      ("从 (−2, 2) 出发", "从 (−2, 2) 出发"), ("a b , c", "a b , c"), ("", ""), ("15% 的点", "15% 的点"),
    ]) func blanks(text: String, set: String)
  {
    #expect(Phrase(english: "", chinese: text).chinese == set)
    #expect(Phrase(english: "", chinese: set).chinese == set)
  }

  @Test("a name inside a phrase gets the blanks that the sentence wants") func inserted() {
    let (latin, chinese) = (Phrase(same: "Adam"), Phrase("gradient descent", zh: "梯度下降"))
    #expect(Phrase("", zh: "\(latin)用 3 步").chinese == "Adam 用 3 步")
    #expect(Phrase("", zh: "\(chinese) 用 3 步").chinese == "梯度下降用 3 步")
    #expect(Phrase.list([chinese, latin]).chinese == "梯度下降和 Adam")
  }

  @Test(
    "faults of Chinese setting are found",
    arguments: [
      ("学习率,步数", 2), ("学习率：0.5", 0), ("学习率:0.5", 1), ("从 (−2, 2) 出发", 0), ("从(−2, 2)出发", 2), ("损失 ，步数", 1),
      ("损失， 步数", 1), ("15 % 的点", 1), ("15% 的点", 0), ("梯度下降 用 40 步", 1), ("Adam用 40 步", 1), ("到此为止.", 1), ("到此为止。。", 1),
      ("ReLU, tanh 的梯度", 0), ("损失  ·  步数", 0), ("$x$ 为 1", 0), ("L1、L2 惩罚", 0), ("步数？", 0), ("步数?", 1),
    ]) func setting(text: String, count: Int)
  { #expect(ChineseSetting.faults(in: text).count == count, "\(text)") }
}

extension Figure {
  /// Short texts, in which a name is not said in other words: titles, axes, headings.
  fileprivate var names: [Phrase] {
    [title] + panels.flatMap { [$0.x.name, $0.y.name, $0.heading, $0.subheading].compactMap { $0 } }
  }

  /// What is said beside the picture.
  fileprivate var said: [Phrase] { [talk, ask, `protocol`] }
}
