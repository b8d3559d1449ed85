import CPNGBridge

/// The texts of a file's metadata, in C's form.
struct TextChunks {
  private var storage: [(keyword: [CChar], value: [CChar])] = []

  /// The texts that are there. One with a zero byte in it cannot be stored.
  init(_ metadata: PNGMetadata) throws(PNGError) {
    for (keyword, path) in PNGMetadata.keywords {
      guard let text = metadata[keyPath: path] else { continue }
      guard !text.utf8.contains(0) else { throw PNGError("the \(keyword) of a PNG cannot hold a zero byte") }
      storage.append((Array(keyword.utf8CString), Array(text.utf8CString)))
    }
  }

  /// Lends the texts to a C function.
  func withChunks<Value>(_ body: (UnsafeBufferPointer<plumbline_png_text>) -> Value) -> Value {
    let chunks = storage.map { entry in
      var chunk = plumbline_png_text()
      chunk.keyword = copied(entry.keyword)
      chunk.value = copied(entry.value)
      return chunk
    }
    defer {
      for chunk in chunks {
        chunk.keyword.deallocate()
        chunk.value.deallocate()
      }
    }
    return chunks.withUnsafeBufferPointer(body)
  }

  private func copied(_ text: [CChar]) -> UnsafeMutablePointer<CChar> {
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count)
    copy.initialize(from: text, count: text.count)
    return copy
  }
}

extension PNGMetadata {
  /// What was read from a file; of a text that stands there twice, the first.
  init(_ result: plumbline_png_result) {
    self.init(pixelsPerInch: Self.pixelsPerInch(pixelsPerMetre: result.pixels_per_metre))
    for chunk in UnsafeBufferPointer(start: result.texts, count: Int(result.text_count)) {
      let name = String(cString: chunk.keyword)
      let paths = Self.keywords.filter { $0.keyword == name }.map(\.text)
      guard let path = paths.first, self[keyPath: path] == nil else { continue }
      self[keyPath: path] = chunk.latin1 != 0 ? Self.latin1(chunk.value) : String(cString: chunk.value)
    }
  }

  private static func latin1(_ text: UnsafePointer<CChar>) -> String {
    var scalars = String.UnicodeScalarView()
    var next = text
    while next.pointee != 0 {
      scalars.append(Unicode.Scalar(UInt8(bitPattern: next.pointee)))
      next += 1
    }
    return String(scalars)
  }
}
