import Tensors

/// Images with labels from the four files that MNIST, Fashion-MNIST and others come in.
public struct MNIST: Sendable, Hashable {
  /// What to train on: `train-…`.
  public let train: Dataset
  /// What to test on: `t10k-…`.
  public let test: Dataset

  /// Reads a directory with the four files, each packed by gzip or not.
  ///
  /// Inputs are images × (height·width), from 0 to 1; a pixel takes 8 bytes, so `limit`, the most
  /// images of either part, keeps memory small. Files are named as in `train-images-idx3-ubyte`, with
  /// a dot in place of the second hyphen or not, `.gz` at the end or not. They stand in the directory
  /// itself, each in a folder of its name, or in `raw` or `MNIST/raw` below it. Labels are 0–9.
  public init(directory: String, limit: Int = .max) throws(DataError) {
    require(limit >= 1, "a limit of \(limit) images")
    let folder = try MNISTFolder(directory)
    train = try Self.part("train", in: folder, limit: limit)
    test = try Self.part("t10k", in: folder, limit: limit)
  }

  private static func part(_ name: String, in directory: MNISTFolder, limit: Int) throws(DataError) -> Dataset {
    let (imagePath, images) = try array("\(name)-images", rank: 3, in: directory)
    let (labelPath, labels) = try array("\(name)-labels", rank: 1, in: directory)
    guard images.shape[0] == labels.shape[0] else {
      throw DataError(
        labelPath, at: .byte(4),
        Message(
          "\(labels.shape[0]) labels for the \(images.shape[0]) images of \(imagePath)",
          zh: "有 \(labels.shape[0]) 个标签，而 \(imagePath) 有 \(images.shape[0]) 幅图片"))
    }
    if let index = labels.elements.firstIndex(where: { $0 > 9 }) {
      throw DataError(
        labelPath, at: .byte(8 + index),
        Message(
          "label \(Int(labels.elements[index])) is not one of 0–9", zh: "标签 \(Int(labels.elements[index])) 不在 0–9 之内"))
    }
    let count = min(images.shape[0], limit)
    let size = images.shape[1] * images.shape[2]
    let pixels = images.elements[..<(count * size)].map { Double($0) / 255 }
    return Dataset(
      inputs: Tensor(pixels, shape: [count, size]), classes: labels.elements[..<count].map { Int($0) }, of: 10)
  }

  /// One of the four files, and where it was found.
  private static func array(_ stem: String, rank: Int, in folder: MNISTFolder) throws(DataError) -> (
    path: String, IDXArray
  ) {
    guard let path = folder.file(stem, rank: rank) else {
      let names = MNISTFolder.names(stem, rank: rank)
      throw DataError(
        folder.path, isMissing: true,
        Message("no file \(names[0]) or \(names[1]) that can be read", zh: "没有可读的文件 \(names[0]) 或 \(names[1])"))
    }
    let array = try IDXArray(path: path)
    guard array.shape.count == rank else {
      throw DataError(
        path, at: .byte(3),
        Message(
          "\(array.shape.count) dimensions, \(IDXArray.name(array.shape)); \(rank) are due",
          zh: "有 \(array.shape.count) 个维度：\(IDXArray.name(array.shape))；应为 \(rank) 个"))
    }
    return (path, array)
  }
}
