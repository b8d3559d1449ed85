import Raster
import Typography

/// A picture yet to be drawn: what it says, in every language, without a size or a colour.
public struct Figure: Sendable {
  /// What the figure shows, as a sentence of at most 60 characters.
  public var title: Phrase
  /// The function, the rules, the parameters.
  public var subtitle: Phrase
  /// How a comparison was made: sentences under the panels, the last ones left out where the page is narrow.
  ///
  /// What a panel has to say of itself comes first, where it is drawn.
  public var notes: [Phrase]
  /// How the panels stand.
  public var arrangement: Arrangement
  /// The plots, in the order in which they tell the story.
  public var panels: [Panel]

  /// A figure of one or more panels.
  public init(
    _ title: Phrase, subtitle: Phrase, notes: [Phrase] = [], arrangement: Arrangement = .row([1]),
    panels: [Panel]
  ) {
    precondition(!panels.isEmpty, "a figure without a panel")
    (self.title, self.subtitle, self.notes) = (title, subtitle, notes)
    (self.arrangement, self.panels) = (arrangement, panels)
  }

  /// Draws the figure, and tells what stands where.
  ///
  /// Throws what the typesetter throws: a glyph that no font has, a font that is missing, bad markup.
  public func draw(_ format: Format, with typesetter: Typesetter) throws -> Drawing {
    let composition = try Composition(self, format, typesetter)
    return composition.paint()
  }
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
