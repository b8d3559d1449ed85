/// Texts with inline math, as a reader without formulas gets them.
public enum Markup {
  /// The text without the signs of inline math; a text that cannot be read stays as it is.
  public static func plain(_ markup: String) -> String {
    (try? MarkupParser.parse(markup)).map { PlainText.of($0) } ?? markup
  }
}
