/// One entry of a tape; its buffers outlive the recording.
struct Node {
  /// How it was computed; nil for what was put on the tape.
  var operation: (any Operation)?
  /// Places on the tape of what it was computed from.
  var inputs: [Int] = []
  var shape: [Int] = []
  var count = 0
  /// Whether a gradient is wanted here, or further back.
  var needsGradient = false
  /// Whether the gradient buffer holds something.
  var hasGradient = false
  /// Whether the gradient stays after the backward pass has gone on.
  var keepsGradient = false
  var value = Buffer()
  var gradient = Buffer()
  var saved = Buffer()
  var tangent = Buffer()
  var gradientTangent = Buffer()

  /// Gives all memory back.
  mutating func free() {
    value.free()
    gradient.free()
    saved.free()
    tangent.free()
    gradientTangent.free()
  }
}
