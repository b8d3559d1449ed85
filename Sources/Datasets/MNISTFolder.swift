/// Where the four files of MNIST stand in a directory, as the programs leave them that fetch them.
///
/// Besides the files themselves: torchvision puts them below `MNIST/raw`; unpacked archives from Kaggle have a folder of a
/// file's name around each file.
struct MNISTFolder {
  /// The directory that holds the files, or the folders around them.
  let path: String

  /// Data sets of the same form that torchvision fetches into a directory.
  private static let relatives = ["FashionMNIST", "KMNIST", "QMNIST"]

  /// Looks for the files in a directory and in the folders that torchvision makes in it.
  ///
  /// Throws where several data sets of the same form are there, and none is MNIST.
  init(_ directory: String) throws(DataError) {
    guard !Self.isFile(directory) else {
      throw DataError(
        directory, isMissing: true,
        Message(
          "a file, not a directory with the four files; name the directory around it", zh: "是文件，不是存放四个文件的目录；请给出它所在的目录"))
    }
    var base = directory
    while base.count > 1 && base.hasSuffix("/") { base.removeLast() }
    let near = [base, "\(base)/raw", "\(base)/MNIST/raw", "\(base)/MNIST"]
    if let found = near.first(where: Self.holdsData) {
      path = found
      return
    }
    let others = Self.relatives.map { "\(base)/\($0)/raw" }.filter(Self.holdsData)
    guard others.count < 2 else {
      throw DataError(
        base, isMissing: true,
        Message(
          "holds several data sets; name one: \(others.joined(separator: ", "))",
          zh: "其中有多个数据集，请指明一个：\(others.joined(separator: ", "))"))
    }
    path = others.first ?? base
  }

  /// One of the four files, `stem` without the number of dimensions; nil if it is not there.
  func file(_ stem: String, rank: Int) -> String? {
    Self.names(stem, rank: rank).map { "\(path)/\($0)" }.lazy.compactMap(Self.file).first
  }

  /// The names of a file: with a hyphen or a dot, packed or not, with the ending that some programs add.
  static func names(_ stem: String, rank: Int) -> [String] {
    ["-", "."].flatMap { mark in ["", ".gz"].map { "\(stem)\(mark)idx\(rank)-ubyte\($0)" } }
  }

  private static func holdsData(_ directory: String) -> Bool {
    let stems = [("train-images", 3), ("train-labels", 1), ("t10k-images", 3), ("t10k-labels", 1)]
    return stems.contains { stem, rank in names(stem, rank: rank).contains { file("\(directory)/\($0)") != nil } }
  }

  /// The file of a path, or that of the same name in a folder there, packed or not.
  private static func file(_ path: String) -> String? {
    if isFile(path) { return path }
    let name = String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
    let stem = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    let plain = stem.replacing(".idx", with: "-idx")
    let inner = [name, stem, plain, plain.replacing("-idx", with: ".idx")].flatMap {
      ["\(path)/\($0)", "\(path)/\($0).gz"]
    }
    return inner.first(where: isFile)
  }

  /// Whether a file with data is there that may be read.
  private static func isFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && PackedFile.isReadable(path)
  }
}
