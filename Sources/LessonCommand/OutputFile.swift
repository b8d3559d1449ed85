import LessonKit
import PNGCodec

/// Writes whole files or none, and never over somebody else's.
///
/// The bytes go to temporary files in the same folder, which take their places when all are complete. Nothing is flushed
/// to the device: that would take longer than drawing, and after a power cut the command can be repeated.
struct OutputFile: Sendable {
  /// What a file is to those who find it; one replaces only its like.
  enum Kind: Sendable { case picture, json, csv, page, slides, reference, document }
  /// What writing changed.
  enum Change {
    case wrote, updated, unchanged

    /// The same in words, of a file or of what else has a name.
    func told(of path: FilePath) -> Message { told(of: Message(same: path.text)) }

    /// The same in words.
    func told(of name: Message) -> Message {
      switch self {
      case .wrote: Message("wrote \(name)", zh: "已写入 \(name)")
      case .updated: Message("updated \(name)", zh: "已更新 \(name)")
      case .unchanged: Message("unchanged \(name)", zh: "没有变化 \(name)")
      }
    }
  }

  let path: FilePath
  let kind: Kind
  let bytes: [UInt8]
  /// The bytes of somebody's document that these take the place of; with any others there it stays as it is.
  let replaced: [UInt8]?

  init(path: FilePath, kind: Kind, bytes: [UInt8], replacing replaced: [UInt8]? = nil) {
    (self.path, self.kind, self.bytes, self.replaced) = (path, kind, bytes, replaced)
  }

  /// A file of JSON.
  init(path: FilePath, kind: Kind, _ json: JSON) { self.init(path: path, kind: kind, bytes: Array(json.pretty.utf8)) }

  /// The most that is read of a file that exists.
  private static let mostBytes = 1 << 28

  /// Throws if a path cannot be written: before anything is computed.
  static func check(_ path: FilePath, as kind: Kind, force: Bool) throws(CannotCreate) {
    try path.checkFolder()
    switch path.kind {
    case .nothing: return
    case .folder:
      throw CannotCreate(
        "'\(path.text)' is a folder, and a file is to be written", zh: "“\(path.text)”是文件夹，而要写的是文件",
        hints: [
          Message(
            "choose a file in it, or another name: \(kind.option)\(path.text)/FILE\(kind.ending)",
            zh: "在其中选一个文件，或换一个名称：\(kind.option)\(path.text)/FILE\(kind.ending)")
        ])
    case .other: throw noFile(path)
    case .file: if !force { try refuse(path, unlessOurs: kind, try contents(of: path)) }
    }
  }

  /// Writes files, all or none; those that have the same bytes stay as they are.
  static func write(_ files: [OutputFile], force: Bool) throws(CannotCreate) -> [Change] {
    var staged: [(change: Change, file: StagedFile?)] = []
    defer { Temporaries.remove(staged.compactMap { $0.file?.temporary }) }
    for file in files {
      try check(file.path, as: file.kind, force: force || file.replaced != nil)
      let isThere = file.path.kind == .file
      if isThere, try holds(contents(of: file.path), file.bytes) {
        staged.append((.unchanged, nil))
      } else {
        try file.path.makeFolder()
        staged.append((isThere ? .updated : .wrote, try StagedFile(file, replaces: isThere, force: force)))
        try staged[staged.count - 1].file?.fill()
      }
    }
    try Temporaries.undisturbed { () throws(CannotCreate) in try StagedFile.place(staged.compactMap(\.file)) }
    return staged.map(\.change)
  }

  /// Whether bytes are the same; the operator of arrays compares them one by one.
  static func holds(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.count == b.count && memcmp(a, b, a.count) == 0 }

  /// Throws if a file is not ours, or another kind of ours.
  static func refuse(_ path: FilePath, unlessOurs kind: Kind, _ bytes: [UInt8]) throws(CannotCreate) {
    guard let found = Kind(of: bytes) else {
      throw CannotCreate(
        "'\(path.text)' exists and was not made by this program", zh: "“\(path.text)”已存在，且不是本程序生成的", hints: kind.ways)
    }
    if found == kind {
      guard kind == .slides, !Slides.isAsWritten(bytes) else { return }
      throw CannotCreate(
        "'\(path.text)' was edited since 'lesson deck' wrote it", zh: "“\(path.text)”在 lesson deck 写出之后被编辑过",
        hints: kind.ways)
    }
    throw CannotCreate(
      "'\(path.text)' is \(found.name), and would be replaced by \(kind.name)",
      zh: "“\(path.text)”是\(found.name)，将被\(kind.name)取代", hints: kind.ways)
  }

