import Foundation
import PNGCodec
import Raster
import Testing

/// Compares a bitmap with the picture of its name among the references.
///
/// A missing picture is written and fails; a mismatch writes what was drawn and where it differs to a temporary folder.
func expectGolden(_ bitmap: Bitmap, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = "\(name).png"
  guard let bytes = try? Data(contentsOf: ReferenceFile.url(file)) else {
    try Data(PNG.encode(bitmap)).write(to: ReferenceFile.source(file))
    Issue.record("there was no \(file): it is written now; look at it", sourceLocation: sourceLocation)
    return
  }
  let golden = try PNG.decode(Array(bytes)).bitmap
  guard golden.width == bitmap.width, golden.height == bitmap.height else {
    Issue.record(
      "\(file) has \(golden.width)×\(golden.height) pixels, not \(bitmap.width)×\(bitmap.height)",
      sourceLocation: sourceLocation)
    return
  }
  let difference = Difference(bitmap, golden)
  guard difference.mean > 0.5 || difference.worstBlock > 12 else { return }
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plumbline-goldens")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let parts = [("actual", bitmap), ("expected", golden), ("difference", difference.picture)]
  for (part, picture) in parts {
    let target = folder.appendingPathComponent("\(name)-\(part).png")
    try Data(PNG.encode(picture)).write(to: target)
  }
  Issue.record(
    """
    \(file) differs in \(difference.count) pixels, by \(difference.mean) in the mean and \(difference.worstBlock) in \
    the worst block of 8×8; see \(folder.path)
    """, sourceLocation: sourceLocation)
}

/// How two bitmaps of one size differ, in 255ths of red, green, blue and alpha.
struct Difference {
  var count = 0
  var mean = 0.0
  var worstBlock = 0.0
  var picture: Bitmap

  init(_ a: Bitmap, _ b: Bitmap) {
    picture = Bitmap(width: a.width, height: a.height, fill: .black)
    let columns = (a.width + 7) / 8
    var sums = [Double](repeating: 0, count: columns * ((a.height + 7) / 8))
    var sizes = sums
    for y in 0..<a.height {
      for x in 0..<a.width {
        let at = 4 * (y * a.width + x)
        let gaps = (0..<4).map { abs(Int(a.pixels[at + $0]) - Int(b.pixels[at + $0])) }
        let gap = Double(gaps.reduce(0, +)) / 4
        if gap > 0 { count += 1 }
        let block = y / 8 * columns + x / 8
        sums[block] += gap
        sizes[block] += 1
        for k in 0..<3 { picture.pixels[at + k] = UInt8(min(255, 8 * gaps[k] + 2 * gaps[3])) }
      }
    }
    mean = sums.reduce(0, +) / Double(a.width * a.height)
    worstBlock = zip(sums, sizes).map { $0 / $1 }.max() ?? 0
  }
}
