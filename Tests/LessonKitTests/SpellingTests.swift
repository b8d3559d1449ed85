import LessonKit
import Testing

@Suite("Spelling") struct SpellingTests {
  @Test(
    "the distance counts insertions, deletions, substitutions and swaps",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("adam", "adam", 0), ("adma", "adam", 1), ("kitten", "sitting", 3),
      ("rosenbrok", "rosenbrock", 1), ("ca", "abc", 3), ("ab", "ba", 1), ("a", "b", 1), ("中文", "文中", 1),
    ]) func distance(_ a: String, _ b: String, _ expected: Int)
  {
    #expect(Spelling.distance(a, b) == expected)
    #expect(Spelling.distance(b, a) == expected)
  }

  @Test(
    "the nearest word is the one that was probably meant",
    arguments: [
      ("adma", "adam"), ("ADAM", "adam"), ("sgdd", "sgd"), ("rosen", "rosenbrock"), ("rmspop", "rmsprop"), ("xyz", nil),
      ("", nil), ("a", nil), ("quantum", nil), ("brock", "rosenbrock"), ("ock", nil),
    ]) func nearest(_ word: String, _ expected: String?)
  {
    let known = ["sgd", "adam", "adamw", "rmsprop", "rosenbrock"]
    #expect(Spelling.nearest(to: word, among: known) == expected)
    #expect(Spelling.nearest(to: word, among: []) == nil)
  }
}
