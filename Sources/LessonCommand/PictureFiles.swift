import LessonKit
import PNGCodec
import Plot
import Typography

extension Rendering {
  /// A frame of a figure that builds up.
  struct Frame: Sendable {
    /// The PNG file.
    let png: [UInt8]
    /// The title as drawn: the question, in the last the headline.
    let title: String
    /// Caption and alternative text.
    let caption: Caption
  }
}

extension DrawingJob {
  /// What is asked for, drawn: the whole figure or one of its frames, and where it builds up all of them.
  func drawn(_ figure: Figure, with typesetter: Typesetter) throws -> (Drawing, Caption, FrameSequence?) {
    if picture.buildUp == .whole {
      let drawing = try figure.draw(picture.format, with: typesetter)
      return (drawing, Caption(figure, drawn: drawing.record), nil)
    }
    let sequence = try figure.frames(picture.format, with: typesetter)
    guard case .frame(let number) = picture.buildUp else {
      return (sequence.whole, Caption(figure, drawn: sequence.whole.record), sequence)
    }
    guard number <= sequence.count else {
      throw UsageError(
        "--frames=\(number): the figure '\(self.figure.name)' has \(sequence.count) frames",
        zh: "--frames=\(number)：图“\(self.figure.name)”有 \(sequence.count) 帧",
        hints: [
          Message(
            "the last of them, which is the whole: --frames=\(sequence.count)",
            zh: "最后一帧即完整的图：--frames=\(sequence.count)")
        ])
    }
    return (sequence.drawing(number - 1), Caption(figure, frame: number - 1, of: sequence), sequence)
  }
}

/// Makes PNG files of what was drawn.
struct PictureFiles {
  private let job: DrawingJob
  private let figure: Figure
  private var language: Language { job.picture.format.language }

  init(_ job: DrawingJob, _ figure: Figure) { (self.job, self.figure) = (job, figure) }

  /// The file of what was drawn, and of each frame where these are wanted.
  func files(_ drawing: Drawing, _ caption: Caption, _ sequence: FrameSequence?) throws -> ([UInt8], [Rendering.Frame])
  {
    let own = metadata(drawing.record.title, caption, job.picture)
    let limit = Self.largestFile(drawing.bitmap.width * drawing.bitmap.height)
    guard let sequence else { return (try PNG.encode(drawing.bitmap, metadata: own, limit: limit), []) }
    let drawings = (0..<sequence.count).map { sequence.drawing($0) }
    // All frames have the colours of the figure alone.
    let alone = metadata(sequence.whole.record.title, Caption(figure, drawn: sequence.whole.record), .whole)
    let pictures = try PictureSequence(drawings.map(\.bitmap), metadata: alone, limit: limit)
    switch job.picture.buildUp {
    case .frame(let number): return (try pictures.png(number - 1, metadata: own), [])
    case .animation:
      let seconds = drawings.indices.map { BuildUp.seconds($0, of: drawings.count) }
      return (try pictures.animation(seconds: seconds, metadata: own), [])
    case .whole, .frames:
      let frames = try drawings.enumerated().map { index, drawing in
        let caption = Caption(figure, frame: index, of: sequence)
        let metadata = metadata(drawing.record.title, caption, .frame(index + 1))
        return Rendering.Frame(
          png: try pictures.png(index, metadata: metadata), title: drawing.record.title, caption: caption)
      }
      return (frames[frames.count - 1].png, frames)
    }
  }

  private func metadata(_ title: String, _ caption: Caption, _ buildUp: BuildUp) -> PNGMetadata {
    metadata(title, caption, job.picture.showing(buildUp))
  }

  /// What a file says of itself; the title is the figure's own where the picture has none.
  private func metadata(_ title: String, _ caption: Caption, _ picture: Picture) -> PNGMetadata {
    PNGMetadata(
      pixelsPerInch: picture.dpi, title: title.isEmpty ? figure.title.plain[language] : title,
      description: caption.alternative[language], caption: caption.text[language], software: Plumbline.software,
      comment: DrawingJob(job.recipe, job.figure, picture).command)
  }

  /// Bytes up to which a file keeps all its colours: 400 KiB, in proportion more where it has more pixels than a slide.
  private static func largestFile(_ pixels: Int) -> Int {
    let slide = Preset.slide.width * Preset.slide.height
    return 400 * 1024 * max(pixels, slide) / slide
  }
}
