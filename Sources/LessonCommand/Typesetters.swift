import Plot
import Typography

/// What sets the texts of several pictures: one typesetter a family of fonts.
struct Typesetters: Sendable {
  private var byFont: [String?: Typesetter] = [:]

  init(_ pictures: [Picture]) throws {
    for picture in pictures where byFont[picture.look?.font] == nil {
      byFont[picture.look?.font] = try picture.typesetter()
    }
  }

  /// That of a picture among them.
  subscript(picture: Picture) -> Typesetter {
    guard let typesetter = byFont[picture.look?.font] else { preconditionFailure("a picture without a typesetter") }
    return typesetter
  }

  /// What a user should know about the fonts found, each once.
  var notes: [Message] { Set(byFont.values.flatMap(\.notes)).sorted { $0.english < $1.english } }
}
