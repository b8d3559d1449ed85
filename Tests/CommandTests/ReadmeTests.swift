import Foundation
import PNGCodec
import Raster
import Testing

@Suite("README") struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Paths of the pictures that the README shows.
  private static let pictures: [String] = {
    let text = (try? String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8))
    return (text ?? "").matches(of: /!\[[^\]]*\]\(([^)]+\.png)\)/).map { String($0.1) }
  }()

  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("shows at least three figures") func some() { #expect(Self.pictures.count >= 3) }

  @Test("shows what the command draws now", arguments: pictures) func fresh(_ path: String) throws {
    let shown = try Data(contentsOf: Self.root.appendingPathComponent(path))
    let (picture, metadata) = try PNG.decode([UInt8](shown))
    let command = try #require(metadata.comment)
    #expect(try shell.bash("\(command) -q -o now.png").status == 0)
    let (now, _) = try PNG.decode([UInt8](shell.data("now.png")))
    try #require((now.width, now.height) == (picture.width, picture.height))
    let differences = zip(picture.pixels, now.pixels).map { abs(Int($0) - Int($1)) }
    // The last bits of a run may differ between processors; what a reader sees may not.
    let mean = Double(differences.reduce(0, +)) / Double(differences.count)
    #expect(mean <= 0.05, "\(path) is stale: draw it again with `\(command)`")
  }

  @Test("does not hold a figure in output/ that it does not show") func tidy() throws {
    let ignored = try String(contentsOf: Self.root.appendingPathComponent(".gitignore"), encoding: .utf8)
    let kept = ignored.matches(of: /!\/(output\/\S+\.png)/).map { String($0.1) }
    #expect(Set(kept) == Set(Self.pictures))
  }
}
