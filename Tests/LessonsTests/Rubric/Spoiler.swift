import LessonKit
import Testing

/// One way to spoil a figure that keeps the standard, and the item that must notice.
struct Spoiler: Sendable, CustomTestStringConvertible {
  let item: Int
  let model: Model
  let testDescription: String
  let spoil: @Sendable (inout Rubric) -> Void

  init(_ item: Int, _ description: String, of model: Model, _ spoil: @escaping @Sendable (inout Rubric) -> Void) {
    (self.item, self.model, testDescription, self.spoil) = (item, model, description, spoil)
  }

  /// A figure whose record is changed.
  static func record(
    _ item: Int, _ description: String, of model: Model = .map,
    _ change: @escaping @Sendable (inout FigureRecord) -> Void
  ) -> Spoiler { Spoiler(item, description, of: model) { change(&$0.record) } }

  /// A figure with other words or panels, under the same record.
  static func figure(
    _ item: Int, _ description: String, of model: Model = .map, _ change: @escaping @Sendable (inout Figure) -> Void
  ) -> Spoiler { Spoiler(item, description, of: model) { change(&$0.figure) } }

  /// A figure whose alternative text is another.
  static func alternative(_ description: String, _ text: String) -> Spoiler {
    Spoiler(33, description, of: .map) { $0.alternative = Phrase(same: text) }
  }

  static let all = texts + axes + marks + page
}
