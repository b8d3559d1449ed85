import PNGCodec
import Raster
import Typography

/// A picture that could not be written.
public struct FigureFileError: ReportedError, Sendable {
  /// Where it was to go.
  public let path: String
  /// The system's reason.
  public let reason: Message

  /// Path and reason.
  public var told: Message { Message("cannot write '\(path)': \(reason)", zh: "无法写入“\(path)”：\(reason)") }
}

extension Figure {
  /// The figure as a PNG file in memory, with its title and its size in print.
  ///
  /// - Parameters:
  ///   - format: Size, theme, language and what else is left to the reader.
  ///   - typesetter: What sets the type; nil for a new one with the fonts of the system. Many figures share one.
  /// - Throws: What ``draw(_:with:)`` throws, and `PNGError`.
  public func png(_ format: Format = Format(), with typesetter: Typesetter? = nil) throws -> [UInt8] {
    let drawing = try draw(format, with: try typesetter ?? Typesetter())
    let metadata = PNGMetadata(pixelsPerInch: format.pixels.dpi, title: drawing.record.title)
    return try PNG.encode(drawing.bitmap, metadata: metadata)
  }

  /// Draws the figure and writes it as a PNG file, over one that is there.
  ///
  /// - Throws: What ``png(_:with:)`` throws, and ``FigureFileError``; the older file is then as it was.
  public func write(to path: String, _ format: Format = Format(), with typesetter: Typesetter? = nil) throws {
    let bytes = try png(format, with: typesetter)
    let draft = "\(path).\(getpid()).part"
    // No file that is there is written over, under whatever name.
    guard let file = fopen(draft, "wbx") else { throw FigureFileError(path: path, reason: Self.reason) }
    let isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0, isWhole, rename(draft, path) == 0 else {
      let error = FigureFileError(path: path, reason: Self.reason)
      remove(draft)
      throw error
    }
  }

  private static var reason: Message { .system(errno) }
}
