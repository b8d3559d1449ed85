extension String {
  /// The text with its blanks as Chinese has them: none between Chinese characters or beside full-width punctuation, one
  /// between a Chinese character and a letter or a digit. Texts without Chinese are as they were.
  var spacedAsChinese: String {
    // Most texts are as they should be: of them nothing new is made.
    guard utf8.contains(where: { $0 >= 0x80 }), needsSpacing, unicodeScalars.contains(where: \.isChinese) else {
      return self
    }
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

  /// Whether some blank is one too many or missing.
  private var needsSpacing: Bool {
    var (beforeLast, last): (Unicode.Scalar?, Unicode.Scalar?)
    for scalar in unicodeScalars {
      if let last {
        if last.wantsBlank(before: scalar) { return true }
        if last == " ", let beforeLast, beforeLast.dropsBlank(before: scalar) { return true }
      }
      (beforeLast, last) = (last, scalar)
    }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isChinese: Bool { 0x4E00 <= value && value <= 0x9FFF }

  private var isFullWidthMark: Bool {
    switch self {
    case "，", "。", "：", "；", "！", "？", "、", "（", "）", "《", "》", "“", "”": true
    default: false
    }
  }

  private var isLatin: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  /// Whether a single blank between two characters is one too many.
  fileprivate func dropsBlank(before next: Unicode.Scalar) -> Bool {
    (isChinese && next.isChinese) || (isFullWidthMark && next != " ") || next.isFullWidthMark
  }

  fileprivate func wantsBlank(before next: Unicode.Scalar) -> Bool {
    (isChinese && next.isLatin) || (isLatin && next.isChinese)
  }
}
