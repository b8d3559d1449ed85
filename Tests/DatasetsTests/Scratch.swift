import CZlib
import Foundation

/// A directory for one test's files, gone with it.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "datasets-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file as it is; its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// Writes a file packed by gzip; its path.
  func pack(_ bytes: [UInt8], to name: String) throws -> String {
    let file = "\(path)/\(name)"
    let handle = gzopen(file, "wb")
    _ = gzwrite(handle, bytes, UInt32(bytes.count))
    gzclose(handle)
    return file
  }
}

/// A file in the IDX format, of bytes.
func idx(_ shape: [Int], _ elements: [UInt8], type: UInt8 = 8) -> [UInt8] {
  let lengths = shape.flatMap { length in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } }
  return [0, 0, type, UInt8(shape.count)] + lengths + elements
}
