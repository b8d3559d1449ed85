import LessonKit
import PNGCodec

/// A picture of this program in a file, as its texts tell.
struct PictureFile: Sendable {
  let path: FilePath
  let metadata: PNGMetadata
  /// Of the bitmap.
  let width: Int
  let height: Int

  /// The command that draws it.
  var command: String { metadata.comment ?? "" }

  /// As much of a file as holds its texts.
  private static let headBytes = 1 << 16
  private static let signature: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]

  /// Reads what a file says of itself.
  ///
  /// - Throws: `MissingInput` where there is none, `UnusableInput` where this program did not draw it.
  init(_ path: FilePath) throws {
    let bytes = try InputFile.bytes(of: path, example: "lesson show output/vanishing.png", upTo: Self.headBytes)
    guard bytes.starts(with: Self.signature) else {
      throw UnusableInput(
        "'\(path.text)' is no PNG", zh: "“\(path.text)”不是 PNG",
        hints: [Message("name a picture that this program drew: FILE.png", zh: "请给出本程序画的图片：FILE.png")])
    }
    guard let metadata = try? PNG.metadata(of: bytes), OutputFile.Kind.isOurs(metadata), bytes.count >= 24 else {
      throw UnusableInput(
        "'\(path.text)' was not drawn by this program, or has lost the command that drew it",
        zh: "“\(path.text)”不是本程序画的，或已丢失画它的命令",
        hints: [
          Message("a picture that another program saved again often keeps its pixels alone", zh: "别的程序另存过的图片往往只剩下像素"),
          Message("draw it anew: lesson NAME -o \(path.name)", zh: "重新画：lesson NAME -o \(path.name)"),
        ])
    }
    (self.path, self.metadata) = (path, metadata)
    (width, height) = (Self.number(bytes[16..<20]), Self.number(bytes[20..<24]))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
