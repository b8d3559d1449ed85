import Foundation
import LessonKit
import Lessons
import PNGCodec
import Testing

@Suite("lesson NAME --figure") struct FigureTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private static let figures = Recipe.standard(of: catalog.lessons[0]).figures.map(\.name)
  private static let lesson = catalog.names[0]

  /// The files of all figures of the first lesson.
  private static let files = figures.enumerated().map { index, name in
    index == 0 ? "\(lesson)-thumb.png" : "\(lesson)-\(name)-thumb.png"
  }

  @Test("a figure by its name is another picture, whose command draws it again", arguments: figures) func one(
    _ name: String
  ) throws {
    let command = "lesson \(Self.lesson) --figure \(name) --preset thumb"
    let result = try shell.bash("\(command) --json")
    #expect(result.status == 0)
    #expect(result.errors.split(separator: "\n").count == 1)
    let object = try result.output.object()
    let figure = try #require(object["figure"] as? [String: Any])
    #expect(figure["name"] as? String == name)
    let path = try #require(figure["path"] as? String)
    let first = try shell.data(path)
    let again = try #require(try PNG.metadata(of: [UInt8](first)).comment)
    #expect(object["command"] as? String == again)
    #expect(again.contains("--figure \(name)") == (name != Self.figures[0]))
    #expect(try shell.bash("\(again) -o again.png").status == 0)
    #expect(try shell.data("again.png") == first)
  }

  @Test("all figures go to a file each, one line and one path a figure") func all() throws {
    let result = try shell.bash("lesson \(Self.lesson) --figure all --preset thumb")
    #expect(result.status == 0)
    #expect(result.text == Self.files.map { "output/\($0)\n" }.joined())
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == Self.files.count && lines.allSatisfy { $0.hasPrefix("wrote output/") })
    #expect(shell.files(in: "output") == Self.files.sorted())
    for (name, file) in zip(Self.figures, Self.files) {
      let one = try shell.bash("lesson \(Self.lesson) --figure \(name) --preset thumb")
      #expect(one.errors.hasPrefix("unchanged output/\(file)"))
    }
  }

  @Test("-o is a folder for all figures: with a slash, or one that is there") func folders() throws {
    _ = try shell.bash("mkdir there")
    for folder in ["new/deep/", "there"] {
      let result = try shell.bash("lesson \(Self.lesson) --figure all --preset thumb -o \(folder) -q")
      #expect(result.status == 0 && shell.files(in: folder) == Self.files.sorted())
    }
  }

  @Test("the JSON of all figures holds the object of each, and sidecars stand beside the pictures") func json() throws {
    let options = "--preset thumb --sidecar -q"
    let result = try shell.bash("lesson \(Self.lesson) --figure all --json \(options)")
    let object = try result.output.object()
    #expect(object["schema"] as? String == "plumbline/2")
    #expect(object["lesson"] as? String == Self.lesson)
    let figures = try #require(object["figures"] as? [[String: Any]])
    #expect(figures.count == Self.files.count)
    for (figure, file) in zip(figures, Self.files) {
      let sidecar = try shell.data("output/" + file.dropLast(4) + ".json").object()
      #expect(NSDictionary(dictionary: figure) == NSDictionary(dictionary: sidecar))
    }
  }

  @Test("snippets of all figures stand one after the other") func snippets() throws {
    let result = try shell.bash("lesson \(Self.lesson) --figure all --preset thumb --snippet md -q")
    #expect(result.text.matches(of: /!\[/).count == Self.files.count)
    for file in Self.files { #expect(result.text.contains("](output/\(file))")) }
  }

  @Test("picture options go to the figures that they mean something to") func pictureOptions() throws {
    let options = "--view=-1:1,0:2 --map viridis --preset thumb --json -q"
    let result = try shell.bash("lesson \(Self.lesson) --figure all \(options)")
    #expect(result.status == 0)
    let figures = try #require(try result.output.object()["figures"] as? [[String: Any]])
    for figure in figures {
      let command = try #require(figure["command"] as? String)
      let hasLevels = !((figure["figure"] as? [String: Any])?["levels"] is NSNull)
      #expect(command.contains("--map viridis") == hasLevels, "\(command)")
      #expect(try shell.bash("\(command) -n -q").status == 0, "\(command)")
    }
  }
}

@Suite("lesson all") struct AllTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("all draws every lesson's own figure and an index that shows them, whatever the jobs") func own() throws {
    let one = try shell.bash("lesson all --preset thumb -o one --jobs 1 -q")
    let two = try shell.bash("lesson all --preset thumb -o two/ --jobs 2 -q")
    #expect(one.status == 0 && two.status == 0)
    #expect(one.text == two.text.replacingOccurrences(of: "two/", with: "one/"))
    #expect(one.text.hasSuffix("one/index.html\n"))
    let names = shell.files(in: "one")
    #expect(names.count == catalog.names.count + 1)
    #expect(names == shell.files(in: "two"))
    for name in names { #expect(try shell.data("one/\(name)") == shell.data("two/\(name)")) }
    let index = String(decoding: try shell.data("one/index.html"), as: UTF8.self)
    for name in names where name.hasSuffix(".png") { #expect(index.contains("src=\"\(name)\"")) }
    #expect(try shell.bash("lesson all --preset thumb -o one").errors.contains("unchanged one/index.html"))
  }
}
