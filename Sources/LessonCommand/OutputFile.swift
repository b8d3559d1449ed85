import LessonKit
import PNGCodec

/// Writes whole files or none, and never over somebody else's.
///
/// The bytes go to temporary files in the same folder, which take their places when all are complete. Nothing is flushed
/// to the device: that would take longer than drawing, and after a power cut the command can be repeated.
struct OutputFile: Sendable {
  /// What a file is to those who find it; one replaces only its like.
  enum Kind: String, Sendable {
    case picture = "a picture", json = "JSON", csv = "a table", page = "a page of figures"
    case slides = "a document of slides", reference = "a reference deck", document = "a document"
  }
  /// What writing changed.
  enum Change: String { case wrote, updated, unchanged }

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
        "'\(path.text)' is a folder, and a file is to be written",
        hints: ["choose a file in it, or another name: \(kind.option)\(path.text)/FILE\(kind.ending)"])
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
        "'\(path.text)' exists and was not made by this program",
        hints: ["to replace it: --force", "to keep it: \(kind.otherName)"])
    }
    if found == kind { return }
    throw CannotCreate(
      "'\(path.text)' is \(found.rawValue), and would be replaced by \(kind.rawValue)",
      hints: ["to replace it: --force", "to keep it: \(kind.otherName)"])
  }

  private static func noFile(_ path: FilePath) -> CannotCreate {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    if readlink(path.text, &target, target.count - 1) > 0 && access(path.text, F_OK) != 0 {
      let end = String(decoding: target.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return CannotCreate(
        "'\(path.text)' is not a regular file: it is a link to '\(end)', where nothing is",
        hints: ["remove the link, or make what it leads to, or choose another name"])
    }
    return CannotCreate(
      "'\(path.text)' is not a regular file", hints: ["choose another name, or -o - to write to standard output"])
  }

  static func contents(of path: FilePath) throws(CannotCreate) -> [UInt8] {
    let descriptor = open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    let bytes = descriptor < 0 ? nil : FileDescriptor.readAll(descriptor, upTo: mostBytes)
    let code = errno
    if descriptor >= 0 { close(descriptor) }
    guard let bytes else {
      throw CannotCreate(
        "'\(path.text)' exists and cannot be read: \(String(cString: strerror(code)))",
        hints: ["only a file of this program is replaced", "to replace it: --force", "to keep it: choose another name"])
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

  /// How another file is chosen.
  fileprivate var otherName: String {
    switch self {
    case .picture: "-o with another name"
    case .json: "--json= with another name, or without --sidecar"
    case .csv: "--csv= with another name"
    case .page, .slides, .reference, .document: "-o with another folder"
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
