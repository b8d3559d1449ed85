import LessonKit
import Testing

@testable import Lessons

@Suite("Pre-norm and post-norm") struct PrePostNormTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(PrePostNorm.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  private func fans(_ figure: Figure) -> [Fan] {
    figure.panels[figure.panels.count - 1].marks.compactMap { $0 as? Fan }
  }

  @Test("the curves prove the headline") func headline() throws {
    let figure = try Specimen.shown(PrePostNorm.self).figure
    #expect(figure.title.english == "Gradients over 32 blocks: post-norm × 3900, pre-norm × 7.5")
    let (post, pre) = (fans(figure)[0].samples, fans(figure)[1].samples)
    #expect(post[0].median == 1 && pre[0].median == 1 && post.map(\.x) == pre.map(\.x))
    #expect(post[post.count - 1].lower > 1000 && pre[pre.count - 1].upper < 10)
  }

  @Test(
    "weights of an ordinary size make no explosion",
    arguments: [["act": "relu", "gain": "1.41"], ["gain": "1"], ["gain": "0.1"]]) func quiet(options: [String: String])
    throws
  { #expect(try figure("depth", options).title.english == "With these weights neither place explodes") }

  @Test("the stream grows as its law says, and post-norm keeps it at 1") func stream() throws {
    let figure = try figure("stream", ["act": "relu", "gain": "1.41", "width": "128"])
    let (pre, post) = (fans(figure)[0].samples, fans(figure)[1].samples)
    #expect(abs(pre[32].median / 33 - 1) < 0.1 && abs(post[32].median - 1) < 1e-3)
    let law = figure.panels[0].marks.compactMap { $0 as? Reference }[0].points
    for (point, sample) in zip(law, pre) { #expect(abs(point.y / sample.median - 1) < 0.15) }
  }

  @Test(
    "the last block's gradient falls as its law says", arguments: [["gain": "4"], ["act": "relu", "gain": "1.41"]])
  func last(options: [String: String]) throws {
    let figure = try figure("last", options)
    let (post, pre) = (fans(figure)[0].samples, fans(figure)[1].samples)
    let law = figure.panels[0].marks.compactMap { $0 as? Reference }[0].points
    for sample in pre { #expect(abs(sample.median / law[Int(sample.x) - 1].y - 1) < 0.2) }
    #expect(post.allSatisfy { (75...130).contains($0.median) })
  }

  @Test(
    "every option draws at its ends",
    arguments: [
      ("depth", ["depth": "2"]), ("depth", ["depth": "64", "gain": "20", "seeds": "1"]), ("depth", ["width": "2"]),
      ("stream", ["depth": "2", "gain": "0.1"]), ("stream", ["depth": "64", "width": "2", "act": "silu"]),
      ("last", ["depth": "2", "seeds": "1"]), ("last", ["gain": "20", "act": "sigmoid", "seeds": "1"]),
    ]) func ends(name: String, options: [String: String]) throws
  {
    let figure = try figure(name, options)
    #expect(!figure.title.english.isEmpty)
    for fan in fans(figure) { #expect(fan.samples.allSatisfy { $0.median.isFinite }) }
  }
}
