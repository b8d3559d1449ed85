@testable import Typography

/// The fonts installed, without some families.
func typesetter(without families: String...) throws -> Typesetter {
  try Typesetter(
    FontFinder { request in families.contains(request.family) ? nil : FontFinder.fontconfig.find(request) })
}

/// The box of a markup in em, to look at glyphs one by one.
func box(_ markup: String, bold: Bool = false, italic: Bool = false) throws -> Box {
  let composer = try Composer(.fontconfig)
  let style = FaceStyle(bold: bold, italic: italic)
  return try composer.line(Composer.Key(markup: markup, style: style)).box
}

/// One em is a hundred pixels: a length is in percent of the size.
let hundred = TextStyle(size: 100)
