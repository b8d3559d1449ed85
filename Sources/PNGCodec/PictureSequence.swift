import Raster

/// Pictures of one size that build up to the last of them, as files of their own or as one that moves.
public struct PictureSequence: Sendable {
  /// The pictures, all in the colours in which the last is stored: what is alike in two of them stays alike.
  public let bitmaps: [Bitmap]

  /// Pictures of one size; where the file of the last would be larger than `limit` bytes they share 256 colours, as
  /// ``PNG/encode(_:metadata:limit:)`` gives that one alone.
  ///
  /// - Parameters:
  ///   - bitmaps: At least one; the last is the whole.
  ///   - metadata: What the file of the last alone says about it.
  ///   - limit: Bytes up to which that file keeps all its colours.
  public init(_ bitmaps: [Bitmap], metadata: PNGMetadata, limit: Int) throws(PNGError) {
    require(
      !bitmaps.isEmpty && bitmaps.allSatisfy { $0.width == bitmaps[0].width && $0.height == bitmaps[0].height },
      "a sequence of \(bitmaps.count) pictures of several sizes")
    let reduction = try PNG.leanest(bitmaps[bitmaps.count - 1], metadata, limit: limit).reduction
    self.bitmaps = reduction.map { reduction in bitmaps.map { reduction.painted($0) } } ?? bitmaps
  }

  /// The file of one picture.
  public func png(_ place: Int, metadata: PNGMetadata) throws(PNGError) -> [UInt8] {
    try PNG.encode(bitmaps[place], metadata: metadata)
  }

  /// One animated file that shows each picture for some seconds, again and again; a reader that knows no animation shows the
  /// last.
  ///
  /// The pixels of the still stand in IDAT and are no part of the animation; of every frame but the first only the rectangle
  /// that changes is stored. Source: *Portable Network Graphics*, W3C, third edition, sections 4.9 and 11.3.4.
  public func animation(seconds: [Double], metadata: PNGMetadata) throws(PNGError) -> [UInt8] {
    require(seconds.count == bitmaps.count, "\(seconds.count) times for \(bitmaps.count) frames")
    let whole = PixelRectangle(x: 0, y: 0, width: bitmaps[0].width, height: bitmaps[0].height)
    let places = [whole] + zip(bitmaps, bitmaps.dropFirst()).map { PixelRectangle(changedFrom: $0, to: $1) }
    let layout = PixelLayout([bitmaps[bitmaps.count - 1]] + zip(bitmaps, places).map { $0.cropped(to: $1) })
    var chunks: [PNGChunk] = []
    var number: UInt32 = 0
    for (index, place) in places.enumerated() {
      chunks.append(.frameControl(number, place, seconds: seconds[index]))
      chunks.append(.frameData(number + 1, try ZlibStream.packed(layout.scanlines(index + 1))))
      number += 2
    }
    let still = try PNG.file(layout, metadata)
    return PNGChunk.inserted([.animationControl(frames: places.count)], behindPixels: chunks, into: still)
  }
}
