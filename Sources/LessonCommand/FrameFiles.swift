import LessonKit

extension Rendering {
  /// A picture and the file that it goes to.
  struct PlacedPicture: Sendable {
    let file: FilePath
    let png: [UInt8]
    /// What stands above it.
    let title: String
    /// What a snippet says of it.
    let content: Snippet.Content
    /// Pixels, resolution and size of the file, in a few words.
    let facts: String
  }

  /// The picture for a file, or the frames for numbered ones beside it.
  func pictures(at file: FilePath) -> [PlacedPicture] {
    guard !frames.isEmpty else {
      return [PlacedPicture(file: file, png: png, title: record.title, content: content(at: file), facts: facts)]
    }
    return zip(frames, framePaths(file.text)).map { frame, file in
      var content = content(at: file)
      (content.alt, content.caption) = (frame.caption.alternative[language], frame.caption.text[language])
      // Before the whole is shown, the lecturer asks.
      if frame.title != record.title { content.talk = figure.ask.plain[language] }
      return PlacedPicture(
        file: file, png: frame.png, title: frame.title, content: content, facts: facts(of: frame.png))
    }
  }

  /// The files of the frames beside a path, in order; none where the figure is one file.
  func framePaths(_ path: String?) -> [FilePath] {
    guard let path = path.map({ FilePath($0) }) else { return [] }
    return frames.indices.map { Self.framePath(path, $0 + 1) }
  }

  /// The file of a frame, from 1, beside a path.
  static func framePath(_ path: FilePath, _ number: Int) -> FilePath {
    FilePath("\(path.stem)-\(BuildUp.filePart(number)).png")
  }

  /// What the user should know of the frames beside a path.
  func frameNotes(_ path: String?) -> [Message] {
    guard frames.count > 0, let path = path.map({ FilePath($0) }) else { return [] }
    var notes: [Message] = []
    if frames.count == 2 {
      notes.append(
        Message(
          "the figure '\(name)' shows one thing: the question, then the whole", zh: "图“\(name)”只有一项内容：先是问题，然后是完整的图"))
    }
    let next = Self.framePath(path, frames.count + 1)
    if next.kind != .nothing {
      notes.append(
        Message(
          "\(next.text) is of another sequence: this one has \(frames.count) frames",
          zh: "\(next.text) 属于另一个序列：这个序列有 \(frames.count) 帧"))
    }
    return notes
  }
}
