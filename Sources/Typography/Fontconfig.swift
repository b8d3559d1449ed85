import CFontconfig

extension FontFinder {
  /// Looks fonts up with fontconfig. Lists what is installed, so a substitute is never taken for
  /// the family asked for.
  static let fontconfig = FontFinder { request in
    guard FcInit() != 0, let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FAMILY, request.family)
    FcPatternAddInteger(pattern, FC_WEIGHT, request.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    FcPatternAddInteger(pattern, FC_SLANT, request.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN)
    FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL)
    FcPatternAddBool(pattern, FC_VARIABLE, 0)

    guard let fields = FcObjectSetCreate() else { return nil }
    defer { FcObjectSetDestroy(fields) }
    for field in [FC_FILE, FC_INDEX] { FcObjectSetAdd(fields, field) }
    guard let found = FcFontList(nil, pattern, fields) else { return nil }
    defer { FcFontSetDestroy(found) }
    let fonts = UnsafeBufferPointer(start: found.pointee.fonts, count: Int(found.pointee.nfont))
    return fonts.compactMap { $0.flatMap(FontFile.init) }.min { ($0.path, $0.index) < ($1.path, $1.index) }
  }
}

extension FontFile {
  /// What fontconfig says of a font.
  fileprivate init?(_ pattern: OpaquePointer) {
    var path: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path else { return nil }
    var index: Int32 = 0
    _ = FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    self.init(path: String(cString: path), index: Int(index))
  }
}