  private static func noFile(_ path: FilePath) -> CannotCreate {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    if readlink(path.text, &target, target.count - 1) > 0 && access(path.text, F_OK) != 0 {
      let end = String(decoding: target.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return CannotCreate(
        "'\(path.text)' is not a regular file: it is a link to '\(end)', where nothing is",
        zh: "“\(path.text)”不是普通文件：它是指向“\(end)”的链接，而那里什么都没有",
        hints: [
          Message("remove the link, or make what it leads to, or choose another name", zh: "删除链接，或建立它所指的文件，或换一个名称")
        ])
    }
    return CannotCreate(
      "'\(path.text)' is not a regular file", zh: "“\(path.text)”不是普通文件",
      hints: [Message("choose another name, or -o - to write to standard output", zh: "换一个名称，或用 -o - 写到标准输出")])
  }

  static func contents(of path: FilePath) throws(CannotCreate) -> [UInt8] {
    let descriptor = open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    let bytes = descriptor < 0 ? nil : FileDescriptor.readAll(descriptor, upTo: mostBytes)
    let code = errno
    if descriptor >= 0 { close(descriptor) }
    guard let bytes else {
      throw CannotCreate(
        "'\(path.text)' exists and cannot be read: \(.system(code))", zh: "“\(path.text)”已存在，但无法读取：\(.system(code))",
        hints: [
          Message("only a file of this program is replaced", zh: "只有本程序的文件才会被取代"), OutputFile.Kind.replacing,
          Message("to keep it: choose another name", zh: "保留它：换一个名称"),
        ])
    }
    return bytes
  }
}

extension OutputFile.Kind {
  /// What one types before the name of such a file, and how the name ends.
  fileprivate var option: String { self == .json ? "--json=" : self == .csv ? "--csv=" : "-o " }
  fileprivate var ending: String {
    switch self {
    case .picture: ".png"
    case .json: ".json"
    case .csv: ".csv"
    case .reference: ".pptx"
    case .page: ".html"
    case .slides, .document: ".md"
    }
  }

  /// What such a file is to those who find it.
  fileprivate var name: Message {
    switch self {
    case .picture: Message("a picture", zh: "图片")
    case .json: Message("JSON", zh: " JSON ")
    case .csv: Message("a table", zh: "表格")
    case .page: Message("a page of figures", zh: "图示页面")
    case .slides: Message("a document of slides", zh: "幻灯片文档")
    case .reference: Message("a reference deck", zh: "幻灯片模板")
    case .document: Message("a document", zh: "文档")
    }
  }

  fileprivate static let replacing = Message("to replace it: --force", zh: "取代它：--force")

  /// What one can do about a file that is there.
  fileprivate var ways: [Message] { [Self.replacing, Message("to keep it: \(otherName)", zh: "保留它：\(otherName)")] }

  /// How another file is chosen.
  private var otherName: Message {
    switch self {
    case .picture: Message("-o with another name", zh: "-o 换一个名称")
    case .json: Message("--json= with another name, or without --sidecar", zh: "--json= 换一个名称，或不用 --sidecar")
    case .csv: Message("--csv= with another name", zh: "--csv= 换一个名称")
    case .page, .slides, .reference, .document: Message("-o with another folder", zh: "-o 换一个文件夹")
    }
  }

  /// What the bytes of a file say that this program wrote; nil if they do not.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: "\(Self.pageMark): lesson ".utf8) {
      self = .page
    } else if bytes.starts(with: "---\n\(Self.slidesMark): lesson ".utf8) {
      self = .slides
    } else if ["{\"schema\": \"plumbline/", "{\n  \"schema\": \"plumbline/"].contains(where: { start in
      bytes.starts(with: start.utf8) && bytes.dropFirst(start.utf8.count).first.map { (48...57).contains($0) } ?? false
    }) {
      self = .json
    } else if let metadata = try? PNG.metadata(of: bytes), Self.isOurs(metadata) {
      self = .picture
    } else if bytes.starts(with: [0x50, 0x4B, 3, 4]),
      bytes.suffix(ReferenceDeck.mark.utf8.count).elementsEqual(ReferenceDeck.mark.utf8)
    {
      self = .reference
    } else if SeriesTable.isOurs(bytes) {
      self = .csv
    } else {
      return nil
    }
  }

  /// Whether a PNG's texts say that this program drew it, and with which command.
  static func isOurs(_ metadata: PNGMetadata) -> Bool {
    isSoftware(metadata.software ?? "") && metadata.comment?.hasPrefix("lesson ") ?? false
  }

  /// Whether a PNG's text names this program, in this version or another.
  private static func isSoftware(_ text: String) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let name = Plumbline.software.prefix { $0 != " " }
    guard words.count == 2, words[0] == name else { return false }
    return words[1].utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") } && !words[1].isEmpty
  }

  /// How every page of figures begins.
  static let pageMark = "<!DOCTYPE html>\n<!-- drawn by Plumbline"
  /// What stands in the second line of a document of slides, behind three dashes.
  static let slidesMark = "# drawn by Plumbline"
}
