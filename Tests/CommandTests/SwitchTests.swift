import LessonKit
import Lessons
import Testing

@testable import LessonCommand

@Suite("Options of the command") struct SwitchTests {
  @Test("no lesson takes a name that the command itself understands", arguments: catalog.names) func distinct(
    _ name: String
  ) throws {
    let own = Switch.picture + Switch.output + Switch.general + [.jobs, .set]
    let names = Set(own.map(\.name))
    let declared = Recipe.declarations(of: try catalog.lesson(named: name)).map(\.key)
    #expect(names.isDisjoint(with: declared))
    #expect(Set(declared).count == declared.count)
  }

  @Test("no option of the command stands twice, neither by name nor by letter") func unique() {
    let own = Switch.picture + Switch.output + Switch.general + [.jobs, .set]
    let letters = own.compactMap(\.letter)
    #expect(Set(own.map(\.name)).count == own.count)
    #expect(Set(letters).count == letters.count)
  }
}
