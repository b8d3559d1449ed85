import Plot
import Typography

/// What sets the texts of several pictures: one typesetter a family of fonts.
struct Typesetters: Sendable {
  private var byFont: [String?: Typesetter] = [:]
  private let pictures: [Picture]

  init(_ pictures: [Picture]) throws {
    self.pictures = pictures
    for picture in pictures where byFont[picture.look?.font] == nil {
      byFont[picture.look?.font] = try picture.typesetter()
    }
  }

  /// That of a picture among them.
  subscript(picture: Picture) -> Typesetter {
    guard let typesetter = byFont[picture.look?.font] else { preconditionFailure("a picture without a typesetter") }
    return typesetter
  }

  /// What a user should know about fonts and colours, each once.
  var notes: [Message] { Set(pictures.flatMap { $0.notes(self[$0]) }).sorted { $0.english < $1.english } }
}
