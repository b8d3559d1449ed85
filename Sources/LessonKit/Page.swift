/// What stands about a lesson in lists and in its help.
public struct Page: Sendable {
  /// A command line worth trying.
  public struct Example: Sendable {
    /// What follows the lesson's name, as in `--opt adam`; may be empty.
    public let arguments: String
    /// What it shows.
    public let shows: Phrase

    /// A command line worth trying.
    public init(_ arguments: String, shows: Phrase) {
      (self.arguments, self.shows) = (arguments, shows)
    }
  }

  /// What a lesson's figure shows as a map, and so which of `--view` and `--map` mean something to it.
  public enum Map: Sendable {
    /// Nothing.
    case none
    /// Cells or surfaces whose colours can be chosen.
    case colors
    /// A surface over a plane of which a part can be chosen too.
    case plane
  }

  /// The name on the command line: lower-case words joined by hyphens.
  public let name: String
  /// Where it stands in the course.
  public let chapter: Chapter
  /// The heading.
  public let title: Phrase
  /// The question that the figure answers, in a sentence.
  public let question: Phrase
  /// Command lines worth trying.
  public let examples: [Example]
  /// The seed of every random draw where the user gives none.
  public let seed: Int
  /// What its figure shows as a map.
  public let map: Map

  /// A lesson's page.
  public init(
    _ name: String, in chapter: Chapter, title: Phrase, question: Phrase, examples: [Example],
    seed: Int = 0, map: Map = .none
  ) {
    precondition(
      !name.isEmpty && name.utf8.allSatisfy(Self.isNameByte), "'\(name)' as a lesson's name")
    (self.name, self.chapter, self.title) = (name, chapter, title)
    (self.question, self.examples, self.seed) = (question, examples, seed)
    self.map = map
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte == UInt8(ascii: "-")
    }
  }
}
