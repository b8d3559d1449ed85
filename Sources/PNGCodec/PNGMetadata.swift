/// What a PNG says about its picture: the size in print, and texts.
public struct PNGMetadata: Sendable, Hashable {
  /// Resolution; nil for none. Stored as whole pixels per metre: 144 is stored as 5669.
  public var pixelsPerInch: Double?
  /// The title.
  public var title: String?
  /// What a reader who cannot see the picture should know: the alternative text.
  public var description: String?
  /// The sentences that stand under the picture in a document.
  public var caption: String?
  /// What made the file.
  public var software: String?
  /// The command that draws the picture again.
  public var comment: String?

  /// Metadata from its parts, all optional.
  public init(
    pixelsPerInch: Double? = nil, title: String? = nil, description: String? = nil, caption: String? = nil,
    software: String? = nil, comment: String? = nil
  ) {
    (self.pixelsPerInch, self.title, self.description) = (pixelsPerInch, title, description)
    (self.caption, self.software, self.comment) = (caption, software, comment)
  }

  /// Keywords of the PNG specification, in the order in which they are written.
  static var keywords: [(keyword: String, text: WritableKeyPath<PNGMetadata, String?>)] {
    [
      ("Title", \.title), ("Description", \.description), ("Caption", \.caption), ("Software", \.software),
      ("Comment", \.comment),
    ]
  }

  private static let metresPerInch = 0.0254

  /// The resolution as the file holds it, 0 for none.
  var pixelsPerMetre: UInt32 {
    get throws(PNGError) {
      guard let pixelsPerInch else { return 0 }
      let value = (pixelsPerInch / Self.metresPerInch).rounded()
      guard value >= 1 && value <= 0x7fff_ffff else {
        throw PNGError("\(pixelsPerInch) pixels per inch cannot be stored in a PNG")
      }
      return UInt32(value)
    }
  }

  /// The resolution meant by a number of pixels per metre: a whole number of pixels per inch if one
  /// rounds to it.
  static func pixelsPerInch(pixelsPerMetre: UInt32) -> Double? {
    guard pixelsPerMetre > 0 else { return nil }
    let exact = Double(pixelsPerMetre) * metresPerInch
    let whole = exact.rounded()
    return (whole / metresPerInch).rounded() == Double(pixelsPerMetre) ? whole : exact
  }
}
