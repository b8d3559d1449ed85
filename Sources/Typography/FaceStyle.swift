/// Which face of a family: what of a style does not depend on its size.
struct FaceStyle: Hashable, Sendable {
  var bold = false
  var italic = false
  var tabular = false
}
