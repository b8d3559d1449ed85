import Tensors

/// 1,797 handwritten digits of 8×8 pixels, carried inside the package.
///
/// Source: E. Alpaydin and C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine Learning
/// Repository, 1998 (doi:10.24432/C50P49), licence CC BY 4.0; the test part, as scikit-learn ships it.
public enum Digits {
  /// Every digit: inputs 1797×64, pixels row by row from 0 (paper) to 1 (ink), and classes 0–9.
  public static let all = decode()

  /// The first 1,437.
  public static let train = all.rows(0..<trainCount)

  /// The last 360.
  public static let test = all.rows(trainCount..<all.count)

  /// Whom the data is owed to, for a caption.
  public static let credit = "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI 1998, CC BY 4.0"

  private static let trainCount = 1437
  private static let rowsOfImage = 8
  private static let charactersOfRow = 5

  private static func decode() -> Dataset {
    let lineLength = rowsOfImage * charactersOfRow + 2
    let count = (DigitsTable.lines.utf8CodeUnitCount + 1) / lineLength
    var (pixels, labels) = (Tensor.zeros([count, 64]), [Int](repeating: 0, count: count))
    DigitsTable.lines.withUTF8Buffer { text in
      pixels.withMutableElements { pixels in
        for image in 0..<count {
          var place = image * lineLength
          for row in 0..<rowsOfImage {
            var number = 0
            for _ in 0..<charactersOfRow {
              number = number * 85 + Int(text[place]) - 36
              place += 1
            }
            for column in stride(from: 7, through: 0, by: -1) {
              pixels[image * 64 + row * 8 + column] = Double(number % 17) / 16
              number /= 17
            }
          }
          labels[image] = Int(text[place]) - 48
        }
      }
    }
    return Dataset(inputs: pixels, classes: labels, of: 10)
  }
}
