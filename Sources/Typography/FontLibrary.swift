import CFreeType

/// FreeType, started once for all faces of a typesetter.
final class FontLibrary {
  let handle: FT_Library

  init() throws {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else {
      throw TypesettingError("FreeType could not be started", zh: "FreeType 无法启动")
    }
    handle = library
  }

  deinit { FT_Done_FreeType(handle) }
}
