/// What a lesson found: values only, no pixels and no files.
public struct Outcome: Sendable {
  /// The picture.
  public var figure: Figure
  /// What the notes say, measured.
  public var claims: [Claim]
  /// The numbers behind the picture.
  public var series: [Series]
  /// One or two sentences with the parameters. Plain text, no inline math.
  public var caption: Phrase
  /// What a reader who cannot see the picture should know, 40 to 250 characters. Plain text, no inline math.
  public var alt: Phrase
  /// The same of a picture that has room for its essential panels only; nil where `alt` holds of that too.
  public var essentialAlt: Phrase?

  /// What a lesson found.
  public init(
    figure: Figure, claims: [Claim] = [], series: [Series] = [], caption: Phrase, alt: Phrase,
    essentialAlt: Phrase? = nil
  ) {
    (self.figure, self.claims, self.series) = (figure, claims, series)
    (self.caption, self.alt, self.essentialAlt) = (caption, alt, essentialAlt)
  }

  /// The alternative text of the figure as it was drawn, with all panels or the essential ones.
  public func alt(of drawn: FigureRecord) -> Phrase {
    drawn.axes.count < figure.panels.count ? essentialAlt ?? alt : alt
  }
}
