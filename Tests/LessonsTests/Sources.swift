import Foundation

/// The lessons' sources, as text.
enum Sources {
  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File: Sendable {
    /// The path from `Lessons/` on.
    let path: String
    let text: String
    var parts: [String] { path.split(separator: "/").map(String.init) }
    var name: String { parts.last ?? "" }
  }

  /// Folders that `Package.swift` leaves out.
  static let excluded: [String] = {
    let package = (try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)) ?? ""
    guard let list = package.firstMatch(of: /let unconverted(?:: \[String\])? = \[([^\]]*)\]/) else { return [] }
    return list.1.matches(of: /"([^"]+)"/).map { String($0.1) }
  }()

  /// All Swift files of the lessons that are built.
  static let lessons: [File] = {
    let folder = root.appending(path: "Lessons")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      if excluded.contains(where: { path.hasPrefix($0 + "/") }) { return nil }
      let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return text.map { File(path: path, text: $0) }
    }
  }()
}
