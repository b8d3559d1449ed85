extension String {
  /// The text with its blanks as Chinese has them: none between Chinese characters or beside full-width punctuation, one
  /// between a Chinese character and a letter or a digit. Texts without Chinese are as they were.
  var spacedAsChinese: String {
    guard unicodeScalars.contains(where: \.isChinese) else { return self }
    let old = Array(unicodeScalars)
    var new = String.UnicodeScalarView()
    for (index, scalar) in old.enumerated() {
      let next = index + 1 < old.count ? old[index + 1] : nil
      if scalar == " ", let last = new.last, let next, last.dropsBlank(before: next) { continue }
      if let last = new.last, last.wantsBlank(before: scalar) { new.append(" ") }
      new.append(scalar)
    }
    return String(new)
  }
}

extension Unicode.Scalar {
  fileprivate var isChinese: Bool { (0x4E00...0x9FFF).contains(value) }

  private var isFullWidthMark: Bool { "，。：；！？、（）《》“”".unicodeScalars.contains(self) }

  private var isLatin: Bool { isASCII && (properties.isAlphabetic || ("0"..."9").contains(self)) }

  /// Whether a single blank between two characters is one too many.
  fileprivate func dropsBlank(before next: Unicode.Scalar) -> Bool {
    (isChinese && next.isChinese) || (isFullWidthMark && next != " ") || next.isFullWidthMark
  }

  fileprivate func wantsBlank(before next: Unicode.Scalar) -> Bool {
    (isChinese && next.isLatin) || (isLatin && next.isChinese)
  }
}
