import Foundation

/// A file of the reference folder, beside the tests.
enum ReferenceFile {
  /// Where a file of that name lies in the test bundle.
  static func url(_ name: String) -> URL {
    Bundle.module.resourceURL!.appendingPathComponent("Reference").appendingPathComponent(name)
  }

  /// Where a file of that name lies in the sources, for goldens that are written.
  static func source(_ name: String, here: String = #filePath) -> URL {
    URL(fileURLWithPath: here).deletingLastPathComponent().appendingPathComponent("Reference").appendingPathComponent(
      name)
  }

  /// A JSON file.
  static func read<Value: Decodable>(_ name: String, as type: Value.Type) -> Value {
    do { return try JSONDecoder().decode(type, from: Data(contentsOf: url(name))) } catch {
      fatalError("cannot read \(name): \(error)")
    }
  }
}
