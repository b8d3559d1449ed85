import PNGCodec

/// A golden star on a dark ground, as a PNG file in memory.
func drawStar() throws -> [UInt8] {
  var canvas = Canvas(width: 200, height: 200, background: Color(hex: 0x14171C))
  canvas.fill(.star(Point(100, 100), radius: 80), with: .hex(0xFFC400))
  return try PNG.encode(canvas.bitmap)
}
