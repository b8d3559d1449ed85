/// What a font is asked for by.
struct FontRequest: Hashable, Sendable {
  /// The exact name of the family.
  var family: String
  var bold = false
  var italic = false
}

/// Where a font is: a file, and which of the faces in it.
struct FontFile: Hashable, Sendable {
  var path: String
  /// Number of the face in the lower 16 bits; of a named instance of a variable font, from 1,
  /// above.
  var index = 0
}

/// A way to find fonts; nil means that exactly this one is not installed.
struct FontFinder: Sendable { var find: @Sendable (FontRequest) -> FontFile? }
