import CFreeType
import CHarfBuzz
import Raster

/// One font: which glyphs stand for a text, and their outlines, both in em.
final class Face {
  /// Lines of a face that a layout aligns to, in em.
  struct Metrics {
    var ascent: Double
    var descent: Double
    var capHeight: Double
    var xHeight: Double
  }

  /// A glyph in a set text, in em.
  struct Shaped {
    var glyph: UInt32
    var x: Double
    var y: Double
  }

  let metrics: Metrics
  private let library: FontLibrary
  private let handle: FT_Face
  private let shaper: OpaquePointer
  private let unitsPerEm: Double
  private let slope: Double
  private let language: hb_language_t?
  private var glyphs: [UInt32: Glyph] = [:]

  /// Opens a font; `slope` leans upright letters to the right, `language` is a BCP 47 tag.
  init(_ file: FontFile, slope: Double, language: String, library: FontLibrary) throws {
    var face: FT_Face?
    guard FT_New_Face(library.handle, file.path, FT_Long(file.index), &face) == 0, let face else {
      throw TypesettingError(
        "the font file \(file.path) cannot be read. Install its package again", zh: "字体文件 \(file.path) 无法读取。请重新安装它的软件包")
    }
    (self.library, handle, self.slope) = (library, face, slope)
    unitsPerEm = Double(max(face.pointee.units_per_EM, 1))
    self.language = hb_language_from_string(language, -1)
    let blob = hb_blob_create_from_file(file.path)
    let shape = hb_face_create(blob, UInt32(file.index & 0xffff))
    shaper = hb_font_create(shape)
    hb_face_destroy(shape)
    hb_blob_destroy(blob)
    let scale = Int32(face.pointee.units_per_EM)
    hb_font_set_scale(shaper, scale, scale)
    if file.index >> 16 > 0 { hb_font_set_var_named_instance(shaper, UInt32(file.index >> 16 - 1)) }
    metrics = Metrics(face, unitsPerEm: unitsPerEm)
  }

  deinit {
    hb_font_destroy(shaper)
    FT_Done_Face(handle)
  }

  /// Whether the font draws a character; marks and joiners that are not seen do not count.
  func has(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      FT_Get_Char_Index(handle, FT_ULong(scalar.value)) != 0 || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The glyphs for a text, kerned, and where the next text would start.
  ///
  /// Contextual alternates and ligatures are off: Inter would turn `->` into an arrow and the x of
  /// 3x4 into ×. From right to left they are on, as Arabic wants them; glyphs come from left to right.
  func shape(_ text: String, tabular: Bool, isRightToLeft: Bool = false) -> (glyphs: [Shaped], advance: Double) {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        hb_buffer_add_utf8(buffer, chars.baseAddress, Int32(chars.count), 0, Int32(chars.count))
      }
    }
    hb_buffer_set_language(buffer, language)
    hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_guess_segment_properties(buffer)
    let features = isRightToLeft ? [] : Self.features(tabular: tabular)
    hb_shape(shaper, buffer, features, UInt32(features.count))
    return read(buffer)
  }

  private func read(_ buffer: OpaquePointer?) -> (glyphs: [Shaped], advance: Double) {
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, &count)
    var shaped: [Shaped] = []
    var pen = 0.0
    for i in 0..<Int(count) {
      guard let info = infos?[i], let position = positions?[i] else { break }
      let x = pen + Double(position.x_offset)
      shaped.append(Shaped(glyph: info.codepoint, x: x / unitsPerEm, y: -Double(position.y_offset) / unitsPerEm))
      pen += Double(position.x_advance)
    }
    return (shaped, pen / unitsPerEm)
  }

  private static func features(tabular: Bool) -> [hb_feature_t] {
    let settings: [(String, UInt32)] = [("calt", 0), ("liga", 0), ("clig", 0), ("tnum", tabular ? 1 : 0)]
    return settings.map { name, value in
      let tag = name.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      return hb_feature_t(tag: tag, value: value, start: 0, end: .max)
    }
  }

  /// The shape of a glyph.
  func glyph(_ index: UInt32) -> Glyph {
    if let known = glyphs[index] { return known }
    let glyph = Glyph(index, of: handle, unitsPerEm: unitsPerEm, slope: slope)
    glyphs[index] = glyph
    return glyph
  }
}

extension Face.Metrics {
  fileprivate init(_ face: FT_Face, unitsPerEm: Double) {
    let record = face.pointee
    ascent = Double(record.ascender) / unitsPerEm
    descent = -Double(record.descender) / unitsPerEm
    (capHeight, xHeight) = (0.73, 0.55)
    guard let table = FT_Get_Sfnt_Table(face, FT_SFNT_OS2) else { return }
    let heights = table.assumingMemoryBound(to: TT_OS2.self).pointee
    guard heights.version >= 2 && heights.version != 0xffff else { return }
    if heights.sCapHeight > 0 { capHeight = Double(heights.sCapHeight) / unitsPerEm }
    if heights.sxHeight > 0 { xHeight = Double(heights.sxHeight) / unitsPerEm }
  }
}
