import Raster
import Typography

/// A picture yet to be drawn: what it says, in every language, without a size or a colour.
public struct Figure: Sendable {
  /// Sentences for the title, the best first; a lesson's plain sentence, which is always true, comes last.
  public var headlines: [Headline]
  /// The function, the model, the parameters, in one line under the title.
  public var setting: Phrase
  /// The one condition that a good student would ask for first, in one line at the foot; empty for none.
  public var foot: Phrase
  /// What the lecturer may say beside the picture, in two or three sentences. Plain text.
  public var talk: Phrase
  /// The question to ask before the picture is shown. Plain text.
  public var ask: Phrase
  /// All conditions under which the numbers were found. Plain text.
  public var `protocol`: Phrase
  /// How the panels stand.
  public var arrangement: Arrangement
  /// The plots, in the order in which they tell the story.
  public var panels: [Panel]
  /// Whether the question stands in the place of the title: what came out is not shown.
  package var isAsking = false

  /// A figure of one or more panels.
  ///
  /// - Parameters:
  ///   - headline: Sentences for the title; the first that holds and fits is taken.
  ///   - setting: The function, the model, the parameters.
  ///   - foot: The condition that a reader would ask for first.
  ///   - talk: What the lecturer may say.
  ///   - ask: The question to ask before.
  ///   - protocol: All conditions.
  ///   - arrangement: How the panels stand.
  ///   - panels: The plots.
  public init(
    headline: [Headline], setting: Phrase = "", foot: Phrase = "", talk: Phrase = "", ask: Phrase = "",
    protocol: Phrase = "", arrangement: Arrangement = .automatic, panels: [Panel]
  ) {
    require(!panels.isEmpty, "a figure without a panel")
    (headlines, self.setting, self.foot) = (headline, setting, foot)
    (self.talk, self.ask, self.protocol) = (talk, ask, `protocol`)
    (self.arrangement, self.panels) = (arrangement, panels)
  }

  /// A figure with its panels in braces.
  public init(
    headline: [Headline], setting: Phrase = "", foot: Phrase = "", talk: Phrase = "", ask: Phrase = "",
    protocol: Phrase = "", arrangement: Arrangement = .automatic, @PanelBuilder panels: () -> [Panel]
  ) {
    self.init(
      headline: headline, setting: setting, foot: foot, talk: talk, ask: ask, protocol: `protocol`,
      arrangement: arrangement, panels: panels())
  }

  /// The title: the first sentence that holds and fits in a line, or else the last that holds; empty where there is none.
  ///
  /// Of a figure that shows only the first steps of its walks it is the question.
  public var title: Phrase { isAsking ? ask : headline }

  /// The sentence that the whole figure has room for.
  var headline: Phrase { (headlines.first { $0.holds && $0.fits } ?? headlines.last { $0.holds })?.text ?? "" }

  /// The numbers behind all panels, each table under a name of its own.
  public var series: [Series] { Series.unique(panels.flatMap(\.series)) }

  /// Draws the figure, and tells what stands where.
  ///
  /// Throws what the typesetter throws: a glyph that no font has, a font that is missing, bad markup.
  public func draw(_ format: Format, with typesetter: Typesetter) throws -> Drawing {
    let canvas = BlankCanvas(format)
    canvas.prepare()
    return try Composition(self, format, typesetter).paint(on: canvas)
  }
}

/// A sentence for a title, and whether it is true.
public struct Headline: Sendable {
  /// Most characters of a title in each language.
  public static let longest = (english: 60, chinese: 30)

  /// The sentence.
  public var text: Phrase
  /// Whether the run says so.
  public var holds: Bool

  /// A sentence, and the condition under which it is true.
  public init(_ text: Phrase, if condition: Bool = true) { (self.text, holds) = (text, condition) }

  /// A sentence in both languages, and the condition under which it is true.
  public init(_ english: Phrase.Text, zh chinese: Phrase.Text, if condition: Bool = true) {
    self.init(Phrase(english, zh: chinese), if: condition)
  }

  /// Whether the sentence is short enough in every language.
  package var fits: Bool {
    Self.length(text.english) <= Double(Self.longest.english)
      && Self.length(text.chinese) <= Double(Self.longest.chinese)
  }

  /// Characters of a text as they are set: without the signs of inline math. Beside Chinese ones a letter is half as wide.
  private static func length(_ text: String) -> Double {
    let shown = text.unicodeScalars.filter { !"$\\_^{}".unicodeScalars.contains($0) }
    let wide = shown.count { $0.value >= 0x2E80 }
    return wide == 0 ? Double(shown.count) : Double(wide) + 0.5 * Double(shown.count - wide)
  }
}

extension Headline: ExpressibleByStringLiteral {
  /// A sentence that is the same in every language, and always true.
  public init(stringLiteral value: String) { self.init(Phrase(stringLiteral: value)) }
}

/// Builds lists of panels in braces, with loops and conditions.
@resultBuilder public enum PanelBuilder {
  /// One panel.
  public static func buildExpression(_ panel: Panel) -> [Panel] { [panel] }
  /// Several panels.
  public static func buildExpression(_ panels: [Panel]) -> [Panel] { panels }
  /// Panels one after the other.
  public static func buildBlock(_ parts: [Panel]...) -> [Panel] { parts.flatMap { $0 } }
  /// Panels of a loop.
  public static func buildArray(_ parts: [[Panel]]) -> [Panel] { parts.flatMap { $0 } }
  /// Panels under a condition.
  public static func buildOptional(_ part: [Panel]?) -> [Panel] { part ?? [] }
  /// Panels of the first branch.
  public static func buildEither(first: [Panel]) -> [Panel] { first }
  /// Panels of the second branch.
  public static func buildEither(second: [Panel]) -> [Panel] { second }
}

/// A drawn figure.
public struct Drawing: Sendable {
  /// The pixels.
  public let bitmap: Bitmap
  /// What stands where.
  public let record: FigureRecord
  /// Texts for which there was no room.
  public let omitted: [String]
}
