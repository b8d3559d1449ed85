extension Character {
  /// The first code point.
  private var first: Unicode.Scalar { unicodeScalars[unicodeScalars.startIndex] }

  /// Whether it is a Chinese character (or kana, or hangul): a full square, without punctuation.
  var isIdeograph: Bool {
    switch first.value {
    case 0x2e80...0x2fdf, 0x3005...0x3007, 0x3021...0x3029, 0x3040...0x31ff: true
    case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xac00...0xd7af, 0xf900...0xfaff: true
    case 0x20000...0x3ffff: true
    default: false
    }
  }

  /// Whether it belongs to Chinese text alone: characters, and punctuation of full width.
  var isChinese: Bool {
    switch first.value {
    case 0x3000...0x303f, 0xfe30...0xfe4f, 0xff00...0xffef: true
    default: isIdeograph
    }
  }

  /// Whether it is punctuation that Chinese and Latin text share, drawn wide in the one and narrow
  /// in the other.
  var isSharedPunctuation: Bool { "“”‘’…—·".contains(self) }

  /// Whether space is due between it and a Chinese character: letters, digits and signs, not
  /// punctuation.
  var isLatinBeside: Bool {
    !isChinese && !isSharedPunctuation && (isLetter || isNumber || "+−-$@#&=<>≤≥≈∇∂%".contains(self))
  }

  /// Whether it is a sign whose square is empty on the right.
  var isWideClosing: Bool { "，。、；：）］｝”’》〉」』】〕".contains(self) }

  /// Whether it is a sign whose square is empty on the left.
  var isWideOpening: Bool { "（［｛“‘《〈「『【〔".contains(self) }

  /// Whether it may not begin a line.
  var isForbiddenAtStart: Bool { "，。、；：？！）］｝”’》〉」』】〕…—·～％‰℃°,.;:?!)]}%".contains(self) }

  /// Whether it may not end a line.
  var isForbiddenAtEnd: Bool { "（［｛“‘《〈「『【〔￥＄＃([{$#".contains(self) }
}
