/// Which file a path leads to, however it is spelled: `x.png`, `./x.png` and a link to it are one.
struct FileIdentity: Hashable {
  /// The file, or the nearest folder above it that is there.
  private let device: UInt64
  private let number: UInt64
  /// What would have to be made below that folder.
  private let rest: [String]

  init(_ path: FilePath) {
    var (place, rest) = (path.text, [String]())
    var info = stat()
    while stat(place.isEmpty ? "." : place, &info) != 0 {
      while place.hasSuffix("/") { place.removeLast() }
      if place.isEmpty { break }
      let (name, folder) = (FilePath(place).name, FilePath(place).folder)
      rest.append(name)
      place = folder
    }
    (device, number) = (UInt64(truncatingIfNeeded: info.st_dev), UInt64(info.st_ino))
    self.rest = Self.plain(rest.reversed())
  }

  /// Names of folders without `.` and `..`.
  private static func plain(_ names: [String]) -> [String] {
    names.reduce(into: []) { plain, name in
      if name == ".." && !plain.isEmpty { plain.removeLast() } else if name != "." { plain.append(name) }
    }
  }
}
