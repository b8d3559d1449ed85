import Raster

extension Ground {
  /// The colour of a text's halo, nil where it needs none: on an even ground on which it can be read.
  ///
  /// `own` is what the text is known to stand on, if it is; where the ground is none to read on, the page is.
  func halo(of text: Color, on own: Color?, page: Color) -> Color? {
    let readable = color.flatMap { text.contrast(with: $0) >= LookCheck.textContrast ? $0 : nil }
    return isEven && readable != nil ? nil : own ?? readable ?? page
  }
}
