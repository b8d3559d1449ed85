import ChineseTesting
import Datasets
import Foundation
import Tensors
import Testing

@Suite("An IDX file") struct IDXTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("shape and elements are read, packed or not") func good() throws {
    let bytes = idx([2, 1, 3], [1, 2, 3, 4, 5, 255])
    for path in [try scratch.write(bytes, to: "a"), try scratch.pack(bytes, to: "b")] {
      let array = try IDXArray(path: path)
      #expect(array.shape == [2, 1, 3])
      #expect(array.elements == [1, 2, 3, 4, 5, 255])
    }
    #expect(try IDXArray(path: try scratch.write(idx([0, 4], []), to: "c")).elements == [])
  }

  @Test(
    "a bad file is refused with its byte and what is wrong",
    arguments: [
      ([], ", byte 0: no IDX file: it ends before the 4 bytes that it starts with"),
      ([0, 0, 8], ", byte 3: no IDX file: it ends before the 4 bytes that it starts with"),
      ([0x89, 0x50, 0x4E, 0x07, 1], ", byte 0: no IDX file: it starts with 89 50 4e 07, not with 00 00 08"),
      (idx([1], [0, 0, 0, 0], type: 13), ", byte 2: elements of type 0xd; only bytes, type 0x8, are read"),
      ([0, 0, 8, 0], ", byte 3: an array without dimensions"),
      ([0, 0, 8, 2, 0, 0, 0, 1], ", byte 8: is cut off: the lengths of 2 dimensions end here"),
      (idx([2, 3], [1, 2, 3, 4, 5]), ", byte 17: is cut off: 2×3 needs 6 bytes after the header, here are 5"),
      (
        idx([2, 2], [1, 2, 3, 4, 5]), ", byte 16: has bytes left over: 2×2 needs 4 bytes after the header, here are 5"
      ), (idx([4_000_000_000, 4_000_000_000, 4], []), ", byte 4: 4000000000×4000000000×4 elements are too many"),
      (idx([0, 4_000_000_000, 4_000_000_000], []), ", byte 4: 0×4000000000×4000000000 elements are too many"),
      (idx([7, 0, 4_000_000_000], []), ", byte 4: 7×0×4000000000 elements are too many"),
    ] as [([UInt8], String)]) func bad(bytes: [UInt8], message: String) throws
  {
    let path = try scratch.write(bytes, to: "bad")
    let error = #expect(throws: DataError.self) { try IDXArray(path: path) }
    #expect(error?.description == path + message && error?.isInChinese == true)
  }

  @Test("a packed file that is cut off or damaged is refused") func damaged() throws {
    let noise = (0..<5000).map { UInt8(truncatingIfNeeded: $0 * $0 * 31 >> 3) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: try scratch.pack(idx([5000], noise), to: "whole")))
    let cut = try scratch.write(Array(whole.prefix(whole.count / 2)), to: "cut")
    let error = #expect(throws: DataError.self) { try IDXArray(path: cut) }
    #expect(error?.reason.english == "the packed data cannot be unpacked: unexpected end of file")
    var bytes = Array(whole)
    bytes[bytes.count - 6] ^= 0xFF
    let damaged = try scratch.write(bytes, to: "damaged")
    let sum = #expect(throws: DataError.self) { try IDXArray(path: damaged) }
    #expect(sum?.reason.english.hasPrefix("the packed data cannot be unpacked: ") == true)
    #expect(error?.isInChinese == true && error?.told.chinese.contains(/[a-z]{3,} [a-z]{3,}/) == false)
    #expect(sum?.isInChinese == true && sum?.told.chinese.contains(/[a-z]{3,} [a-z]{3,}/) == false)
    #expect(error?.place == nil && sum?.place == nil, "how far it was read is not where it is damaged")
  }
}

