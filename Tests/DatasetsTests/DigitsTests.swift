import Datasets
import Foundation
import Tensors
import Testing

@Suite("The digits") struct DigitsTests {
  @Test("every pixel and label is the source's") func source() throws {
    let url = Bundle.module.url(forResource: "Reference/digits.csv", withExtension: "gz")!
    let table = try LabelledTable(path: url.path)
    #expect(table.labels == (0...9).map(String.init) && table.labelColumn == "65")
    let dataset = table.data
    #expect(Digits.all.targets == dataset.targets)
    #expect(Digits.all.inputs.shape == [1797, 64])
    #expect(Digits.all.inputs.elements == dataset.inputs.elements.map { $0 / 16 })
  }

  @Test("the first 1,437 are to train on, the last 360 to test on") func parts() {
    #expect(Digits.train.count == 1437)
    #expect(Digits.test.count == 360)
    #expect(Digits.train.classes + Digits.test.classes == Digits.all.classes)
    #expect(Digits.train.inputs.elements + Digits.test.inputs.elements == Digits.all.inputs.elements)
    #expect(Set(Digits.test.classes) == Set(0...9))
  }

  @Test("the first digit is a 0, and looks like one") func first() {
    let rows = (0..<8).map { row in (0..<8).map { Digits.all.inputs[0, row * 8 + $0] > 0.3 ? "#" : "." }.joined() }
    #expect(Digits.all.classes[0] == 0)
    #expect(rows == ["..###...", "..#####.", "..#..##.", "..#..##.", ".##..##.", "..#..##.", "..####..", "..###..."])
  }

  @Test("digits have the shape of images where a network wants it, and name their source") func images() {
    #expect(Digits.test.reshaped(examples: [1, 8, 8]).inputs.shape == [360, 1, 8, 8])
    #expect(Digits.credit.contains("Alpaydin") && Digits.credit.contains("CC BY 4.0"))
  }
}
