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

  /// What a lesson found.
  public init(
    figure: Figure, claims: [Claim] = [], series: [Series] = [], caption: Phrase, alt: Phrase
  ) {
    (self.figure, self.claims, self.series) = (figure, claims, series)
    (self.caption, self.alt) = (caption, alt)
  }
}
