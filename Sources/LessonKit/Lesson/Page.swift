/// What stands about a lesson in lists and in its help.
public struct Page: Sendable {
  /// A command line worth trying.
  public struct Example: Sendable {
    /// What follows the lesson's name, as in `--opt adam`; may be empty.
    public let arguments: String
    /// What it shows.
    public let shows: Phrase

    /// A command line worth trying.
    public init(_ arguments: String, shows: Phrase) { (self.arguments, self.shows) = (arguments, shows) }
  }

  /// The name on the command line: lower-case words joined by hyphens.
  public let name: String
  /// Where it stands in the course.
  public let chapter: Chapter
  /// The heading.
  public let title: Phrase
  /// The question that its figures answer, in a sentence.
  public let question: Phrase
  /// Command lines worth trying.
  public let examples: [Example]
  /// The seed of every random draw where the user gives none.
  public let seed: Int
  /// Names of statements that begin with another lesson's name and that this one measures too.
  public let alsoMeasures: [String]
  /// Whether its measurements multiply matrices though its figures do not: OpenBLAS must be there.
  public let measuresWithOpenBLAS: Bool

  /// A lesson's page.
  public init(
    _ name: String, in chapter: Chapter, title: Phrase, question: Phrase, examples: [Example], seed: Int = 0,
    alsoMeasures: [String] = [], measuresWithOpenBLAS: Bool = false
  ) {
    require(Self.isName(name), "'\(name)' as a lesson's name")
    (self.name, self.chapter, self.title) = (name, chapter, title)
    (self.question, self.examples, self.seed) = (question, examples, seed)
    (self.alsoMeasures, self.measuresWithOpenBLAS) = (alsoMeasures, measuresWithOpenBLAS)
  }

  /// Whether a text can be the name of a lesson or of a chapter.
  static func isName(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isNameByte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte == UInt8(ascii: "-")
    }
  }
}
