import LessonKit
import PNGCodec
import Plot

/// A figure that a marker asks for, and the file that holds it.
struct FillJob: Sendable {
  let request: Request
  let path: FilePath

  var drawing: DrawingJob { request.selection.jobs[0] }

  /// What the file says of the figure, if it holds this one; where not, why.
  func there(after inputs: Bool) -> Result<Snippet.Content, Stale> {
    if path.kind == .nothing { return .failure(.missing) }
    guard let file = try? PictureFile(path) else { return .failure(.foreign) }
    guard file.command == drawing.command else { return .failure(.other(file.command)) }
    guard let alt = file.metadata.description, let caption = file.metadata.caption,
      file.metadata.software == Plumbline.software, !inputs || !isOlderThanInput
    else { return .failure(.old) }
    let inches = Double(file.width) / request.picture.dpi
    return .success(
      Snippet.Content(path: path.text, pair: nil, alt: alt, caption: caption, inches: inches, pixels: file.width))
  }

  /// Why a file does not hold the figure.
  enum Stale: Error {
    case missing, foreign, old
    case other(String)
  }

  /// Whether a file that the experiment reads has changed since the picture was drawn.
  private var isOlderThanInput: Bool {
    request.recipe.declarations.contains { declaration in
      Switch(declaration).path != nil && !declaration.value.isEmpty
        && FilePath(declaration.value).changed > path.changed
    }
  }

  /// Every file once.
  static func unique(_ jobs: [FillJob]) -> [FillJob] {
    var taken: Set<String> = []
    return jobs.filter { taken.insert($0.path.text).inserted }
  }
}

extension FilePath {
  /// When the file was last written, in seconds; 0 where there is none.
  fileprivate var changed: Double {
    var info = stat()
    guard stat(text, &info) == 0 else { return 0 }
    #if canImport(Glibc)
      return Double(info.st_mtim.tv_sec) + Double(info.st_mtim.tv_nsec) * 1e-9
    #else
      return Double(info.st_mtimespec.tv_sec) + Double(info.st_mtimespec.tv_nsec) * 1e-9
    #endif
  }
}
