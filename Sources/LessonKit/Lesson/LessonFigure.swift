/// A figure of a lesson: its name, what it shows in a plain sentence, the options that change it, and how it is made.
public struct LessonFigure: Sendable {
  /// The name after `--figure`.
  public let name: String
  /// What it shows, as a title that is true whatever the options are.
  public let shows: Phrase
  /// The keys of the options that change it, nil for all.
  public let uses: [String]?
  /// Whether `--view` means something to it.
  public let hasView: Bool
  /// Whether it draws walks as trails, of which `--upto` shows the first steps.
  public let hasTrail: Bool
  /// Whether its experiment multiplies matrices, for which OpenBLAS must be there.
  public let needsOpenBLAS: Bool
  private let make: @Sendable (Run) throws -> Figure

  /// A figure.
  ///
  /// - Parameters:
  ///   - name: The name after `--figure`.
  ///   - shows: A plain title that is true whatever the options are; the headlines of the figure go before it.
  ///   - uses: The options that change it, as in `[$depth, $seeds]`; nil for all.
  ///   - hasView: Whether the user may choose the part of the plane that is shown.
  ///   - hasTrail: Whether it draws walks as trails, of which `--upto` shows the first steps.
  ///   - needsOpenBLAS: Whether its experiment multiplies matrices: networks and linear systems do.
  ///   - make: Runs the experiment and composes the figure.
  public init(
    _ name: String, _ shows: Phrase, uses: [OptionName]? = nil, hasView: Bool = false, hasTrail: Bool = false,
    needsOpenBLAS: Bool = false, make: @escaping @Sendable (Run) throws -> Figure
  ) {
    (self.name, self.shows, self.make) = (name, shows, make)
    (self.hasView, self.hasTrail, self.needsOpenBLAS) = (hasView, hasTrail, needsOpenBLAS)
    self.uses = uses.map { $0.flatMap(\.keys) }
  }

  /// A figure, with what it shows in both languages.
  public init(
    _ name: String, _ english: Phrase.Text, zh chinese: Phrase.Text, uses: [OptionName]? = nil, hasView: Bool = false,
    hasTrail: Bool = false, needsOpenBLAS: Bool = false, make: @escaping @Sendable (Run) throws -> Figure
  ) {
    self.init(
      name, Phrase(english, zh: chinese), uses: uses, hasView: hasView, hasTrail: hasTrail,
      needsOpenBLAS: needsOpenBLAS, make: make)
  }

  /// Runs the experiment behind the figure and composes it.
  public func figure(_ run: Run) throws -> Figure {
    if needsOpenBLAS { try OpenBLAS.open() }
    var figure = try make(run)
    figure.headlines.append(Headline(shows))
    return figure
  }
}