@Suite("MNIST's four files") struct MNISTTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let images = idx([3, 2, 2], [0, 255, 51, 0, 1, 2, 3, 4, 255, 255, 255, 255])
  private let labels = idx([3], [7, 0, 9])

  private func writeTrain() throws {
    _ = try scratch.write(images, to: "train-images-idx3-ubyte")
    _ = try scratch.pack(labels, to: "train-labels-idx1-ubyte.gz")
  }

  @Test("both parts are read, packed or not, by either spelling of their names") func good() throws {
    try writeTrain()
    _ = try scratch.pack(images, to: "t10k-images.idx3-ubyte.gz")
    _ = try scratch.write(labels, to: "t10k-labels.idx1-ubyte")
    let mnist = try MNIST(directory: scratch.path)
    #expect(mnist.train == mnist.test)
    #expect(mnist.train.inputs.shape == [3, 4])
    #expect(mnist.train.inputs.elements[..<4] == [0, 1, 0.2, 0])
    #expect(mnist.train.targets == .classes([7, 0, 9], of: 10))
    let few = try MNIST(directory: scratch.path + "/", limit: 2)
    #expect(few.train == mnist.train.rows([0, 1]))
    #expect(few.test.count == 2)
  }

  /// Where other programs leave the files, `NAME` standing for the name of a file.
  static let layouts = [
    "NAME", "NAME.gz", "raw/NAME", "MNIST/raw/NAME", "MNIST/raw/NAME.gz", "NAME/NAME", "NAME/NAME.gz", "NAME.gz/NAME",
    "raw/NAME/NAME", "FashionMNIST/raw/NAME", "KMNIST/raw/NAME.gz", "MNIST/NAME",
  ]

  @Test("the files are found as Kaggle and torchvision leave them", arguments: layouts) func found(layout: String)
    throws
  {
    // Folders of the files' names stand beside the files of Kaggle's archive, with the other spelling.
    for (spelling, inner) in [("-idx", "-idx"), (".idx", ".idx"), ("-idx", ".idx"), (".idx", "-idx")] {
      let scratch = try Scratch()
      for part in ["train", "t10k"] {
        for (name, bytes) in [("\(part)-images-idx3-ubyte", images), ("\(part)-labels-idx1-ubyte", labels)] {
          let pieces = layout.split(separator: "/").map { String($0) }
          let path = pieces.enumerated().map { place, piece in
            piece.replacing("NAME", with: name.replacing("-idx", with: place == pieces.count - 1 ? inner : spelling))
          }.joined(separator: "/")
          let folder = path.split(separator: "/").dropLast().joined(separator: "/")
          try FileManager.default.createDirectory(
            atPath: "\(scratch.path)/\(folder)", withIntermediateDirectories: true)
          _ = try path.hasSuffix(".gz") ? scratch.pack(bytes, to: path) : scratch.write(bytes, to: path)
        }
      }
      for ending in ["", "/", "//"] {
        let mnist = try MNIST(directory: scratch.path + ending)
        #expect(mnist.train == mnist.test && mnist.train.count == 3)
      }
    }
  }

  @Test("a folder of a file's name beside the file does not hide it") func beside() throws {
    try writeTrain()
    _ = try scratch.write(images, to: "t10k-images.idx3-ubyte")
    _ = try scratch.write(labels, to: "t10k-labels.idx1-ubyte")
    for name in ["t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte", "train-labels-idx1-ubyte"] {
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/\(name)", withIntermediateDirectories: true)
    }
    #expect(try MNIST(directory: scratch.path).test.count == 3)
  }

  @Test("MNIST comes before its relatives, and of several relatives one must be named") func several() throws {
    func put(_ set: String, _ bytes: [UInt8]) throws {
      let folder = "\(scratch.path)/\(set)/raw"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for part in ["train", "t10k"] {
        _ = try scratch.write(images, to: "\(set)/raw/\(part)-images-idx3-ubyte")
        _ = try scratch.write(bytes, to: "\(set)/raw/\(part)-labels-idx1-ubyte")
      }
    }
    try put("FashionMNIST", idx([3], [1, 1, 1]))
    try put("KMNIST", idx([3], [2, 2, 2]))
    let error = #expect(throws: DataError.self) { try MNIST(directory: scratch.path) }
    #expect(
      error?.reason.english.contains("FashionMNIST/raw") == true && error?.reason.english.contains("KMNIST/raw") == true
    )
    #expect(try MNIST(directory: scratch.path + "/KMNIST").train.targets == .classes([2, 2, 2], of: 10))
    try put("MNIST", labels)
    #expect(try MNIST(directory: scratch.path).train.targets == .classes([7, 0, 9], of: 10))
  }

  @Test("a file in place of the directory is told") func file() throws {
    try writeTrain()
    let error = #expect(throws: DataError.self) { try MNIST(directory: scratch.path + "/train-images-idx3-ubyte") }
    #expect(error?.reason.english.contains("name the directory around it") == true)
  }

  @Test("a missing file is named, and counts as missing") func missing() throws {
    try writeTrain()
    let error = #expect(throws: DataError.self) { try MNIST(directory: scratch.path) }
    #expect(
      error?.description == "\(scratch.path): no file t10k-images-idx3-ubyte or t10k-images-idx3-ubyte.gz "
        + "that can be read")
    #expect(error?.isMissing == true)
  }

  @Test(
    "counts, labels and dimensions that do not fit are refused",
    arguments: [
      (idx([2], [1, 2]), "byte 4: 2 labels for the 3 images of"),
      (idx([3], [1, 10, 2]), "byte 9: label 10 is not one of 0–9"),
      (idx([3, 1], [1, 2, 3]), "byte 3: 2 dimensions, 3×1; 1 are due"),
    ]) func bad(labels: [UInt8], message: String) throws
  {
    _ = try scratch.write(images, to: "train-images-idx3-ubyte")
    _ = try scratch.write(labels, to: "train-labels-idx1-ubyte")
    let error = #expect(throws: DataError.self) { try MNIST(directory: scratch.path) }
    #expect(error?.description.contains("train-labels-idx1-ubyte, \(message)") == true)
  }
}
