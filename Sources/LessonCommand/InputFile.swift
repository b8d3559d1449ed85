import LessonKit

/// A file that the command reads.
enum InputFile {
  /// The bytes of a file, or of its beginning.
  ///
  /// - Parameters:
  ///   - example: What such a file is called, as in `FILE.png`.
  ///   - limit: How many bytes are read at most.
  /// - Throws: `MissingInput` where it is none, or cannot be read.
  static func bytes(of path: FilePath, example: String, upTo limit: Int = 1 << 28) throws -> [UInt8] {
    let ending = FilePath(example).name.drop { $0 != "." }
    switch path.kind {
    case .nothing:
      throw MissingInput("there is no file '\(path.text)'", zh: "没有文件“\(path.text)”", hints: [.example(example)])
    case .folder:
      throw MissingInput(
        "'\(path.text)' is a folder", zh: "“\(path.text)”是文件夹",
        hints: [Message("name its files: \(path.text)/*\(ending)", zh: "写出其中的文件：\(path.text)/*\(ending)")])
    case .other:
      throw MissingInput("'\(path.text)' is not a regular file", zh: "“\(path.text)”不是普通文件", hints: [.example(example)])
    case .file: break
    }
    let descriptor = open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    let bytes = descriptor < 0 ? nil : FileDescriptor.readAll(descriptor, upTo: limit)
    let code = errno
    if descriptor >= 0 { close(descriptor) }
    guard let bytes else {
      throw MissingInput("cannot read '\(path.text)': \(.system(code))", zh: "无法读取“\(path.text)”：\(.system(code))")
    }
    return bytes
  }

  /// All of a document; `-` is standard input.
  static func document(_ path: FilePath) throws -> [UInt8] {
    guard path.text == "-" else { return try bytes(of: path, example: "lesson fill notes.md") }
    guard let bytes = FileDescriptor.readAll(0, upTo: 1 << 28) else {
      throw MissingInput("cannot read standard input", zh: "无法读取标准输入")
    }
    return bytes
  }
}
